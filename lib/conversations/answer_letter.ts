import type { LetterText } from "../mail/letter.ts";
import type { Lead } from "../schemas/lead.ts";
import type { Twin } from "../schemas/twin.ts";

/** What somebody who left an e-mail is told, in the colours of the twin that they asked. */
export function answerLetter(
  { name, accent_color }: Pick<Twin, "name" | "accent_color">,
  { email, question }: Pick<Lead, "email" | "question">,
  answer: string,
): LetterText {
  return {
    to: email,
    subject: `${name} answers your question`,
    lines: [
      ...(question ? [`You asked: “${question}”`] : []),
      ...answer.split(/\n\s*\n/),
    ],
    why:
      `You get this one mail because you left your address with ${name}, to be told. It is not passed on, and nothing follows.`,
    accent: accent_color,
  };
}

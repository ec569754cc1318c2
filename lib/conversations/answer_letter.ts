import type { LetterText } from "../mail/letter.ts";
import { inMailLanguage } from "../mail/words/words.ts";
import type { Lead } from "../schemas/lead.ts";
import type { Twin } from "../schemas/twin.ts";

/** The mail to someone who left an e-mail, in the colours of the twin they asked and in their own language. */
export function answerLetter(
  { name, accent_color }: Pick<Twin, "name" | "accent_color">,
  { email, question, language }: Pick<Lead, "email" | "question" | "language">,
  answer: string,
): LetterText {
  const { lang, line, label } = inMailLanguage(language);
  return {
    ...{ to: email, lang },
    subject: label("answers", { name }),
    lines: question ? [line("you_asked", { question })] : [],
    markdown: answer,
    why: line("why_answer", { name }),
    accent: accent_color,
  };
}

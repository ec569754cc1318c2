import type { LetterText } from "../mail/letter.ts";
import { inMailLanguage } from "../mail/words/words.ts";

/** The words of a password reset mail, in the language of the browser that asked. */
export function resetLetter({ email, name }: { email: string; name: string }, {
  url,
  language,
}: { url: string; language: string | undefined }): LetterText {
  const { lang, line, label } = inMailLanguage(language);
  return {
    ...{ to: email, lang },
    subject: label("reset"),
    lines: [line("hello_name", { name }), line("reset_asked")],
    button: { label: label("reset"), url },
    why: line("why_reset"),
  };
}

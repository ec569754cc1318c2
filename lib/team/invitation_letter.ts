import type { LetterText } from "../mail/letter.ts";
import { inMailLanguage } from "../mail/words/words.ts";
import type { Role } from "../schemas/common.ts";

/** An invitation letter, in the recipient's language if known. */
export function invitationLetter(
  { to, role, inviter, team, url, language }: {
    to: string;
    role: Role;
    inviter: string;
    team: string;
    url: string;
    language: string | undefined;
  },
): LetterText {
  const { lang, line, label } = inMailLanguage(language);
  const named = { inviter, team, role: label(`role_${role}`) };
  return {
    ...{ to, lang },
    subject: label("invited", named),
    lines: [line("hello"), line("invites", named), line("invitation_ends")],
    button: { label: label("join"), url },
    why: line("why_invited", named),
  };
}

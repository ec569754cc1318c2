import type { LetterText } from "../mail/letter.ts";
import type { Role } from "../schemas/common.ts";
import { withArticle } from "./user_management.ts";

/** What somebody who is invited is told. */
export function invitationLetter({ to, role, inviter, team, url }: {
  to: string;
  role: Role;
  inviter: string;
  team: string;
  url: string;
}): LetterText {
  return {
    to,
    subject: `${inviter} invites you to ${team}`,
    lines: [
      "Hello,",
      `${inviter} invites you to join ${team} on Twincast as ${
        withArticle(role)
      }.`,
      "The link below works once, within seven days.",
    ],
    button: { label: "Join the team", url },
    why:
      `You get this mail because ${inviter} typed your address. If you do not know them, do nothing.`,
  };
}

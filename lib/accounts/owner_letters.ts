import type { Context } from "../context.ts";
import { inLetterLanguage, type Languages } from "../mail/languages.ts";
import { addLetter } from "../mail/outbox.ts";
import type { User } from "../schemas/account.ts";
import { keys } from "../store/keys.ts";
import { getAll } from "../store/list.ts";
import { listOwners } from "./memberships.ts";

/** What a letter to a team's owners says in one language. */
export type OwnerWords = { subject: string; lines: string[]; button: string };

/** Why an owner gets such a letter. */
export const WHY: Languages<string> = {
  en: "You receive this because you are an owner of this team.",
  de: "Sie erhalten diese E-Mail, weil Sie Inhaber dieses Teams sind.",
  es: "Recibe este correo porque es propietario de este equipo.",
  fr:
    "Vous recevez cet e-mail parce que vous êtes propriétaire de cette équipe.",
  it: "Ricevi questa e-mail perché sei proprietario di questo team.",
  nl: "Je ontvangt deze e-mail omdat je eigenaar van dit team bent.",
  pt: "Você recebe este e-mail porque é proprietário desta equipe.",
};

/** Adds a letter to each of a team's owners to a commit, in the language of the browser that they last logged in with. */
export async function addOwnerLetters(
  app: Context,
  op: Deno.AtomicOperation,
  tenant_id: string,
  { words, url }: { words: Languages<OwnerWords>; url: string },
): Promise<void> {
  const owners = await listOwners(app, tenant_id);
  const [users, languages] = await Promise.all([
    getAll<User>(app.kv, owners.map((id) => keys.user(id))),
    getAll<string>(app.kv, owners.map((id) => keys.userLanguage(id))),
  ]);
  users.forEach((user, n) => {
    if (!user) return;
    const language = languages[n] ?? undefined;
    const { subject, lines, button, lang } = inLetterLanguage(language, words);
    addLetter(app, op, tenant_id, {
      ...{ to: user.email, lang, subject, lines, why: WHY[lang] ?? WHY.en },
      button: { label: button, url },
    });
  });
}

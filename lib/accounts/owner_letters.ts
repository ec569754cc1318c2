import type { Context } from "../context.ts";
import { addLetter } from "../mail/outbox.ts";
import { inMailLanguage, type MailLanguage } from "../mail/words/words.ts";
import type { User } from "../schemas/account.ts";
import { keys } from "../store/keys.ts";
import { getAll } from "../store/list.ts";
import { listOwners } from "./memberships.ts";

/** A letter to a team's owners, in each language. */
export type OwnerWords = (
  language: MailLanguage,
) => { subject: string; lines: string[]; button: string };

/** Adds a letter to each of a team's owners to a commit, in the language of the browser they last logged in with. */
export async function addOwnerLetters(
  app: Context,
  op: Deno.AtomicOperation,
  tenant_id: string,
  { words, url }: { words: OwnerWords; url: string },
): Promise<void> {
  const owners = await listOwners(app, tenant_id);
  const [users, languages] = await Promise.all([
    getAll<User>(app.kv, owners.map((id) => keys.user(id))),
    getAll<string>(app.kv, owners.map((id) => keys.userLanguage(id))),
  ]);
  users.forEach((user, n) => {
    if (!user) return;
    const language = inMailLanguage(languages[n] ?? undefined);
    const { subject, lines, button } = words(language);
    const { lang, line } = language;
    addLetter(app, op, tenant_id, {
      ...{ to: user.email, lang, subject, lines, why: line("why_owner") },
      button: { label: button, url },
    });
  });
}

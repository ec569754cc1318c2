import { signUp } from "../lib/accounts/accounts.ts";
import { PasswordHasher } from "../lib/accounts/passwords.ts";
import type { Caller } from "../lib/limits/policies.ts";
import type { App } from "../lib/app.ts";
import { acceptAsNewUser } from "../lib/team/accept_invitation.ts";

/** Everybody's password in the tests. */
export const PASSWORD = "correct horse battery staple";

/** What `PasswordHasher` once made of it: a worker and a hash for each sign-up were most of what the suite cost. */
const HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$BXQxP7teWesLkYA5CjKz+Q$nhn7KAahwD5Mpr+VBiV0swBZopubIwMh1tmKNSbc1ts";

class OnePassword extends PasswordHasher {
  override hash(): Promise<string> {
    return Promise.resolve(HASH);
  }
}

const passwords = new OnePassword();

/** Signs somebody up who has that password; answers their session's token. */
export async function signUpCheaply(
  app: App,
  who: { name: string; email: string; twin_name: string },
  caller: Caller,
): Promise<string> {
  const input = { ...who, password: PASSWORD };
  const { session_token } = await signUp({ ...app, passwords }, input, caller);
  return session_token;
}

/** Accepts an invitation as somebody new who has that password; answers their session's token. */
export async function acceptCheaply(
  app: App,
  invite_url: string,
  name: string,
  caller: Caller,
): Promise<string> {
  const token = invite_url.split("/").at(-1) ?? "";
  const user = { name, password: PASSWORD };
  const all = { ...app, passwords };
  const { session_token } = await acceptAsNewUser(all, token, user, caller);
  return session_token;
}

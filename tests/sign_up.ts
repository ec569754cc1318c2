import { signUp } from "../lib/accounts/accounts.ts";
import { PasswordHasher } from "../lib/accounts/passwords.ts";
import type { Caller } from "../lib/limits/policies.ts";
import type { App } from "../lib/app.ts";

/** Everybody's password in the tests. */
export const PASSWORD = "correct horse battery staple";

/** Hashes that password once for everybody: a worker and a hash for each sign-up were most of what the suite cost. */
class OnePassword extends PasswordHasher {
  #hash: Promise<string> | null = null;

  override async hash(): Promise<string> {
    return await (this.#hash ??= hashOnce());
  }
}

async function hashOnce(): Promise<string> {
  const hasher = new PasswordHasher();
  try {
    return await hasher.hash(PASSWORD, "");
  } finally {
    hasher.close();
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

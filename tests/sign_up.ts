import { signUp } from "../lib/accounts/accounts.ts";
import { PasswordHasher } from "../lib/accounts/passwords.ts";
import { FileReader } from "../lib/imports/file_reader.ts";
import type { Caller } from "../lib/limits/policies.ts";
import type { App } from "../lib/app.ts";
import { acceptAsNewUser } from "../lib/team/accept_invitation.ts";

/** Everybody's password in the tests. */
export const PASSWORD = "correct horse battery staple";

/** The lowest cost of argon2id: tests about something else sign in often. */
export const CHEAP = { memorySize: 8, iterations: 1, parallelism: 1 };

/** The argon2id hash of that password at that cost. */
const HASH =
  "$argon2id$v=19$m=8,t=1,p=1$uBY7HmH9qSTjS1fCxlxZ8A$5qZAu5xML2E1+FDH5prxJc5WzA+8J4UiCj8PDiwq7Wc";

/** Hashes and verifies at that cost, without a worker for everybody's password. */
class CheapHasher extends PasswordHasher {
  constructor() {
    super({ cost: CHEAP });
  }

  override hash(password: string, by: string): Promise<string> {
    return password === PASSWORD
      ? Promise.resolve(HASH)
      : super.hash(password, by);
  }
}

/** Shared by all apps of a test run: starting its process takes longer than most tests. */
let files: FileReader | undefined;
Deno.test.beforeAll?.(() => void (files = new FileReader()));
Deno.test.afterAll?.(() => files?.close());

/** The app with cheap password hashing and a shared reader of files: they otherwise took most of the suite's time. */
export function madeCheap(app: App): App {
  const passwords = new CheapHasher();
  const close = app.close.bind(app);
  return Object.assign(app, {
    passwords,
    files: files ?? app.files,
    async close() {
      passwords.close();
      await close();
    },
  });
}

/** Signs up a user with that password; returns their session token. */
export async function signUpAs(
  app: App,
  who: { name: string; email: string; twin_name: string },
  caller: Caller,
): Promise<string> {
  const input = { ...who, password: PASSWORD };
  return (await signUp(app, input, caller)).session_token;
}

/** Accepts an invitation as a new user with that password; returns their session token. */
export async function acceptAs(
  app: App,
  invite_url: string,
  name: string,
  caller: Caller,
): Promise<string> {
  const token = invite_url.split("/").at(-1) ?? "";
  const user = { name, password: PASSWORD };
  return (await acceptAsNewUser(app, token, user, caller)).session_token;
}

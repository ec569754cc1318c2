import assert from "node:assert/strict";
import type { Process } from "./processes.ts";
import { PASSWORD } from "./stores.ts";

/** A user signed in at a process, with a twin. */
export type Account = { cookie: string; twin_id: string };

/** Signs up a new user with a twin. */
export async function signUp(
  process: Pick<Process, "fetch">,
  email: string,
): Promise<Account> {
  const response = await process.fetch("/signup", {
    method: "POST",
    body: new URLSearchParams({
      name: "Ada",
      email,
      password: PASSWORD,
      twin_name: "Adatwin",
    }),
  });
  await response.body?.cancel();
  assert.equal(response.status, 303);
  const cookie = response.headers.getSetCookie()[0].split(";")[0];
  const me = await send(process, { cookie }, "GET", "/me");
  return { cookie, twin_id: me.twins[0].id };
}

/** Calls the API and returns its JSON; fails on an error status. */
export async function send(
  process: Pick<Process, "fetch">,
  by: { cookie: string },
  method: string,
  path: string,
  body?: unknown,
  // deno-lint-ignore no-explicit-any -- a test reads what it expects to be there
): Promise<any> {
  const response = await process.fetch(path, {
    method,
    headers: { cookie: by.cookie, "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  assert.ok(
    response.ok,
    `${method} ${path} answered ${response.status}: ${text}`,
  );
  return text === "" ? null : JSON.parse(text);
}

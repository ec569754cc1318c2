// An e-mail is asked for where the twin had no answer, the question stays, and promises no more than will happen.
import assert from "node:assert/strict";
import { ask, shareTwin, signUp, startServer } from "./harness.ts";

const OFFER = /Leave your e-mail/g;

Deno.test("leads: offered only after a refusal, and still there after the next question", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { chat, token } = await shareTwin(owner);
  const path = `/share/${owner.twin_id}/${token}`;
  let session_id = "";
  const say = async (message: string) => {
    const body = new URLSearchParams({ message, session_id });
    const page = await server.fetch(path, { method: "POST", body });
    const html = (await page.text()).split("<body>")[1];
    session_id = /name="session_id" value="(ses_\w+)"/.exec(html)?.[1] ?? "";
    return html.match(OFFER)?.length ?? 0;
  };
  assert.equal(await say("Thanks, bye!"), 0);
  assert.equal(await say("When do you drink oolong tea?"), 0);
  assert.equal(await say("Do you fly helicopters?"), 1);
  assert.equal(await say("When do you drink oolong tea?"), 1);
  assert.equal(await say("Thank you!"), 1);
  const stored = await server.fetch("/public/session", {
    headers: { "x-session-id": session_id },
  });
  const { messages } = await stored.json();
  const offered = messages.map((m: { may_leave_email?: true }) =>
    m.may_leave_email ?? false
  );
  assert.deepEqual(offered.filter(Boolean).length, 1);
  assert.equal(offered[5], true);

  const refused = await ask(server, chat, { message: "Qwertz asdf?" });
  assert.equal(refused.body.may_leave_email, true);
  const thanked = await ask(server, chat, { message: "Thanks, bye!" });
  assert.equal(thanked.body.may_leave_email, undefined);
});

Deno.test("leads: none is offered where nothing is stored", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { chat } = await shareTwin(owner);
  await owner.json("PATCH", `/twins/${owner.twin_id}`, { retention_days: 0 });
  const { body } = await ask(server, chat, { message: "Qwertz asdf?" });
  assert.equal(body.may_leave_email, undefined);
});

import assert from "node:assert/strict";
import { ask, shareTwin, signUp, startServer } from "./harness.ts";

Deno.test("share link: a stranger gets an answer from public content, with its citation", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { chat } = await shareTwin(owner);
  const { status, body } = await ask(server, chat, {
    message: "When do you drink oolong tea?",
  });
  assert.equal(status, 200);
  assert.equal(body.grounded, true);
  assert.match(body.answer, /every morning at seven/);
  assert.equal(body.citations[0].title, "Tea");
});

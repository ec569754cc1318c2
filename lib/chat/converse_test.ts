import assert from "node:assert/strict";
import { collectAnswer } from "../http/chat_response.ts";
import { requireShare, setSharing } from "../sharing/share_links.ts";
import { found, openDomain } from "../../tests/stores.ts";
import { askByLink } from "./ask.ts";

/** A shared twin with as many open streams as allowed. */
async function openCrowded(env: Record<string, string> = {}) {
  const domain = await openDomain({ env });
  const { app } = domain;
  const owner = await found(domain);
  const { twin_id } = owner;
  const { share_token } = await setSharing(app, owner, twin_id, true);
  const share = await requireShare(app, twin_id, share_token);
  const isAllowed = () => Promise.resolve(true);
  for (let i = 0; i < 1_000; i++) {
    app.streams.watch({ twin_id, isAllowed, end: () => {} });
  }
  const ask = (client_message_id: string, session_id?: string) =>
    askByLink(app, share, { address: "1.1.1.1" }, {
      ...{ message: "Do you fly helicopters?", client_message_id, session_id },
    });
  return { ...domain, ask };
}

Deno.test("converse: an immediate answer, and a retry's, need no stream slot", async () => {
  await using world = await openCrowded();
  const { signal } = new AbortController();
  const first = await collectAnswer(await world.ask("first"), signal);
  assert.ok(first.answer.length > 0);
  const again = await collectAnswer(
    await world.ask("second", first.session_id),
    signal,
  );
  assert.notEqual(again.message_id, first.message_id);
  const retry = await collectAnswer(
    await world.ask("second", first.session_id),
    signal,
  );
  assert.deepEqual(retry, again);
});

Deno.test("converse: refused without a charge when no stream slot is free for a model's answer", async () => {
  await using world = await openCrowded({
    TWINCAST_LLM_BASE_URL: "http://127.0.0.1:9/v1",
    TWINCAST_LLM_MODEL: "test",
    TWINCAST_LIMIT_LINK: "1/60s",
  });
  for (const id of ["first", "second"]) {
    await assert.rejects(world.ask(id), {
      code: "unavailable",
      retry_after_s: 5,
    });
  }
});

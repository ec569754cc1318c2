import assert from "node:assert/strict";
import { endVisitorSession, getSession, openSession } from "./sessions.ts";
import { describeSession } from "./visitor_view.ts";
import { listExchanges } from "./exchanges.ts";
import { recordExchange } from "./recording.ts";
import { deleteTwin } from "../twins/deletion.ts";
import {
  countEntries,
  found,
  openDomain,
  refused,
} from "../../tests/stores.ts";
import { begin, exchange, LINK } from "../../tests/session_world.ts";

Deno.test("describeSession: one entry per utterance, in order", async () => {
  await using domain = await openDomain();
  const { app, clock } = domain;
  const { twin_id } = await found(domain);
  const visitor = await begin(domain, twin_id);
  for (let i = 0; i < 12; i++) {
    clock.advance(1_000);
    const again = await openSession(app, twin_id, LINK, visitor.session_id);
    await recordExchange(app, again, exchange(domain, `Question ${i}`));
  }
  const { messages } = await describeSession(app, visitor.session_id);
  assert.equal(messages.length, 26);
  assert.deepEqual(
    messages.map(({ role }) => role),
    Array(13).fill(["visitor", "twin"]).flat(),
  );
  assert.deepEqual(
    messages.filter(({ role }) => role === "visitor").slice(1).map(({ text }) =>
      text
    ),
    Array.from({ length: 12 }, (_, i) => `Question ${i}`),
  );
});

Deno.test("describeSession: another twin's session, and a deleted twin's, are not found", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const { session_id } = await begin(domain, owner.twin_id);
  assert.ok(await describeSession(app, session_id, owner.twin_id));
  await assert.rejects(
    describeSession(app, session_id, "twn_2"),
    refused("not_found"),
  );
  await deleteTwin(app, owner, owner.twin_id);
  await assert.rejects(describeSession(app, session_id), refused("not_found"));
  await assert.rejects(
    endVisitorSession(app, session_id),
    refused("not_found"),
  );
});

Deno.test("recordExchange: concurrent messages with one client_message_id are recorded once, and all get that one", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const visitor = await begin(domain);
  const again = { ...visitor, is_new: false };
  const id = crypto.randomUUID();
  const recorded = await Promise.all(
    Array.from(
      { length: 8 },
      (_, i) => recordExchange(app, again, exchange(domain, `Try ${i}`, id)),
    ),
  );
  assert.equal(new Set(recorded.map((r) => r?.id)).size, 1);
  const exchanges = await listExchanges(app, visitor.session.id);
  assert.equal(exchanges.length, 2);
  assert.equal((await getSession(app, visitor.session_id))?.messages, 2);
});

Deno.test("recordExchange: concurrent messages in one session are all counted", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const visitor = await begin(domain);
  const again = { ...visitor, is_new: false };
  await Promise.all(
    Array.from(
      { length: 8 },
      (_, i) => recordExchange(app, again, exchange(domain, `Q ${i}`)),
    ),
  );
  assert.equal((await getSession(app, visitor.session_id))?.messages, 9);
  assert.equal((await listExchanges(app, visitor.session.id)).length, 9);
});

Deno.test("endVisitorSession: ends the session and deletes all that was said", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  const { twin_id } = await found(domain);
  const visitor = await begin(domain, twin_id);
  const other = await begin(domain, twin_id);
  await recordExchange(
    app,
    { ...visitor, is_new: false },
    exchange(domain, "Hi", crypto.randomUUID()),
  );
  await endVisitorSession(app, visitor.session_id);
  assert.equal(await getSession(app, visitor.session_id), null);
  await assert.rejects(
    endVisitorSession(app, visitor.session_id),
    refused("not_found"),
  );
  assert.equal(await countEntries(kv, ["messages"]), 1);
  assert.equal(await countEntries(kv, ["message_claims"]), 0);
  assert.equal(await countEntries(kv, ["sessions"]), 1);
  assert.ok(await getSession(app, other.session_id));
});

Deno.test("endVisitorSession: an answer in progress is not recorded into an ended session", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  const { twin_id } = await found(domain);
  for (let i = 0; i < 10; i++) {
    const visitor = await begin(domain, twin_id);
    const under_way = await openSession(
      app,
      twin_id,
      visitor.session.channel,
      visitor.session_id,
    );
    await Promise.all([
      endVisitorSession(app, visitor.session_id),
      recordExchange(app, under_way, exchange(domain, `Q ${i}`)),
      recordExchange(app, under_way, exchange(domain, `R ${i}`)),
    ]);
    assert.equal(await recordExchange(app, under_way, exchange(domain)), null);
  }
  assert.equal(await countEntries(kv, ["sessions"]), 0);
  assert.equal(await countEntries(kv, ["messages"]), 0);
});

import assert from "node:assert/strict";
import { DAY, HOUR, iso, MINUTE } from "../clock.ts";
import type { Channel, Exchange } from "../schemas/chat.ts";
import {
  endVisitorSession,
  getSession,
  openSession,
  requireSession,
  type VisitorSession,
} from "./sessions.ts";
import { describeSession } from "./visitor_view.ts";
import { listExchanges } from "./exchanges.ts";
import { recordExchange } from "./recording.ts";
import { deleteTwin } from "../twins/deletion.ts";
import { newId } from "../crypto/ids.ts";
import { newToken } from "../crypto/secrets.ts";
import {
  countEntries,
  type Domain,
  entryText,
  found,
  openDomain,
  refused,
} from "../../tests/stores.ts";

const LINK: Channel = { kind: "link" };

function exchange(
  { clock }: Domain,
  question = "Hello?",
  client_message_id: string | null = null,
): Exchange {
  const now = clock.now();
  return {
    id: newId("msg", now),
    question_id: newId("msg", now),
    client_message_id,
    question,
    answer: `You asked: ${question}`,
    citations: [],
    grounded: true,
    partial: false,
    is_small_talk: false,
    asked_at: iso(now),
    answered_at: iso(now),
  };
}

/** A session that has said something. */
async function begin(
  domain: Domain,
  twin_id = "twn_1",
  channel: Channel = LINK,
): Promise<VisitorSession> {
  const visitor = await openSession(domain.app, twin_id, channel, undefined);
  assert.ok(await recordExchange(domain.app, visitor, exchange(domain)));
  return visitor;
}

async function goOn(
  domain: Domain,
  { session_id, session }: VisitorSession,
) {
  const { twin_id } = session;
  const again = await openSession(domain.app, twin_id, LINK, session_id);
  assert.equal(again.is_new, false);
  assert.ok(await recordExchange(domain.app, again, exchange(domain)));
}

Deno.test("openSession: nothing is stored before the first message, and never the id itself", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  const visitor = await openSession(app, "twn_1", LINK, undefined);
  assert.match(visitor.session_id, /^ses_[0-9A-Z]{26}_[0-9A-Za-z]{43}$/);
  // Its version alone.
  assert.equal(await countEntries(kv, []), 1);
  await recordExchange(app, visitor, exchange(domain));
  for await (const entry of kv.list({ prefix: [] })) {
    assert.ok(!entryText(entry).includes(visitor.session_id));
  }
});

Deno.test("openSession: an id that the server did not mint is replaced, never adopted", async () => {
  await using domain = await openDomain();
  const { session } = await begin(domain);
  const chosen = [
    "",
    "null",
    "undefined",
    "[]",
    "{}",
    newToken(),
    session.id,
    session.secret_hash,
    `${session.id}_${newToken()}`,
    `${session.id}_${session.secret_hash.slice(0, 43)}`,
    "x".repeat(200),
  ];
  for (const id of chosen) {
    const visitor = await openSession(domain.app, "twn_1", LINK, id);
    assert.ok(visitor.is_new && visitor.session_id !== id, id);
    assert.notEqual(visitor.session.id, session.id);
  }
});

Deno.test("openSession: a session of one twin or channel opens nothing of another", async () => {
  await using domain = await openDomain();
  const channels: Channel[] = [
    LINK,
    { kind: "key", key_id: "key_1" },
    { kind: "key", key_id: "key_2" },
    { kind: "preview", as: "public", user_id: "usr_1" },
    { kind: "preview", as: "owner", user_id: "usr_1" },
    { kind: "preview", as: "public", user_id: "usr_2" },
  ];
  const begun = await Promise.all(
    channels.map((channel) => begin(domain, "twn_1", channel)),
  );
  for (const { session_id, session } of begun) {
    for (const channel of channels) {
      const again = await openSession(domain.app, "twn_1", channel, session_id);
      const same = JSON.stringify(channel) === JSON.stringify(session.channel);
      assert.equal(
        again.is_new,
        !same,
        JSON.stringify([session.channel, channel]),
      );
      const elsewhere = await openSession(
        domain.app,
        "twn_2",
        channel,
        session_id,
      );
      assert.equal(elsewhere.is_new, true);
    }
  }
});

Deno.test("session: ends 30 minutes after its last message", async () => {
  await using domain = await openDomain();
  const { app, clock } = domain;
  const visitor = await begin(domain);
  clock.advance(30 * MINUTE - 1);
  await goOn(domain, visitor);
  clock.advance(30 * MINUTE - 1);
  assert.ok(await getSession(app, visitor.session_id));
  clock.advance(1);
  assert.equal(await getSession(app, visitor.session_id), null);
  const next = await openSession(app, "twn_1", LINK, visitor.session_id);
  assert.ok(next.is_new && next.session_id !== visitor.session_id);
  await assert.rejects(
    requireSession(app, visitor.session_id),
    refused("not_found"),
  );
});

Deno.test("session: ends 24 hours after its first message, however busy", async () => {
  await using domain = await openDomain();
  const { app, clock } = domain;
  const visitor = await begin(domain);
  for (let i = 0; i < 24 * 60 / 20 - 1; i++) {
    clock.advance(20 * MINUTE);
    await goOn(domain, visitor);
  }
  clock.advance(20 * MINUTE - 1);
  assert.ok(await getSession(app, visitor.session_id));
  clock.advance(1);
  assert.equal(await getSession(app, visitor.session_id), null);
});

Deno.test("session: both ends are as configured", async () => {
  await using domain = await openDomain({
    env: { TWINCAST_SESSION_IDLE: "1h", TWINCAST_SESSION_MAX: "90m" },
  });
  const { app, clock } = domain;
  const { twin_id } = await found(domain);
  const visitor = await begin(domain, twin_id);
  clock.advance(HOUR - 1);
  await goOn(domain, visitor);
  const view = await describeSession(app, visitor.session_id);
  assert.equal(
    Date.parse(view.expires_at) - Date.parse(view.started_at),
    90 * MINUTE,
  );
});

Deno.test("describeSession: one entry an utterance, in order", async () => {
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

Deno.test("describeSession: another twin's session, and that of a deleted twin, are not found", async () => {
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

Deno.test("recordExchange: the same client_message_id at once is recorded once, and all are told that one", async () => {
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

Deno.test("recordExchange: messages at once in one session are all counted", async () => {
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

Deno.test("endVisitorSession: the session is over and all that was said is gone", async () => {
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

Deno.test("endVisitorSession: an answer under way is not recorded into what was ended", async () => {
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

Deno.test("session: the owner may still read it after its end; the visitor not", async () => {
  await using domain = await openDomain();
  const { app, kv, clock } = domain;
  const visitor = await begin(domain);
  clock.advance(2 * DAY);
  assert.equal(await getSession(app, visitor.session_id), null);
  assert.equal(await countEntries(kv, ["messages"]), 1);
});

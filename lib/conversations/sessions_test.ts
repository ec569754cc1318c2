import assert from "node:assert/strict";
import { DAY, HOUR, MINUTE } from "../clock.ts";
import type { Channel } from "../schemas/chat.ts";
import {
  getSession,
  openSession,
  requireSession,
  type VisitorSession,
} from "./sessions.ts";
import { describeSession } from "./visitor_view.ts";
import { recordExchange } from "./recording.ts";
import { newToken } from "../crypto/secrets.ts";
import {
  countEntries,
  type Domain,
  entryText,
  found,
  openDomain,
  refused,
} from "../../tests/stores.ts";
import { begin, exchange, LINK } from "../../tests/session_world.ts";

async function goOn(
  domain: Domain,
  { session_id, session }: VisitorSession,
) {
  const { twin_id } = session;
  const again = await openSession(domain.app, twin_id, LINK, session_id);
  assert.equal(again.is_new, false);
  assert.ok(await recordExchange(domain.app, again, exchange(domain)));
}

Deno.test("openSession: stores nothing before the first message, and never the id itself", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  const visitor = await openSession(app, "twn_1", LINK, undefined);
  assert.match(visitor.session_id, /^ses_[0-9A-Z]{26}_[0-9A-Za-z]{43}$/);
  // Its version only.
  assert.equal(await countEntries(kv, []), 1);
  await recordExchange(app, visitor, exchange(domain));
  for await (const entry of kv.list({ prefix: [] })) {
    assert.ok(!entryText(entry).includes(visitor.session_id));
  }
});

Deno.test("openSession: replaces an id the server did not mint", async () => {
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

Deno.test("openSession: one twin's or channel's session opens nothing of another", async () => {
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

Deno.test("session: both limits are configurable", async () => {
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

Deno.test("session: after its end the owner may still read it, the visitor may not", async () => {
  await using domain = await openDomain();
  const { app, kv, clock } = domain;
  const visitor = await begin(domain);
  clock.advance(2 * DAY);
  assert.equal(await getSession(app, visitor.session_id), null);
  assert.equal(await countEntries(kv, ["messages"]), 1);
});

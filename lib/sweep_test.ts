import assert from "node:assert/strict";
import { gatherAudits } from "./audit/chain.ts";
import { createApiKey } from "./keys/api_keys.ts";
import { verifyApiKey } from "./keys/verification.ts";
import { DAY, HOUR, iso, MINUTE } from "./clock.ts";
import { createContent } from "./content/content.ts";
import { getActor } from "./accounts/sessions.ts";
import { createPasswordReset } from "./team/password_links.ts";
import { createApiKeyInput } from "./schemas/api_key.ts";
import { openSession } from "./conversations/sessions.ts";
import { recordExchange } from "./conversations/recording.ts";
import { keys } from "./store/keys.ts";
import { sweep } from "./sweep.ts";
import { newId } from "./crypto/ids.ts";
import { deleteTwin } from "./twins/deletion.ts";
import { inviteUser } from "./team/invitations.ts";
import {
  countEntries,
  type Domain,
  entryText,
  found,
  openDomain,
} from "../tests/stores.ts";

async function chat({ app, clock }: Domain, twin_id: string) {
  const visitor = await openSession(app, twin_id, { kind: "link" }, undefined);
  const now = iso(clock.now());
  await recordExchange(app, visitor, {
    id: newId("msg"),
    question_id: newId("msg"),
    client_message_id: crypto.randomUUID(),
    question: "Hello?",
    answer: "Hi.",
    citations: [],
    grounded: false,
    partial: false,
    is_small_talk: false,
    asked_at: now,
    answered_at: now,
  });
  return visitor;
}

Deno.test("sweep: removes commit marks nobody waits for", async () => {
  await using domain = await openDomain();
  const { app, kv, clock } = domain;
  const hour = Math.floor(clock.now() / HOUR);
  for (const at of [hour - 30, hour - 2, hour - 1, hour]) {
    await kv.set(keys.commitMark(at, crypto.randomUUID()), null);
  }
  await sweep(app);
  const left = await Array.fromAsync(kv.list({ prefix: keys.commitMarks() }));
  assert.deepEqual(left.map(({ key }) => key[1]), [hour - 1, hour]);
});

Deno.test("sweep: removes nothing in use", async () => {
  await using domain = await openDomain();
  const { app, kv, clock } = domain;
  const owner = await found(domain);
  await chat(domain, owner.twin_id);
  await inviteUser(app, owner, { email: "bob@example.com", role: "viewer" });
  await createPasswordReset(app, owner, owner.user_id);
  // It chains recorded entries, and adds links.
  await gatherAudits(app);
  const before = await countEntries(kv, []);
  await sweep(app);
  clock.advance(MINUTE);
  await sweep(app);
  assert.equal(await countEntries(kv, []), before);
});

Deno.test("sweep: a rate limit counter goes after its window, not before", async () => {
  await using domain = await openDomain();
  const { app, kv, clock } = domain;
  const charge = {
    policy: "session",
    subject: "s",
    limit: 3,
    window_ms: MINUTE,
  } as const;
  const counters = () => countEntries(kv, ["rate_limit_tracking"]);
  await app.admission.admit([charge]);
  for (let hour = 0; hour < 5; hour++) {
    clock.advance(HOUR);
    await app.admission.admit([charge]);
    await sweep(app);
    assert.equal(await counters(), 1, "in use");
  }
  clock.advance(4 * HOUR);
  await sweep(app);
  assert.equal(await counters(), 0);
  for (let i = 0; i < 3; i++) {
    assert.equal((await app.admission.admit([charge])).allowed, true);
  }
  assert.equal((await app.admission.admit([charge])).allowed, false);
  assert.equal(await counters(), 1);
});

Deno.test("sweep: a dashboard session goes after its absolute end", async () => {
  await using domain = await openDomain();
  const { app, kv, clock } = domain;
  const { session_token } = await found(domain);
  for (let day = 0; day < 29; day += 5) {
    await sweep(app);
    assert.ok(await getActor(app, session_token), `day ${day}`);
    clock.advance(5 * DAY);
  }
  clock.advance(3 * HOUR);
  await sweep(app);
  assert.equal(await countEntries(kv, ["dashboard_sessions"]), 0);
  assert.equal(await countEntries(kv, ["dashboard_sessions_by_user"]), 0);
});

Deno.test("sweep: a conversation goes 90 days after its last message", async () => {
  await using domain = await openDomain();
  const { app, kv, clock } = domain;
  const visitor = await chat(domain, "twn_1");
  clock.advance(89 * DAY);
  await sweep(app);
  const key = keys.session(visitor.session.id);
  const { value } = await kv.get<object>(key);
  assert.ok(value);
  // Used again just before its first end was due.
  await kv.set(key, { ...value, last_active_at: iso(clock.now()) });
  clock.advance(60 * DAY);
  await sweep(app);
  assert.equal(await countEntries(kv, ["messages"]), 1);
  clock.advance(31 * DAY);
  await sweep(app);
  for (
    const place of [
      "sessions",
      "sessions_by_twin",
      "messages",
      "message_claims",
      "expiries",
    ]
  ) {
    assert.equal(await countEntries(kv, [place]), 0, place);
  }
});

Deno.test("sweep: invitations and resets go once nobody needs to see them", async () => {
  await using domain = await openDomain();
  const { app, kv, clock } = domain;
  const owner = await found(domain);
  await inviteUser(app, owner, { email: "bob@example.com", role: "viewer" });
  await createPasswordReset(app, owner, owner.user_id);
  clock.advance(2 * DAY);
  await sweep(app);
  assert.equal(await countEntries(kv, ["password_resets"]), 0);
  clock.advance(34 * DAY);
  await sweep(app);
  assert.equal(await countEntries(kv, ["user_invitations_by_token"]), 1);
  clock.advance(2 * DAY);
  await sweep(app);
  assert.equal(await countEntries(kv, ["user_invitations_by_token"]), 0);
  assert.equal(await countEntries(kv, ["user_invitations"]), 0);
});

Deno.test("sweep: a key's calling origins are kept for days only", async () => {
  await using domain = await openDomain();
  const { app, kv, clock } = domain;
  app.key_uses.note("key_1", "https://a.example", "GET /x");
  await app.key_uses.flush();
  clock.advance(8 * DAY);
  await sweep(app);
  assert.equal(await countEntries(kv, ["key_origins"]), 1);
  clock.advance(2 * DAY);
  await sweep(app);
  assert.equal(await countEntries(kv, ["key_origins"]), 0);
});

Deno.test("sweep: nothing of a deleted twin is left after 7 days; others keep everything", async () => {
  await using domain = await openDomain();
  const { app, kv, clock } = domain;
  const owner = await found(domain);
  const neighbour = await found(domain);
  const secrets: string[] = [];
  for (const member of [owner, neighbour]) {
    const { twin_id } = member;
    await chat(domain, twin_id);
    await createContent(app, member, twin_id, {
      title: "A",
      body: "CANARY",
      visibility: "public",
    });
    await createContent(app, member, twin_id, {
      title: "B",
      body: "word ".repeat(100_000),
      visibility: "private",
    });
    const input = createApiKeyInput.parse({
      twin_id,
      name: "Site",
      type: "secret",
    });
    const made = await createApiKey(app, member, input);
    secrets.push(made.key);
    app.key_uses.note(made.id, "https://a.example", "GET /x");
    await app.key_uses.flush();
  }
  await deleteTwin(app, owner, owner.twin_id);
  clock.advance(7 * DAY - HOUR);
  await sweep(app);
  assert.ok((await kv.get(keys.twin(owner.twin_id))).value, "kept for 7 days");
  clock.advance(3 * HOUR);
  await sweep(app);
  const places = [
    "twins",
    "share_links",
    "content",
    "content_by_digest",
    "content_versions",
    "public_content",
    "public_passages",
    "twin_api_keys",
    "twin_api_keys_by_tenant",
    "twin_api_keys_by_twin",
    "key_last_used",
    "key_origins",
    "sessions",
    "sessions_by_twin",
    "messages",
    "message_claims",
    "twins_by_tenant",
  ];
  const left: Record<string, number> = {};
  for (const place of places) left[place] = await countEntries(kv, [place]);
  left.content = left.content / 2;
  left.content_by_digest = left.content_by_digest / 2;
  assert.deepEqual(left, Object.fromEntries(places.map((place) => [place, 1])));
  for await (const entry of kv.list({ prefix: [] })) {
    if (/^(audit_log|expiries)$/.test(String(entry.key[0]))) continue;
    const text = entryText(entry);
    assert.ok(!text.includes(owner.twin_id), text.slice(0, 200));
  }
  await verifyApiKey(app, secrets[1], neighbour.twin_id);
});

Deno.test("sweep: continues until nothing is due", async () => {
  await using domain = await openDomain();
  const { app, kv, clock } = domain;
  const admit = (i: number) => {
    const [policy, window_ms] = ["session", MINUTE] as const;
    const charge = { policy, subject: `s${i}`, limit: 1, window_ms };
    return app.admission.admit([charge]);
  };
  const [COUNT, PRESENT] = [12_345, 7];
  await Promise.all(Array.from({ length: COUNT }, (_, i) => admit(i)));
  clock.advance(4 * HOUR);
  for (let i = 0; i < PRESENT; i++) await admit(COUNT + i);
  assert.equal(await sweep(app), COUNT);
  assert.equal(await sweep(app), 0);
  // Besides the store's version, records in use and their sweep entries.
  assert.equal(await countEntries(kv, []), 1 + 2 * PRESENT);
});

Deno.test("sweep: one entry that cannot be removed holds up no other", async () => {
  await using domain = await openDomain();
  const { app, kv, clock } = domain;
  await chat(domain, "twn_1");
  const window = {
    policy: "session",
    subject: "s",
    limit: 1,
    window_ms: MINUTE,
  } as const;
  await app.admission.admit([window]);
  // Not a well-formed session.
  const broken = keys.session("broken");
  await kv.set(broken, { last_active_at: null, twin_id: null, id: null });
  await kv.set(keys.expiry(0, "session", broken), null);
  clock.advance(5 * HOUR);
  await sweep(app);
  assert.equal(await countEntries(kv, ["rate_limit_tracking"]), 0);
});

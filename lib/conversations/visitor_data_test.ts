import { wrappedKv } from "../store/wrapped_kv.ts";
import assert from "node:assert/strict";
import { askByLink } from "../chat/ask.ts";
import { collectAnswer } from "../http/chat_response.ts";
import { listAudit } from "../audit/audit.ts";
import { requireShare, setSharing } from "../sharing/share_links.ts";
import { HOUR } from "../clock.ts";
import { sweep } from "../sweep.ts";
import { updateTwin } from "../twins/twins.ts";
import { entryText, found, openDomain, refused } from "../../tests/stores.ts";
import { leaveEmail } from "./leads.ts";
import { eraseVisitor, exportVisitor } from "./visitor_data.ts";

const ROOMY = {
  TWINCAST_LIMIT_IP: "1000/60s",
  TWINCAST_LIMIT_LINK: "1000/60s",
  TWINCAST_LIMIT_SESSION_START: "1000/60s",
};

async function openShared() {
  const domain = await openDomain({ env: ROOMY });
  const { app } = domain;
  const owner = await found(domain);
  const { twin_id } = owner;
  const { share_token } = await setSharing(app, owner, twin_id, true);
  const say = async (message: string, email?: string) => {
    const share = await requireShare(app, twin_id, share_token);
    const caller = { address: "192.0.2.1" };
    const talk = await askByLink(app, share, caller, { message });
    const { signal } = new AbortController();
    const { session_id } = await collectAnswer(talk, signal);
    if (email) await leaveEmail(app, twin_id, { session_id, email });
    return session_id.split("_").slice(0, 2).join("_");
  };
  const stored = async () => {
    const entries = await Array.fromAsync(app.kv.list({ prefix: [] }));
    return entries.map(entryText).join("\n");
  };
  return { ...domain, owner, say, stored };
}

Deno.test("visitor: all data of an e-mail is exported, and erased with a receipt that reveals nothing", async () => {
  await using world = await openShared();
  const { app, owner, say, stored } = world;
  const email = "Canary@example.com";
  const first = await say("Do you fly canaries?", email);
  const second = await say("Do you steer canaries?", email.toLowerCase());
  const other = await say("Do you sail?", "someone@example.com");

  const { conversations, leads } = await exportVisitor(app, owner, {
    email: "canary@example.com",
  });
  assert.deepEqual(conversations.map(({ id }) => id).sort(), [first, second]);
  assert.deepEqual(leads.map(({ email }) => email.toLowerCase()), [
    "canary@example.com",
    "canary@example.com",
  ]);
  assert.equal(conversations[0].exchanges.length, 1);

  const receipt = await eraseVisitor(app, owner, { email });
  assert.deepEqual(
    { ...receipt, erased_at: "" },
    { conversations: 2, messages: 2, leads: 2, erased_at: "" },
  );
  const left = await stored();
  assert.doesNotMatch(left, /canar/i);
  assert.ok(left.includes(other));
  const { items: [entry] } = await listAudit(app, owner, { limit: 1 });
  assert.equal(entry.action, "visitor.erased");
  assert.equal(entry.target_name, "2 conversations, 2 questions, 2 e-mails");
  await assert.rejects(
    eraseVisitor(app, owner, { email }),
    refused("not_found"),
  );
});

Deno.test("visitor: one conversation only, and never another team's", async () => {
  await using world = await openShared();
  const { app, owner, say } = world;
  const stranger = await found(world);
  const conversation_id = await say("Do you fly?", "a@example.com");
  await say("Do you dive?");
  for (const input of [{ conversation_id }, { email: "a@example.com" }]) {
    await assert.rejects(
      eraseVisitor(app, stranger, input),
      refused("not_found"),
    );
    await assert.rejects(
      exportVisitor(app, stranger, input),
      refused("not_found"),
    );
  }
  const receipt = await eraseVisitor(app, owner, { conversation_id });
  assert.equal(receipt.conversations, 1);
  assert.equal(receipt.leads, 1);
});

Deno.test("visitor: the sweep finishes an interrupted erasure; its receipt exists already", async () => {
  await using world = await openShared();
  const { app, owner, say, stored, clock } = world;
  await say("Do you fly canaries?", "canary@example.com");
  let commits = 0;
  const dying = wrappedKv(world.kv, {
    // The process ends after its first commit.
    atomic() {
      if (commits++ > 0) throw new Error("killed");
      return world.kv.atomic();
    },
  });
  const email = "canary@example.com";
  await assert.rejects(eraseVisitor({ ...app, kv: dying }, owner, { email }));
  const { items: [entry] } = await listAudit(app, owner, { limit: 1 });
  assert.equal(entry.action, "visitor.erased");
  clock.advance(2 * HOUR);
  await sweep(app);
  assert.doesNotMatch(await stored(), /canar/i);
});

Deno.test("visitor: of two concurrent erasures one gets the receipt", async () => {
  await using world = await openShared();
  const { app, owner, say } = world;
  const email = "canary@example.com";
  await say("Do you fly?", email);
  await say("Do you dive?", email);
  const receipts = await Promise.allSettled(
    [1, 2, 3].map(() => eraseVisitor(app, owner, { email })),
  );
  const won = receipts.filter(({ status }) => status === "fulfilled");
  assert.equal(won.length, 1);
  const { items } = await listAudit(app, owner, { limit: 10 });
  const erased = items.filter(({ action }) => action === "visitor.erased");
  assert.deepEqual(erased.map(({ target_name }) => target_name), [
    "2 conversations, 2 questions, 2 e-mails",
  ]);
});

Deno.test("visitor: all conversations of an e-mail are erased, however many", async () => {
  await using world = await openShared();
  const { app, owner, say, stored } = world;
  const email = "canary@example.com";
  for (let i = 0; i < 95; i++) await say("Do you fly canaries?", email);
  const { leads } = await exportVisitor(app, owner, { email });
  assert.equal(leads.length, 95);
  const erased = await eraseVisitor(app, owner, { email });
  assert.deepEqual([erased.conversations, erased.leads], [95, 95]);
  assert.doesNotMatch(await stored(), /canar/i);
});

Deno.test("visitor: content for that visitor alone is erased too, and reported to nobody", async () => {
  await using world = await openShared();
  const { app, owner, say, stored } = world;
  const email = "canary@example.com";
  await say("Do you fly canaries?", email);
  await updateTwin(app, owner, owner.twin_id, { retention_days: 0 });
  const { conversations } = await exportVisitor(app, owner, { email });
  assert.deepEqual(conversations, []);
  const { conversations: erased } = await eraseVisitor(app, owner, { email });
  assert.equal(erased, 1);
  assert.doesNotMatch(await stored(), /canar/i);
});

import assert from "node:assert/strict";
import { createApiKey } from "../keys/api_keys.ts";
import { verifyApiKey } from "../keys/verification.ts";
import { askByKey, askByLink } from "../chat/ask.ts";
import type { Conversation } from "../chat/converse.ts";
import { eventsOf } from "../chat/events.ts";
import { HOUR } from "../clock.ts";
import { requireLeadTicket } from "./lead_links.ts";
import { findQuestion, keepEmail, listLeads } from "./leads.ts";
import { endVisitorSession } from "./sessions.ts";
import { requireShare, setSharing } from "../sharing/share_links.ts";
import { updateTwin } from "../twins/twins.ts";
import { found, openDomain } from "../../tests/stores.ts";

const ALL = { limit: 100 };

async function openKeyed() {
  const domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const { twin_id } = owner;
  const { key } = await createApiKey(app, owner, {
    ...{ twin_id, name: "Shop", type: "secret", allowed_domains: [] },
  });
  const ask = async (message: string) => {
    const live = await verifyApiKey(app, key, twin_id);
    return endOf(
      await askByKey(app, live, { address: "1.1.1.1" }, { message }),
    );
  };
  return { ...domain, owner, twin_id, ask };
}

/** The session's id, and the page path that the end of an answer names. */
function endOf(talk: Conversation) {
  assert.ok(talk.kind === "recorded");
  const { session_id } = talk;
  const done = eventsOf(talk).at(-1);
  assert.equal(done?.type, "done");
  const url = done.type === "done" ? done.lead_url : undefined;
  return { session_id, ticket: url?.split("/").at(-1) ?? null };
}

Deno.test("lead tickets: an unanswered question by key links to a page that takes an e-mail for it", async () => {
  await using world = await openKeyed();
  const { app, owner, twin_id, ask } = world;
  const { session_id, ticket } = await ask("Do you fly helicopters?");
  assert.ok(ticket && !ticket.includes(session_id.slice(31)));
  const talk = await requireLeadTicket(app, ticket);
  const { question } = await findQuestion(app, talk.session);
  assert.equal(question, "Do you fly helicopters?");
  await keepEmail(app, talk, { email: "fan@example.com" });
  const { items } = await listLeads(app, owner, twin_id, ALL);
  assert.deepEqual(items.map(({ email }) => email), ["fan@example.com"]);
});

Deno.test("lead tickets: none for small talk, by the share link, or where nothing is stored", async () => {
  await using world = await openKeyed();
  const { app, owner, twin_id, ask } = world;
  assert.equal((await ask("Hello")).ticket, null);
  const { share_token } = await setSharing(app, owner, twin_id, true);
  const share = await requireShare(app, twin_id, share_token);
  const input = { message: "Do you fly helicopters?" };
  const talk = await askByLink(app, share, { address: "1.1.1.1" }, input);
  assert.equal(endOf(talk).ticket, null);
  await updateTwin(app, owner, twin_id, { retention_days: 0 });
  assert.equal((await ask("Do you fly helicopters?")).ticket, null);
});

Deno.test("lead tickets: a changed one, another session's, or an ended session's opens nothing", async () => {
  await using world = await openKeyed();
  const { app, clock, ask } = world;
  const one = await ask("Do you fly helicopters?");
  const other = await ask("Do you steer submarines?");
  assert.ok(one.ticket && other.ticket);
  const gone = { code: "not_found" };
  for (
    const ticket of [
      "",
      "undefined",
      one.session_id,
      one.ticket.slice(0, 31) + other.ticket.slice(31),
      one.ticket.slice(0, -1) + (one.ticket.endsWith("A") ? "B" : "A"),
    ]
  ) await assert.rejects(requireLeadTicket(app, ticket), gone);
  await endVisitorSession(app, one.session_id);
  await assert.rejects(requireLeadTicket(app, one.ticket), gone);
  clock.advance(HOUR);
  await assert.rejects(requireLeadTicket(app, other.ticket), gone);
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { createApiKey, revokeApiKey, updateApiKey } from "./api_keys.ts";
import { verifyApiKey } from "./verification.ts";
import { MINUTE } from "../clock.ts";
import { createApiKeyInput } from "../schemas/api_key.ts";
import { keys } from "../store/keys.ts";
import { mintTicket, verifyTicket } from "./tickets.ts";
import { createTwin } from "../twins/twins.ts";
import { endSession, getActor } from "../accounts/sessions.ts";
import { acceptAsNewUser } from "../team/accept_invitation.ts";
import { inviteUser } from "../team/invitations.ts";
import { removeMember } from "../team/user_management.ts";
import {
  CALLER,
  found,
  openDomain,
  PASSWORD,
  refused,
} from "../../tests/stores.ts";

async function openWithKey() {
  const domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const { twin_id } = owner;
  const made = await createApiKey(
    app,
    owner,
    createApiKeyInput.parse({ twin_id, name: "Site", allowed_domains: ["*"] }),
  );
  const live = await verifyApiKey(app, made.key, twin_id);
  return { ...domain, owner, made, live, twin_id };
}

Deno.test("verifyTicket: opens its own key for ten minutes", async () => {
  await using world = await openWithKey();
  const { app, clock, live, twin_id, made } = world;
  const { ticket, expires_at } = await mintTicket(app, live);
  assert.equal(Date.parse(expires_at), clock.now() + 10 * MINUTE);
  assert.equal((await verifyTicket(app, ticket, twin_id)).key.id, made.id);
  clock.advance(10 * MINUTE - 1);
  await verifyTicket(app, ticket, twin_id);
  clock.advance(1);
  await assert.rejects(
    verifyTicket(app, ticket, twin_id),
    refused("unauthorized"),
  );
});

Deno.test("verifyTicket: any changed character is refused", async () => {
  await using world = await openWithKey();
  const { app, live, twin_id } = world;
  const { ticket } = await mintTicket(app, live);
  const change = fc.tuple(
    fc.integer({ min: "tw_tk_".length, max: ticket.length - 1 }),
    fc.string({ minLength: 0, maxLength: 2 }),
  );
  await fc.assert(fc.asyncProperty(change, async ([place, text]) => {
    const forged = ticket.slice(0, place) + text + ticket.slice(place + 1);
    fc.pre(forged !== ticket);
    await assert.rejects(
      verifyTicket(app, forged, twin_id),
      refused("unauthorized"),
      forged,
    );
  }));
});

Deno.test("verifyTicket: a ticket never minted is refused", async () => {
  await using world = await openWithKey();
  const { app, live, twin_id } = world;
  const { ticket } = await mintTicket(app, live);
  const [hash, , , signature] = ticket.slice(6).split(".");
  const later = (9e15).toString(36);
  for (
    const wrong of [
      "tw_tk_",
      "tw_tk_.",
      "tw_tk_...",
      `tw_tk_${hash}.${twin_id}.${later}.`,
      `tw_tk_${hash}.${twin_id}.${later}.${signature}`,
      `tw_tk_${hash}.${twin_id}.${signature}`,
      `${ticket}.${signature}`,
      `${ticket} `,
    ]
  ) {
    await assert.rejects(
      verifyTicket(app, wrong, twin_id),
      refused("unauthorized"),
      wrong,
    );
  }
});

Deno.test("verifyTicket: opens no other twin, not even of the same team", async () => {
  await using world = await openWithKey();
  const { app, owner, live } = world;
  const { ticket } = await mintTicket(app, live);
  const other = await createTwin(app, owner, { name: "Other" });
  await assert.rejects(
    verifyTicket(app, ticket, other.id),
    refused("unauthorized"),
  );
});

Deno.test("verifyTicket: ends with its key", async () => {
  await using world = await openWithKey();
  const { app, owner, live, made, twin_id } = world;
  const { ticket } = await mintTicket(app, live);
  await revokeApiKey(app, owner, made.id);
  await assert.rejects(
    verifyTicket(app, ticket, twin_id),
    refused("unauthorized"),
  );
});

Deno.test("mintTicket: the first concurrent tickets share one secret; another store's tickets are refused", async () => {
  await using world = await openWithKey();
  const { app, kv, live, twin_id } = world;
  const tickets = await Promise.all(
    Array.from({ length: 10 }, () => mintTicket(app, live)),
  );
  for (const { ticket } of tickets) await verifyTicket(app, ticket, twin_id);
  await kv.set(keys.ticketSecret(), "another secret");
  await assert.rejects(
    verifyTicket(app, tickets[0].ticket, twin_id),
    refused("unauthorized"),
  );
});

Deno.test("mintTicket: a key without sites opens no page, nor does an earlier ticket of it", async () => {
  await using world = await openWithKey();
  const { app, owner, live, made, twin_id } = world;
  const { ticket } = await mintTicket(app, live);
  await updateApiKey(app, owner, made.id, { allowed_domains: [] });
  await assert.rejects(
    verifyTicket(app, ticket, twin_id),
    refused("forbidden"),
  );
  const empty = await verifyApiKey(app, made.key, twin_id);
  await assert.rejects(mintTicket(app, empty), refused("forbidden"));
  // The dashboard's own preview needs no site.
  const preview = await mintTicket(app, empty, owner);
  await verifyTicket(app, preview.ticket, twin_id);
});

Deno.test("mintTicket: a secret key gets none, not even for the preview", async () => {
  await using world = await openWithKey();
  const { app, owner, twin_id } = world;
  const input = createApiKeyInput.parse({
    twin_id,
    name: "API",
    type: "secret",
  });
  const { key } = await createApiKey(app, owner, input);
  const live = await verifyApiKey(app, key, twin_id);
  await assert.rejects(mintTicket(app, live), refused("forbidden"));
  await assert.rejects(mintTicket(app, live, owner), refused("forbidden"));
});

Deno.test("verifyTicket: a preview's ticket ends with its holder's membership or session", async () => {
  for (const end of ["membership", "session"]) {
    await using world = await openWithKey();
    const { app, owner, live, twin_id } = world;
    const invited = { email: "bob@example.com", role: "viewer" as const };
    const { invite_url } = await inviteUser(app, owner, invited);
    const { session_token } = await acceptAsNewUser(
      app,
      invite_url.split("/").at(-1) ?? "",
      { name: "Bob", password: PASSWORD },
      CALLER,
    );
    const bob = await getActor(app, session_token);
    assert.ok(bob);
    const { ticket } = await mintTicket(app, live, bob);
    await verifyTicket(app, ticket, twin_id);
    if (end === "session") await endSession(app, bob.session_hash);
    else await removeMember(app, owner, bob.user_id);
    await assert.rejects(
      verifyTicket(app, ticket, twin_id),
      refused("unauthorized"),
    );
  }
});

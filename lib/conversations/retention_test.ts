import assert from "node:assert/strict";
import { askByLink } from "../chat/ask.ts";
import { DAY, HOUR, MINUTE } from "../clock.ts";
import { getTranscript, listConversations } from "./conversations.ts";
import { listFigures, totalOf } from "../figures/figures.ts";
import { collectAnswer } from "../http/chat_response.ts";
import { leaveEmail, listLeads } from "./leads.ts";
import { rateAnswer } from "./ratings.ts";
import { describeSession } from "./visitor_view.ts";
import { requireShare, setSharing } from "../sharing/share_links.ts";
import { sweep } from "../sweep.ts";
import { getTwin, updateTwin } from "../twins/twins.ts";
import { viewTwin } from "../twins/twin_views.ts";
import { listUnanswered } from "./unanswered.ts";
import {
  countEntries,
  found,
  openDomain,
  staying,
} from "../../tests/stores.ts";

const ALL = { limit: 100 };
/** Where anything of a conversation may be stored. */
const PLACES = [
  "sessions",
  "sessions_by_twin",
  "sessions_by_channel",
  "sessions_rated_down",
  "messages",
  "message_claims",
  "unanswered",
  "leads",
  "answered_leads",
];

async function openShared() {
  const domain = await openDomain();
  const { app, kv } = domain;
  const owner = staying(await found(domain));
  const { twin_id } = owner;
  const { share_token } = await setSharing(app, owner, twin_id, true);
  const say = async (message: string, session_id?: string) => {
    const share = await requireShare(app, twin_id, share_token);
    const input = {
      message,
      session_id,
      client_message_id: crypto.randomUUID(),
    };
    const talk = await askByLink(app, share, { address: "1.1.1.1" }, input);
    return await collectAnswer(talk, new AbortController().signal);
  };
  const keep = (retention_days: number) =>
    updateTwin(app, owner, twin_id, { retention_days });
  /** How many of each the owner sees. */
  const shown = async () => [
    (await listConversations(app, owner, twin_id, ALL)).items.length,
    (await listUnanswered(app, owner, twin_id, ALL)).items.length,
    (await listLeads(app, owner, twin_id, ALL)).items.length,
  ];
  const stored = async () => {
    const counts = await Promise.all(
      PLACES.map((place) => countEntries(kv, [place])),
    );
    return counts.reduce((sum, n) => sum + n, 0);
  };
  return { ...domain, owner, twin_id, say, keep, shown, stored };
}

Deno.test("retention: 90 days by default; the visitor is told", async () => {
  await using world = await openShared();
  const { app, twin_id, say, keep } = world;
  const twin = await getTwin(app, twin_id);
  assert.ok(twin);
  assert.equal(viewTwin(app, twin).retention_days, 90);
  const { session_id } = await say("Hello");
  const told = async () =>
    (await describeSession(app, session_id)).retention_days;
  assert.equal(await told(), 90);
  assert.equal((await keep(7)).retention_days, 7);
  assert.equal(await told(), 7);
});

Deno.test("retention: a shorter time hides older conversations at once; the next sweep deletes them", async () => {
  await using world = await openShared();
  const { app, clock, twin_id, say, keep, shown, stored } = world;
  const { session_id } = await say("Do you fly helicopters?");
  await leaveEmail(app, twin_id, { session_id, email: "fan@example.com" });
  clock.advance(10 * DAY);
  await say("Do you steer submarines?");
  assert.deepEqual(await shown(), [2, 2, 1]);
  await keep(7);
  assert.deepEqual((await shown()).slice(0, 2), [1, 1]);
  await sweep(app);
  assert.deepEqual(await shown(), [1, 1, 0]);
  // The rest goes after its own seven days.
  clock.advance(7 * DAY - HOUR);
  await sweep(app);
  assert.deepEqual(await shown(), [1, 1, 0]);
  clock.advance(3 * HOUR);
  assert.deepEqual(await shown(), [0, 0, 0]);
  await sweep(app);
  assert.equal(await stored(), 0);
});

Deno.test("retention: a longer time keeps what is still there", async () => {
  await using world = await openShared();
  const { app, clock, say, keep, shown, stored } = world;
  await keep(1);
  await say("Do you fly helicopters?");
  await keep(365);
  clock.advance(364 * DAY);
  await sweep(app);
  assert.deepEqual(await shown(), [1, 1, 0]);
  clock.advance(2 * DAY);
  await sweep(app);
  assert.equal(await stored(), 0);
});

Deno.test("retention: 0 days: context still works, nobody sees it, figures count, and it goes with the session", async () => {
  await using world = await openShared();
  const { app, clock, owner, twin_id, say, keep, shown, stored } = world;
  await say("Do you sail?");
  await keep(0);
  assert.deepEqual(await shown(), [0, 0, 0]);
  await sweep(app);
  const { session_id, message_id } = await say("Do you fly helicopters?");
  await say("Do you steer submarines?", session_id);
  await rateAnswer(app, twin_id, { session_id, message_id, rating: "down" });
  const { messages, retention_days } = await describeSession(app, session_id);
  assert.deepEqual([messages.length, retention_days], [4, 0]);
  await assert.rejects(
    leaveEmail(app, twin_id, { session_id, email: "fan@example.com" }),
    { code: "forbidden" },
  );
  assert.deepEqual(await shown(), [0, 0, 0]);
  const conversation_id = session_id.slice(0, 30);
  await assert.rejects(getTranscript(app, owner, twin_id, conversation_id), {
    code: "not_found",
  });
  // A conversation begun for the visitor alone stays so, whatever the setting later.
  await keep(90);
  assert.deepEqual(await shown(), [1, 1, 0]);
  assert.equal((await describeSession(app, session_id)).retention_days, 0);
  await keep(0);
  clock.advance(20 * MINUTE);
  await say("Do you ride bicycles?", session_id);
  clock.advance(29 * MINUTE);
  await sweep(app);
  assert.ok(await stored() > 0);
  clock.advance(2 * HOUR);
  await sweep(app);
  assert.equal(await stored(), 0);
  const figures = await listFigures(app.kv, twin_id, 2, clock.now());
  assert.deepEqual(
    (["messages", "ungrounded", "rated_down"] as const).map((figure) =>
      totalOf(figures, figure)
    ),
    [4, 4, 1],
  );
});

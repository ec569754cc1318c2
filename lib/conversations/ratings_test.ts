import assert from "node:assert/strict";
import { askByLink } from "../chat/ask.ts";
import { getTranscript, listConversations } from "./conversations.ts";
import { listFigures, totalOf } from "../figures/figures.ts";
import { collectAnswer } from "../http/chat_response.ts";
import { rateAnswer } from "./ratings.ts";
import { describeSession } from "./visitor_view.ts";
import { endVisitorSession } from "./sessions.ts";
import { requireShare, setSharing } from "../sharing/share_links.ts";
import { keys } from "../store/keys.ts";
import {
  countEntries,
  found,
  openDomain,
  outcomes,
} from "../../tests/stores.ts";

const DOWN = { rating: "down", comment: "" } as const;
const UP = { rating: "up", comment: " Thanks " } as const;

async function openShared(env: Record<string, string> = {}) {
  const domain = await openDomain({ env });
  const { app, clock } = domain;
  const owner = await found(domain);
  const { twin_id } = owner;
  const { share_token } = await setSharing(app, owner, twin_id, true);
  const say = async (message: string, session_id?: string) => {
    const share = await requireShare(app, twin_id, share_token);
    const input = { message, session_id };
    const talk = await askByLink(app, share, { address: "1.1.1.1" }, input);
    return await collectAnswer(talk, new AbortController().signal);
  };
  const figures = async () => {
    const rows = await listFigures(app.kv, twin_id, 3, clock.now());
    return [totalOf(rows, "rated_up"), totalOf(rows, "rated_down")];
  };
  const ratedDown = async () => {
    const query = { limit: 10, rating: "down" } as const;
    const { items } = await listConversations(app, owner, twin_id, query);
    return items.map(({ rated_down }) => rated_down);
  };
  return { ...domain, owner, twin_id, say, figures, ratedDown };
}

Deno.test("ratings: the same thumb without a comment keeps the comment; the other thumb drops it", async () => {
  await using world = await openShared();
  const { app, twin_id, say } = world;
  const { session_id, message_id } = await say("Do you fly helicopters?");
  const rate = async (rating: "up" | "down", comment?: string) => {
    const given = { session_id, message_id, rating, comment };
    return (await rateAnswer(app, twin_id, given)).comment;
  };
  assert.equal(await rate("down", "Wrong hour."), "Wrong hour.");
  assert.equal(await rate("down"), "Wrong hour.");
  assert.equal(await rate("down", ""), "");
  await Promise.all([rate("down"), rate("down", "Late."), rate("down")]);
  assert.equal(await rate("down"), "Late.");
  assert.equal(await rate("up"), "");
});

Deno.test("ratings: shown to visitor and owner, changeable, counted as they stand", async () => {
  await using world = await openShared();
  const { app, clock, owner, twin_id, say, figures, ratedDown } = world;
  const { session_id, message_id } = await say("Do you fly helicopters?");
  const other = await say("Do you steer submarines?", session_id);
  const rate = (id: string, given: typeof DOWN | typeof UP) =>
    rateAnswer(app, twin_id, { session_id, message_id: id, ...given });
  await rate(message_id, DOWN);
  await rate(message_id, DOWN);
  await rate(other.message_id, DOWN);
  assert.deepEqual([await figures(), await ratedDown()], [[0, 2], [2]]);
  clock.advance(10 * 60_000);
  await rate(message_id, UP);
  assert.deepEqual([await figures(), await ratedDown()], [[1, 1], [1]]);
  const { messages } = await describeSession(app, session_id);
  assert.deepEqual(
    messages.map(({ rating }) => rating && [rating.rating, rating.comment]),
    [undefined, ["up", "Thanks"], undefined, ["down", ""]],
  );
  const { items: [{ id }] } = await listConversations(app, owner, twin_id, {
    limit: 1,
  });
  const { exchanges } = await getTranscript(app, owner, twin_id, id);
  assert.deepEqual(exchanges.map(({ rating }) => rating?.rating), [
    "up",
    "down",
  ]);
  await rate(other.message_id, UP);
  assert.deepEqual([await figures(), await ratedDown()], [[2, 0], []]);
});

Deno.test("ratings: only for an answer in one's own session that has not ended", async () => {
  await using world = await openShared();
  const { app, kv, twin_id, say, ratedDown } = world;
  const mine = await say("Do you fly helicopters?");
  const theirs = await say("Do you steer submarines?");
  const rate = (session_id: string, message_id: string) =>
    rateAnswer(app, twin_id, { session_id, message_id, ...DOWN });
  await assert.rejects(rate(mine.session_id, theirs.message_id), {
    code: "not_found",
  });
  await assert.rejects(rate("made up", mine.message_id), { code: "not_found" });
  await assert.rejects(
    rateAnswer(app, "twn_other", { ...mine, ...DOWN }),
    { code: "not_found" },
  );
  await rate(mine.session_id, mine.message_id);
  assert.deepEqual(await ratedDown(), [1]);
  await endVisitorSession(app, mine.session_id);
  assert.deepEqual(await ratedDown(), []);
  assert.equal(await countEntries(kv, ["sessions_rated_down"]), 0);
  await assert.rejects(rate(mine.session_id, mine.message_id), {
    code: "not_found",
  });
});

Deno.test("ratings: concurrent ratings and questions lose none and are bounded", async () => {
  await using world = await openShared({ TWINCAST_LIMIT_RATING: "8/60s" });
  const { app, kv, twin_id, say, figures, ratedDown } = world;
  const { session_id, message_id } = await say("Do you fly helicopters?");
  const answers = [message_id];
  for (const _ of [1, 2, 3, 4]) {
    answers.push((await say("And boats?", session_id)).message_id);
  }
  const asked = say("And kites?", session_id);
  const { kept, codes } = await outcomes(
    [...answers, ...answers].map((message_id) =>
      rateAnswer(app, twin_id, { session_id, message_id, ...DOWN })
    ),
  );
  await asked;
  assert.equal(kept, 8);
  assert.deepEqual(codes, ["rate_limited", "rate_limited"]);
  assert.deepEqual([await figures(), await ratedDown()], [[0, 5], [5]]);
  const id = session_id.slice(0, 30);
  const session = await kv.get<{ messages: number }>(keys.session(id));
  assert.equal(session.value?.messages, 6);
});

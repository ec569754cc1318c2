import assert from "node:assert/strict";
import { askByLink } from "../chat/ask.ts";
import { DAY } from "../clock.ts";
import { collectAnswer } from "../http/chat_response.ts";
import { requireShare, setSharing } from "../sharing/share_links.ts";
import { sweep } from "../sweep.ts";
import {
  countEntries,
  found,
  interrupted,
  openDomain,
  outcomes,
  refused,
} from "../../tests/stores.ts";
import { leaveEmail } from "./leads.ts";
import { endVisitorSession } from "./sessions.ts";

const EMAIL = "visitor@example.com";

async function openShared() {
  const domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const { twin_id } = owner;
  const { share_token } = await setSharing(app, owner, twin_id, true);
  const say = async (address: string) => {
    const share = await requireShare(app, twin_id, share_token);
    const input = { message: "Do you fly helicopters?" };
    const talk = await askByLink(app, share, { address }, input);
    return await collectAnswer(talk, new AbortController().signal);
  };
  return { ...domain, twin_id, say };
}

Deno.test("leaveEmail: a conversation deleted at the same moment keeps no e-mail, 20 times", async () => {
  await using world = await openShared();
  const { app, kv, twin_id, say } = world;
  for (let i = 0; i < 20; i++) {
    const { session_id } = await say(`192.0.2.${i}`);
    const leave = () => leaveEmail(app, twin_id, { session_id, email: EMAIL });
    const end = () => endVisitorSession(app, session_id);
    const { codes } = await outcomes(
      i % 2 === 0 ? [leave(), end()] : [end(), leave()],
    );
    assert.ok(codes.every((code) => code === "not_found"), codes.join());
    assert.equal(await countEntries(kv, ["leads"]), 0);
    assert.equal(await countEntries(kv, ["sessions"]), 0);
  }
});

Deno.test("leaveEmail: refused when the conversation is deleted between reading and committing", async () => {
  await using world = await openShared();
  const { app, twin_id, say } = world;
  const { session_id } = await say("192.0.2.1");
  const kv = interrupted(world.kv, () => endVisitorSession(app, session_id));
  await assert.rejects(
    leaveEmail({ ...app, kv }, twin_id, { session_id, email: EMAIL }),
    refused("not_found"),
  );
  assert.equal(await countEntries(world.kv, ["leads"]), 0);
});

Deno.test("sweep: removes an e-mail that outlived its conversation", async () => {
  await using world = await openShared();
  const { app, kv, clock, twin_id, say } = world;
  const { session_id } = await say("192.0.2.1");
  await leaveEmail(app, twin_id, { session_id, email: EMAIL });
  const [orphan] = await Array.fromAsync(kv.list({ prefix: ["leads"] }));
  await endVisitorSession(app, session_id);
  await kv.set(orphan.key, orphan.value);
  clock.advance(400 * DAY);
  await sweep(app);
  assert.equal(await countEntries(kv, ["leads"]), 0);
});

Deno.test("leaveEmail: a session may leave a few; all sessions together are limited too", async () => {
  await using domain = await openDomain({
    env: {
      TWINCAST_LIMIT_LEAD: "2/600s",
      TWINCAST_LIMIT_TWIN_LEADS: "3/600s",
    },
  });
  const { app } = domain;
  const owner = await found(domain);
  const { twin_id } = owner;
  const { share_token } = await setSharing(app, owner, twin_id, true);
  const begin = async () => {
    const share = await requireShare(app, twin_id, share_token);
    const talk = await askByLink(app, share, { address: "1.1.1.1" }, {
      message: "Flying?",
    });
    const { signal } = new AbortController();
    return (await collectAnswer(talk, signal)).session_id;
  };
  const leave = (session_id: string) =>
    leaveEmail(app, twin_id, { session_id, email: "v@example.com" });
  const [one, other] = [await begin(), await begin()];
  await leave(one);
  await leave(one);
  await assert.rejects(leave(one), refused("rate_limited"));
  await leave(other);
  await assert.rejects(leave(other), refused("rate_limited"));
});

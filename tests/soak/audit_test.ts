// The soak's audit: a store in which every operation was called satisfies all rules, and each rule notices missing and
// left-over entries.
import assert from "node:assert/strict";
import { sweep } from "../../lib/sweep.ts";
import { keys } from "../../lib/store/keys.ts";
import {
  ask,
  invite,
  type Member,
  type Server,
  signUp,
  startServer,
} from "../harness.ts";
import { localSite } from "../local_site.ts";
import {
  answerAsSite,
  call,
  documented,
  makeWorld,
  prepare,
  type World,
} from "../world.ts";
import { audit, RULES } from "./audit.ts";
import type { Rule } from "./rule.ts";
import { type Entry, StoreView } from "./store_view.ts";

const ENV = { TWINCAST_SECRET: "0123456789abcdef0123456789abcdef" };

Deno.test("audit: a store with one of everything keeps every rule, and each rule can be broken", async () => {
  await using site = localSite(answerAsSite);
  await using server = await startServer({
    env: { ...ENV, TWINCAST_LOCAL_HOSTS: site.host },
    trial_hosts: [site.host],
  });
  const owner = await signUp(server);
  const world = await makeWorld(server, owner);
  world.params.user_id = (await invite(server, owner, "viewer")).user_id;
  await doMore(server, owner, world);
  const before = await settled(server);
  for (const operation of await documented(server)) {
    if (operation.id === "deleteAccount") continue;
    await prepare(operation, world, owner).catch(() => {});
    const { cookie } = owner;
    const response = await call(server, operation, world, { cookie })
      .catch(() => null);
    await response?.body?.cancel();
  }
  const after = await settled(server);
  const now = server.clock.now();
  for (const entries of [before, after]) {
    const broken = audit(new StoreView(entries, now));
    assert.deepEqual(Object.fromEntries(broken), {});
  }
  const left = [before, after].reduce(
    (rules, entries) => unbroken(rules, entries, now),
    RULES,
  );
  assert.deepEqual(left.map(({ name }) => name), []);
});

/** What the world lacks: an answer rated down, a message with a client's id, items of other kinds. */
async function doMore(server: Server, owner: Member, { params }: World) {
  const { twin_id, token } = params;
  const chat = `/public/chat/${twin_id}/${token}`;
  const { body: said } = await ask(server, chat, {
    message: "When is tea?",
    client_message_id: crypto.randomUUID(),
  });
  const { session_id, message_id } = said;
  const rated = { session_id, message_id, rating: "down" };
  await ask(server, `/public/ratings/${twin_id}/${token}`, rated);
  const path = `/twins/${twin_id}/content`;
  const item = { title: "Limited", body: "Clay.", visibility: "public" };
  const limited = { ...item, channels: ["link"] };
  await owner.json("POST", path, limited, 201);
  const gone = { ...item, body: "Gone soon." };
  const { id } = await owner.json("POST", path, gone, 201);
  await owner.json("DELETE", `${path}/${id}`, undefined, 204);
}

/** What the store holds when nothing changes it: a list is read in several batches, so a job must not end meanwhile. */
async function settled({ app }: Server): Promise<Entry[]> {
  await app.key_uses.flush();
  await sweep(app);
  await app.jobs.idle();
  return await Array.fromAsync(app.kv.list({ prefix: [] }));
}

/**
 * Rules that nothing violates: with an entry deleted, an entry copied to a missing owner, a wrong count, a job in
 * another state.
 */
function unbroken(
  rules: readonly Rule[],
  entries: Entry[],
  now_ms: number,
): readonly Rule[] {
  let left = rules;
  const tryOn = (changed: Entry[]) => {
    const store = new StoreView(changed, now_ms);
    left = left.filter((rule) => rule.broken(store).length === 0);
  };
  for (const entry of entries) {
    const others = entries.filter((one) => one !== entry);
    tryOn(others);
    for (const value of corruptionsOf(entry.value)) {
      tryOn([...others, { ...entry, value }]);
    }
    for (const at of entry.key.keys()) {
      const gone = typeof entry.key[at] === "number" ? 1 : "gone";
      const key = entry.key.with(at, gone);
      tryOn([...entries, { key, value: entry.value }]);
    }
    if (entry.key[0] === "leads") {
      const key = entry.key.with(0, "answered_leads");
      tryOn([...entries, { key, value: entry.value }]);
    }
  }
  for (const key of Object.values(keys)) {
    const of_nothing = (key as (...args: unknown[]) => Deno.KvKey)(
      ...["gone", "gone", ["gone"], "gone"],
    );
    tryOn([...entries, { key: of_nothing, value: { session_id: "gone" } }]);
  }
  return left;
}

/** Plausible corruptions of a value. */
function corruptionsOf(value: unknown): unknown[] {
  if (value instanceof Deno.KvU64) {
    return [new Deno.KvU64(0n), new Deno.KvU64(2n ** 64n - 1n)];
  }
  if (value === null || typeof value !== "object") return [];
  return "state" in value
    ? ["queued", "running", "done"].map((state) => ({ ...value, state }))
    : [];
}

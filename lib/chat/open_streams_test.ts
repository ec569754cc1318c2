import assert from "node:assert/strict";
import { testClock } from "../../tests/stores.ts";
import { within } from "../../tests/until.ts";
import { type Allowed, OpenStreams } from "./open_streams.ts";
import { delay } from "../store/commit.ts";
import { GatheredReads } from "../store/gathered_reads.ts";
import { RecordCache, renewCacheEpoch } from "../store/record_cache.ts";

async function open() {
  const clock = testClock();
  const kv = await Deno.openKv(":memory:");
  const streams = new OpenStreams(
    new RecordCache(kv, new GatheredReads(kv)),
    clock,
  );
  return {
    kv,
    clock,
    streams,
    async revoke(credential: Credential) {
      credential.allowed = false;
      const op = kv.atomic();
      renewCacheEpoch(op);
      await op.commit();
    },
    [Symbol.dispose]() {
      streams.close();
      kv.close();
    },
  };
}

class Credential {
  allowed: Allowed = true;
  asked = 0;
  isAllowed = () => {
    this.asked++;
    return Promise.resolve(this.allowed);
  };
}

/** Watches a stream; `isOpen` until it is ended. */
function watch(streams: OpenStreams, credential: Credential) {
  let is_open = true;
  const unwatch = streams.watch({
    twin_id: "twn_1",
    isAllowed: credential.isAllowed,
    end: () => is_open = false,
  });
  return { unwatch, isOpen: () => is_open };
}

Deno.test("OpenStreams: a revoked credential ends its own streams, by the timer alone", async () => {
  using opened = await open();
  const { streams } = opened;
  const [good, bad] = [new Credential(), new Credential()];
  const other = watch(streams, good);
  const ended = [1, 2].map(() => Promise.withResolvers<void>());
  const leave = ended.map(({ resolve }) =>
    streams.watch({
      twin_id: "twn_1",
      isAllowed: bad.isAllowed,
      end: () => resolve(),
    })
  );
  await opened.revoke(bad);
  await Promise.all(ended.map(({ promise }) => within(promise, "an end")));
  assert.ok(other.isOpen());
  for (const unwatch of [...leave, other.unwatch]) unwatch();
  assert.equal(streams.size, 0);
});

Deno.test("OpenStreams: a credential revoked before its stream is watched ends that stream too", async () => {
  using opened = await open();
  const { streams } = opened;
  const [early, late] = [new Credential(), new Credential()];
  const first = watch(streams, early);
  // The second request was let in before this, and begins to stream only once the change was noticed.
  await opened.revoke(late);
  await streams.checkAll();
  assert.ok(first.isOpen());
  const second = watch(streams, late);
  await streams.checkAll();
  assert.ok(!second.isOpen());
  first.unwatch();
  second.unwatch();
});

Deno.test("OpenStreams: a credential is read again only after one was revoked", async () => {
  using opened = await open();
  const credential = new Credential();
  const stream = watch(opened.streams, credential);
  for (let n = 0; n < 5; n++) await opened.streams.checkAll();
  assert.equal(credential.asked, 1);
  await opened.revoke(new Credential());
  for (let n = 0; n < 5; n++) await opened.streams.checkAll();
  assert.equal(credential.asked, 2);
  stream.unwatch();
});

Deno.test("OpenStreams: an expired credential ends its stream, and is read no more often for that", async () => {
  using opened = await open();
  const { streams, clock } = opened;
  const credential = new Credential();
  credential.allowed = clock.now() + 5_000;
  const stream = watch(streams, credential);
  for (let n = 0; n < 5; n++) await streams.checkAll();
  assert.ok(stream.isOpen());
  assert.equal(credential.asked, 1);
  credential.allowed = false;
  clock.advance(5_000);
  await streams.checkAll();
  assert.ok(!stream.isOpen());
  stream.unwatch();
});

Deno.test("OpenStreams: a read that fails is tried again", async () => {
  using opened = await open();
  const { streams } = opened;
  let failures = 1;
  let is_open = true;
  const unwatch = streams.watch({
    twin_id: "twn_1",
    isAllowed: () =>
      failures-- > 0
        ? Promise.reject(new Error("busy"))
        : Promise.resolve(false),
    end: () => is_open = false,
  });
  await streams.checkAll();
  assert.ok(is_open);
  await streams.checkAll();
  assert.ok(!is_open);
  unwatch();
});

Deno.test("OpenStreams: limits streams per twin and per process; an ended stream frees its slot", async () => {
  const kv = await Deno.openKv(":memory:");
  const streams = new OpenStreams(
    new RecordCache(kv, new GatheredReads(kv)),
    testClock(),
    {
      per_twin: 2,
      per_process: 3,
    },
  );
  const watch = (twin_id: string) =>
    streams.watch({
      twin_id,
      isAllowed: () => Promise.resolve(true),
      end: () => {},
    });
  const first = watch("twn_1");
  watch("twn_1");
  assert.throws(() => streams.requireRoom("twn_1"), { code: "unavailable" });
  streams.requireRoom("twn_2");
  watch("twn_2");
  assert.throws(() => streams.requireRoom("twn_3"), { code: "unavailable" });
  first();
  first();
  assert.equal(streams.size, 2);
  streams.requireRoom("twn_1");
  streams.close();
  kv.close();
});

Deno.test("OpenStreams: all streams send together in the next turn; a crowd sends less often", async () => {
  using opened = await open();
  const { streams } = opened;
  const send = () => new Promise<void>((sent) => streams.soon(sent));
  /** Whether the second of two sendings or a timer comes first: timers run in the order they are due. */
  const second = async (ms: number) => {
    await Promise.all([send(), send()]);
    const order: string[] = [];
    await Promise.all([
      send().then(() => order.push("sent")),
      delay(ms).then(() => order.push("timer")),
    ]);
    return order[0];
  };
  const leave: (() => void)[] = [];
  const growTo = (count: number) => {
    while (leave.length < count) {
      leave.push(streams.watch({
        twin_id: `twn_${leave.length}`,
        isAllowed: () => Promise.resolve(true),
        end() {},
      }));
    }
  };
  assert.equal(await second(20), "sent");
  growTo(1_499);
  assert.equal(await second(20), "sent");
  growTo(1_500);
  assert.equal(await second(20), "timer");
  growTo(4_900);
  // 163 ms at 30,000 chunks a second.
  assert.equal(await second(120), "timer");
  for (const unwatch of leave) unwatch();
  assert.equal(await second(20), "sent");
});

import assert from "node:assert/strict";
import { testClock } from "../../tests/stores.ts";
import { type Allowed, OpenStreams } from "./open_streams.ts";
import { delay } from "../store/commit.ts";
import { GatheredReads } from "../store/gathered_reads.ts";
import { RecordCache, renewCacheEpoch } from "../store/record_cache.ts";

/** Longer than one poll, with room for a busy machine. */
const POLLS_MS = 1_200;

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

/** Watches a stream; `ended` resolves when it is ended. */
function watch(streams: OpenStreams, credential: Credential) {
  const ended = Promise.withResolvers<"ended">();
  const unwatch = streams.watch({
    twin_id: "twn_1",
    isAllowed: credential.isAllowed,
    end: () => ended.resolve("ended"),
  });
  return {
    unwatch,
    fate: (ms = POLLS_MS) =>
      Promise.race([ended.promise, delay(ms).then(() => "open")]),
  };
}

Deno.test("OpenStreams: ends the streams of the credential that was revoked, and no other", async () => {
  using opened = await open();
  const { streams } = opened;
  const [good, bad] = [new Credential(), new Credential()];
  const first = watch(streams, bad);
  const second = watch(streams, bad);
  const other = watch(streams, good);
  await opened.revoke(bad);
  assert.deepEqual(
    await Promise.all([first.fate(), second.fate(), other.fate()]),
    ["ended", "ended", "open"],
  );
  for (const stream of [first, second, other]) stream.unwatch();
  assert.equal(streams.size, 0);
});

Deno.test("OpenStreams: a credential revoked before its stream is watched ends it all the same", async () => {
  using opened = await open();
  const { streams } = opened;
  const [early, late] = [new Credential(), new Credential()];
  const first = watch(streams, early);
  // The request of the second stream was let in before this; it streams only now that it was noticed.
  await opened.revoke(late);
  assert.equal(await first.fate(), "open");
  const second = watch(streams, late);
  assert.equal(await second.fate(), "ended");
  first.unwatch();
  second.unwatch();
});

Deno.test("OpenStreams: a credential is read anew only when one was revoked", async () => {
  using opened = await open();
  const credential = new Credential();
  const stream = watch(opened.streams, credential);
  await stream.fate(2_000);
  assert.ok(credential.asked <= 1, `asked ${credential.asked} times`);
  stream.unwatch();
});

Deno.test("OpenStreams: a credential whose time is up ends its stream, and is asked no more often for it", async () => {
  using opened = await open();
  const { streams, clock } = opened;
  const credential = new Credential();
  credential.allowed = clock.now() + 5_000;
  const stream = watch(streams, credential);
  assert.equal(await stream.fate(), "open");
  assert.equal(credential.asked, 1);
  credential.allowed = false;
  clock.advance(5_000);
  assert.equal(await stream.fate(), "ended");
  stream.unwatch();
});

Deno.test("OpenStreams: a read that fails is tried again", async () => {
  using opened = await open();
  let failures = 1;
  const ended = Promise.withResolvers<void>();
  const unwatch = opened.streams.watch({
    twin_id: "twn_1",
    isAllowed: () =>
      failures-- > 0
        ? Promise.reject(new Error("busy"))
        : Promise.resolve(false),
    end: () => ended.resolve(),
  });
  await ended.promise;
  unwatch();
});

Deno.test("OpenStreams: so many at once for a twin and for the process, and room again when one ends", async () => {
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

Deno.test("OpenStreams: sends in the next turn, all streams together; a crowd's at a slower pace", async () => {
  using opened = await open();
  const { streams } = opened;
  /** What runs first: the second of two sendings, or a timer of 20 ms. */
  const second = async () => {
    const sent = (done: () => void) => streams.soon(done);
    await Promise.all([new Promise<void>(sent), new Promise<void>(sent)]);
    return await Promise.race([
      new Promise<void>(sent).then(() => "at once"),
      delay(20).then(() => "later"),
    ]);
  };
  assert.equal(await second(), "at once");
  const leave = Array.from({ length: 2_001 }, (_, n) =>
    streams.watch({
      twin_id: `twn_${n}`,
      isAllowed: () => Promise.resolve(true),
      end() {},
    }));
  assert.equal(await second(), "later");
  for (const unwatch of leave) unwatch();
  await delay(150);
  assert.equal(await second(), "at once");
});

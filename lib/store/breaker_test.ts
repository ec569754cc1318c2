import assert from "node:assert/strict";
import { until } from "../../tests/until.ts";
import { delay } from "./commit.ts";
import { Breaker, StoreFailure } from "./breaker.ts";

function breaker(probe: () => Promise<unknown>) {
  return new Breaker({
    ...{ deadline_ms: 20, retry_ms: 5, probe },
    is_outage: () => false,
    refused: () => Promise.resolve(),
  });
}

/** A call's outcome; "hangs" if it does not end. */
async function endOf(call: Promise<unknown>): Promise<unknown> {
  const hung = AbortSignal.timeout(5_000);
  return await Promise.race([
    call.catch((error) => error),
    new Promise((resolve) =>
      hung.addEventListener("abort", () => resolve("hangs"))
    ),
  ]);
}

Deno.test("Breaker: a call the store never answers ends in doubt; calls then fail at once until a probe succeeds", async () => {
  let answers = false;
  const one = breaker(() => answers ? Promise.resolve() : Promise.reject());
  const late = await endOf(one.run(() => new Promise(() => {})));
  assert.ok(late instanceof StoreFailure, String(late));
  assert.equal(late.in_doubt, true);
  const next = await endOf(one.run(() => Promise.resolve("answer")));
  assert.ok(next instanceof StoreFailure, String(next));
  assert.equal(next.in_doubt, false);
  answers = true;
  await until(
    async () => await one.run(() => Promise.resolve("answer")) === "answer",
    "an answer",
  );
  one.close();
});

Deno.test("Breaker: a call's own error is passed on, and the next call is made", async () => {
  const one = breaker(() => Promise.resolve());
  const own = new Error("own");
  assert.equal(await endOf(one.run(() => Promise.reject(own))), own);
  assert.equal(await endOf(one.run(() => Promise.resolve(1))), 1);
  one.close();
});

Deno.test("Breaker: a process that was itself stalled past the deadline accepts an answer that comes right after", async () => {
  const one = new Breaker({
    ...{ deadline_ms: 60, retry_ms: 5, is_outage: () => false },
    probe: () => Promise.resolve(),
    refused: () => Promise.resolve(),
  });
  const answer = endOf(one.run(async () => {
    await delay(20);
    await delay(2);
    return "answer";
  }));
  const until = performance.now() + 150;
  while (performance.now() < until);
  assert.equal(await answer, "answer");
  one.close();
});

import assert from "node:assert/strict";
import { breathe } from "./breathe.ts";

/** Computes for a few milliseconds. */
function compute(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end;);
}

Deno.test("breathe: concurrent workers take turns, and others are served in between", async () => {
  let served_at = 0;
  let longest = 0;
  const order: number[] = [];
  const others = setInterval(() => {
    longest = Math.max(longest, order.length - served_at);
    served_at = order.length;
  });
  await Promise.all(Array.from({ length: 300 }, async (_, n) => {
    await breathe();
    compute(2);
    order.push(n);
  }));
  clearInterval(others);
  assert.deepEqual(order, order.toSorted((a, b) => a - b));
  longest = Math.max(longest, order.length - served_at);
  assert.ok(longest < 100, `${longest} of 300 at a stretch`);
});

Deno.test("breathe: a latecomer is not held up by an endless worker", async () => {
  let is_over = false;
  const endless = (async () => {
    while (!is_over) {
      compute(1);
      await breathe();
    }
  })();
  for (let n = 0; n < 20; n++) await breathe();
  is_over = true;
  await endless;
});

Deno.test("breathe: network requests are answered while many work", async () => {
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    () => new Response("here"),
  );
  const url = `http://127.0.0.1:${server.addr.port}/`;
  let is_over = false;
  let answered = 0;
  const calls = (async () => {
    while (!is_over) {
      await fetch(url).then((response) => response.text());
      answered++;
    }
  })();
  await Promise.all(Array.from({ length: 300 }, async () => {
    await breathe();
    compute(2);
  }));
  is_over = true;
  await calls;
  assert.ok(answered > 150, `${answered} in 600 ms`);
});

Deno.test("breathe: who asks by another copy of the module has the same turns", async () => {
  const copy: typeof import("./breathe.ts") = await import(
    `${import.meta.resolve("./breathe.ts")}?copy`
  );
  await breathe();
  compute(10);
  let has_begun = false;
  const turn = copy.breathe().then(() => has_begun = true);
  for (let hops = 0; hops < 10; hops++) await null;
  assert.equal(has_begun, false);
  await turn;
});

import assert from "node:assert/strict";
import type { App } from "../app.ts";
import type { Call } from "./call.ts";
import { delay } from "../store/commit.ts";
import { download } from "./download.ts";

const CALL = { app: { log: () => {} } as Partial<App> } as Call;

function pieces(count: number) {
  const ended = Promise.withResolvers<number>();
  async function* generate() {
    let made = 0;
    try {
      for (; made < count; made++) yield "x".repeat(32_000);
    } finally {
      ended.resolve(made);
    }
  }
  return { generate, ended: ended.promise };
}

Deno.test("download: a reader that takes nothing is cut off, and generation stops", async () => {
  const { generate, ended } = pieces(1_000);
  const options = { name: "all", format: "csv" as const, stall_ms: 50 };
  const response = await download(CALL, generate(), options);
  const reader = response.body!.getReader();
  await reader.read();
  assert.ok(await ended < 10);
  await assert.rejects(async () => {
    while (!(await reader.read()).done);
  }, /stalled/);
});

Deno.test("download: a slow reader gets everything", async () => {
  const { generate } = pieces(5);
  const options = { name: "all", format: "csv" as const, stall_ms: 2_000 };
  const response = await download(CALL, generate(), options);
  let size = 0;
  for await (const part of response.body!) {
    size += part.length;
    await delay(20);
  }
  assert.equal(size, 5 * 32_000);
});

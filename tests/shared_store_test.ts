// Two processes count on one store: never one too many.
import assert from "node:assert/strict";
import { tempStore } from "./stores.ts";

const LIMIT = 12_000;
const ATTEMPTS = 10_000;

Deno.test("rate limits: two processes on one file, 20,000 attempts, never one too many", async () => {
  await using store = await tempStore();
  // The file is created before both open it at once.
  (await Deno.openKv(store.path)).close();
  const attempt = () =>
    new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "-A", "--no-check"],
        new URL("./shared_store_attempts.ts", import.meta.url).pathname,
        ...[store.path, `${ATTEMPTS}`, `${LIMIT}`],
      ],
    }).output();
  const outputs = await Promise.all([attempt(), attempt()]);
  const counts = outputs.map(({ success, stdout, stderr }) => {
    assert.ok(success, new TextDecoder().decode(stderr));
    const { allowed, refused } = JSON.parse(new TextDecoder().decode(stdout));
    assert.equal(allowed + refused, ATTEMPTS);
    return allowed;
  });
  assert.equal(counts[0] + counts[1], LIMIT);
});

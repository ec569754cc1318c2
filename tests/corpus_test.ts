import assert from "node:assert/strict";
import { readCorpus } from "./corpus.ts";

Deno.test("corpus: each file is imported and answers, or is refused with a reason", async () => {
  const held = await readCorpus();
  assert.ok(held.length >= 60, `${held.length} files`);
  const failures = held.filter(({ failures }) => failures.length > 0)
    .map(({ name, failures }) => `${name}: ${failures.join(" ")}`);
  assert.deepEqual(failures, []);
});

// The audit log is exported, and the task that verifies it says whether it is intact.
import assert from "node:assert/strict";
import { DAY } from "../lib/clock.ts";
import { signUp, startServer } from "./harness.ts";
import { runTask } from "./tasks.ts";

Deno.test("audit log: an export verifies; a changed one does not, and names the line", async () => {
  await using server = await startServer({
    env: { TWINCAST_SECRET: "0123456789abcdef0123456789abcdef" },
  });
  const owner = await signUp(server);
  for (const name of ["One", "Two"]) {
    await owner.json("PATCH", "/tenant", { name });
  }
  const response = await owner.send("GET", "/audit-log/export");
  assert.equal(response.headers.get("content-type"), "application/jsonl");
  const text = await response.text();
  const file = await Deno.makeTempFile({ suffix: ".jsonl" });
  try {
    await Deno.writeTextFile(file, text);
    const whole = await runTask("verify-audit", [file]);
    assert.equal(whole.code, 0, whole.output);
    assert.match(
      whole.output,
      /The log is complete: 4 entries, signed to the la/,
    );
    await Deno.writeTextFile(file, text.replace('"Two"', '"Too"'));
    const touched = await runTask("verify-audit", [file]);
    assert.equal(touched.code, 1);
    assert.match(touched.output, /Line \d: entry \d was changed/);
  } finally {
    await Deno.remove(file);
  }
});

Deno.test("Activity: entries from before the clock was corrected do not count as today's", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  server.clock.advance(-2 * DAY);
  await owner.json("POST", "/twins", { name: "Then" }, 201);
  server.clock.advance(2 * DAY);
  await owner.json("POST", "/twins", { name: "Now" }, 201);
  const response = await server.fetch("/dashboard/activity", {
    headers: { cookie: owner.cookie },
  });
  const text = (await response.text()).replace(/<[^>]*>/g, " ");
  // The account, its twin and the second twin.
  assert.match(text, /\b3\s+changes today/);
});

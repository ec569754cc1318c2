// Processes that run the jobs of one store, killed repeatedly.
import assert from "node:assert/strict";
import { TOKEN } from "../kvconnect/server.ts";

Deno.test("jobs: two processes, one killed 20 times: each step is done once", async () => {
  const path = new URL("../kvconnect/job_kills.ts", import.meta.url).pathname;
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", path, "20"],
    env: { DENO_KV_ACCESS_TOKEN: TOKEN, NO_COLOR: "1" },
  }).output();
  const said = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  assert.ok(success, said.join("\n"));
});

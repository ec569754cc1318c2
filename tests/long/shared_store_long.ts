// A shared store whose server is killed repeatedly under writers.
import assert from "node:assert/strict";
import { TOKEN } from "../kvconnect/server.ts";

Deno.test("a shared store: killed 50 times under 10 writers, nothing acknowledged is lost", async () => {
  const path = new URL("../kvconnect/kills.ts", import.meta.url).pathname;
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", path, "50"],
    env: { DENO_KV_ACCESS_TOKEN: TOKEN, NO_COLOR: "1" },
  }).output();
  const said = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  assert.ok(success, said.join("\n"));
});

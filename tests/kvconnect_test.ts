import assert from "node:assert/strict";
import { TOKEN } from "./kvconnect/server.ts";

Deno.test("a shared store: everything holds over KV Connect", async () => {
  const path = new URL("./kvconnect/cases.ts", import.meta.url).pathname;
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["test", "-A", "--no-check", path],
    env: { DENO_KV_ACCESS_TOKEN: TOKEN, NO_COLOR: "1" },
  }).output();
  const said = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  assert.ok(success, said.join("\n"));
});

// The command line, as a process of its own, against the running app.
import assert from "node:assert/strict";
import { makeKey, shareTwin, signUp, startServer } from "./harness.ts";

const TOOL = new URL("../lib/tools/twin.ts", import.meta.url);

Deno.test("twin: asks, imports, exports and lists keys with a secret key; a refusal is told in words", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  await shareTwin(owner);
  const { key } = await makeKey(owner, {
    name: "Command line",
    scopes: ["chat", "content:write", "keys:write"],
  });
  const run = async (args: string[], secret = key) => {
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", TOOL.pathname, ...args],
      env: {
        TWINCAST_URL: server.base,
        TWINCAST_TWIN: owner.twin_id,
        TWINCAST_KEY: secret,
      },
    }).output();
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    return { code, said: text(stdout), complaint: text(stderr) };
  };
  const asked = await run(["ask", "When", "do you drink oolong tea?"]);
  assert.match(asked.said, /every morning[\s\S]*Tea/, asked.complaint);

  const file = await Deno.makeTempFile({ suffix: ".md" });
  await Deno.writeTextFile(file, "# Bread\n\nI bake rye bread on Fridays.");
  const imported = await run(["import", file]);
  await Deno.remove(file);
  assert.equal(imported.code, 0, imported.complaint);
  const exported = await run(["export"]);
  assert.match(exported.said, /rye bread/, exported.complaint);

  const listed = await run(["keys"]);
  assert.match(listed.said, /tw_sk_\w+… +chat content:write keys:write/);
  assert.ok(!listed.said.includes(key));
  const refused = await run(["keys"], "tw_sk_made_up");
  assert.equal(refused.code, 1);
  assert.match(refused.complaint, /^This API key is wrong/);
  assert.match((await run([])).said, /deno task twin ask/);
});

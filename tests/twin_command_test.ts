// The command line as its own process, with the running app.
import assert from "node:assert/strict";
import config from "../deno.json" with { type: "json" };
import { makeKey, shareTwin, signUp, startServer } from "./harness.ts";

const ROOT = new URL("../", import.meta.url);
/** With exactly the task's permissions. */
const [, ...COMMAND] = config.tasks.twin.command.split(" ");

Deno.test("twin: asks, imports, exports and lists keys with a secret key; a refusal says why", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  await shareTwin(owner);
  const { key } = await makeKey(owner, {
    name: "Command line",
    scopes: ["chat", "content:write", "keys:write"],
  });
  const run = async (args: string[], secret = key, url = server.base) => {
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [...COMMAND, ...args],
      cwd: ROOT,
      env: {
        TWINCAST_URL: url,
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
  assert.equal(imported.code, 0, imported.complaint);
  assert.match(imported.said, /\.md: cnt_\w+, \d+ characters/);
  const table = await Deno.makeTempFile({ suffix: ".csv" });
  await Deno.writeTextFile(
    table,
    "question,answer\nWhen?,At six.\nWhere?,Here.\n",
  );
  const pairs = await run(["import", table]);
  await Deno.remove(table);
  assert.equal(pairs.code, 0, pairs.complaint);
  assert.match(pairs.said, /\.csv: 2 questions with their answers$/m);
  const exported = await run(["export"]);
  assert.match(exported.said, /rye bread/, exported.complaint);

  const listed = await run(["keys"]);
  assert.match(listed.said, /tw_sk_\w+… +chat content:write keys:write/);
  assert.ok(!listed.said.includes(key));
  const refused = await run(["keys"], "tw_sk_made_up");
  assert.equal(refused.code, 1);
  assert.match(refused.complaint, /^This API key is wrong/);
  for (const args of [[], ["--help"], ["--"]]) {
    assert.match((await run(args)).said, /deno task twin ask/);
  }
  for (const args of [["ask"], ["import"], ["talk"]]) {
    const { code, complaint } = await run(args);
    assert.equal(code, 1);
    assert.match(complaint, /deno task twin ask/);
  }
  // As typed for other task runners.
  const dashed = await run(["--", "keys"]);
  assert.equal(dashed.said, listed.said, dashed.complaint);

  const picture = await Deno.makeTempFile({ suffix: ".png" });
  const complaints: [args: string[], url: string, complaint: RegExp][] = [
    [["ask", "a".repeat(4_001)], server.base, /^message: .*4,?000/],
    [["import", `${file}x`], server.base, /^\S+ cannot be read/],
    [["import", file, picture], server.base, /md: 1 already there\n\S+png: /],
    [["keys"], "http://127.0.0.1:9", /^There is no response from/],
  ];
  for (const [args, url, complaint] of complaints) {
    const told = await run(args, key, url);
    assert.equal(told.code, 1);
    assert.match(told.complaint, complaint);
    assert.doesNotMatch(told.complaint, /at async|Uncaught/);
  }
  await Promise.all([file, picture].map((path) => Deno.remove(path)));
});

// Code in the README is run as it is. docs_test.ts lists which test runs which command.
import assert from "node:assert/strict";
import {
  type Json,
  makeKey,
  PASSWORD,
  post,
  shareTwin,
  signUp,
  startServer,
  statusOf,
} from "./harness.ts";
import { tempStore } from "./stores.ts";
import { runTask, Task } from "./tasks.ts";

const ROOT = new URL("../", import.meta.url);

/** The README's code block that contains this, for an existing twin and a question it can answer. */
async function shown(
  what: string,
  { base, twin_id, key }: { base: string; twin_id: string; key: string },
): Promise<string> {
  const readme = await Deno.readTextFile(new URL("README.md", ROOT));
  const [, , code] = [...readme.matchAll(/```(\w+)\n([\s\S]*?)```/g)]
    .find(([block]) => block.includes(what)) ?? [];
  assert.ok(code, what);
  return code.replaceAll("https://your.twincast", base)
    .replaceAll("twn_…", twin_id).replaceAll("tw_sk_…", key)
    .replaceAll("What do you do?", "When do you drink oolong tea?");
}

/** Does what a curl call does, since not every machine has curl. */
async function curl(command: string): Promise<Json> {
  const [, url] = /^curl (\S+)/.exec(command) ?? [];
  const headers = [...command.matchAll(/-H '(.+?): (.*?)'/g)]
    .map(([, name, value]) => [name, value] as [string, string]);
  const [, body] = /-d '(.*)'/.exec(command) ?? [];
  const response = await fetch(url, { method: "POST", headers, body });
  assert.equal(response.status, 200);
  return await response.json();
}

Deno.test("README: the curl call and the OpenAI program are answered", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  await shareTwin(owner);
  const { key } = await makeKey(owner);
  const at = { base: server.base, twin_id: owner.twin_id, key };
  const { answer } = await curl(await shown("curl https://", at));
  assert.match(answer, /every morning at seven/);
  const program = await shown("new OpenAI(", at) +
    "\nconsole.log(answer.choices[0].message.content);";
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", program],
    ...{ cwd: ROOT, env: { NO_COLOR: "1" } },
  }).output();
  const [said, complaint] = [stdout, stderr].map((bytes) =>
    new TextDecoder().decode(bytes)
  );
  assert.match(said, /every morning at seven/, complaint);
});

Deno.test("deno task reset-password: its link sets a new password once the server has restarted", async () => {
  await using file = await tempStore();
  const env = { TWINCAST_KV_PATH: file.path };
  const sign_in = { email: "", password: "a wholly new password" };
  {
    await using server = await startServer({ kv_path: file.path });
    sign_in.email = (await signUp(server)).email;
    const refused = await runTask("reset-password", [sign_in.email], env);
    assert.equal(refused.code, 1);
    assert.match(refused.output, /in use|another|running/i);
  }
  const { code, output } = await runTask("reset-password", [sign_in.email], {
    ...env,
    TWINCAST_BASE_URL: "https://twin.example",
  });
  assert.equal(code, 0, output);
  const [, path = ""] = /https:\/\/twin\.example(\/\S+)/.exec(output) ?? [];
  await using server = await startServer({ kv_path: file.path });
  const { password } = sign_in;
  assert.equal(await statusOf(post(server, path, { password })), 303);
  assert.equal(await statusOf(post(server, "/login", sign_in)), 303);
  const old = { ...sign_in, password: PASSWORD };
  assert.equal(await statusOf(post(server, "/login", old)), 401);
});

/** A free port whose neighbour, which the demo uses too, is also free. */
function freePort(): number {
  for (;;) {
    using one = Deno.listen({ port: 0 });
    const { port } = one.addr as Deno.NetAddr;
    try {
      Deno.listen({ port: port + 80 }).close();
      return port;
    } catch {
      // Taken, or not a valid port.
    }
  }
}

Deno.test("deno task demo: serves a twin, and another site's page that embeds it", async () => {
  const PORT = String(freePort());
  const task = new Task("demo", [], { PORT }, { by_shell: true });
  try {
    await task.says(/Ask it:/);
    const addresses = task.output.match(/http:\/\/\S+/g) ?? [];
    assert.equal(addresses.length, 3, task.output);
    const [twin, site, login] = await Promise.all(
      addresses.map(async (address) => {
        const response = await fetch(address);
        assert.equal(response.status, 200, address);
        return await response.text();
      }),
    );
    assert.match(twin, /What clay should a beginner buy\?/);
    assert.match(site, /widget\.js/);
    assert.match(login, /password/);
  } finally {
    await task.stop();
  }
});

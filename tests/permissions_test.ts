// The process runs with exactly the permissions of `deno task start`.
import assert from "node:assert/strict";
import { servingPermissions } from "../lib/build/permissions.ts";
import { ModelServer, say } from "./model_server.ts";
import { send, signUp } from "./process_account.ts";
import { Process } from "./processes.ts";
import { tempStore } from "./stores.ts";
import { Task } from "./tasks.ts";

Deno.test("permissions: only the store's folder can be written, and only Deno can be started", () => {
  const flags = servingPermissions("/srv/twincast/a.db");
  assert.ok(flags.includes("--allow-write=/srv/twincast"), flags.join(" "));
  assert.ok(flags.includes(`--allow-run=${Deno.execPath()}`));
  assert.ok(!flags.some((flag) => /^(-A|--allow-(all|ffi|import))/.test(flag)));
  for (const path of [":memory:", "https://kv.example.com", null]) {
    assert.ok(!servingPermissions(path).join(" ").includes("--allow-write"));
  }
  const spaced = servingPermissions("/srv/my data/a.db");
  assert.ok(
    spaced.includes("--allow-write"),
    "a flag cannot hold the space of the path",
  );
});

Deno.test("permissions: suffice to read files, draw pictures and ask models", async () => {
  await using file = await tempStore();
  await using model = new ModelServer();
  model.script = () => say("At seven [1].");
  await using process = await Process.start(file.path, { env: model.env });
  const account = await signUp(process, "ada@example.com");
  const twin = `/twins/${account.twin_id}`;
  const form = new FormData();
  const html = "<h1>Tea</h1><p>I drink oolong tea at seven.</p>";
  form.append("files", new File([html], "tea.html", { type: "text/html" }));
  form.append("visibility", "public");
  const { cookie } = account;
  const imported = await process.fetch(`${twin}/content/import`, {
    method: "POST",
    headers: { cookie },
    body: form,
  });
  assert.ok(imported.ok, await imported.text());
  const { items } = await send(process, account, "GET", `${twin}/content`);
  assert.equal(items.length, 1);
  const { share_token } = await send(
    process,
    account,
    "PATCH",
    `${twin}/sharing`,
    {
      is_public: true,
    },
  );
  const place = `${account.twin_id}/${share_token}`;
  const answer = await process.fetch(`/public/chat/${place}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ message: "What is tea for you, in the morning?" }),
  });
  assert.equal((await answer.json()).answer, "At seven [1].");
  const picture = await process.fetch(`/share/${place}/card.png`);
  assert.equal(picture.headers.get("content-type"), "image/png");
  await picture.body?.cancel();
  assert.equal(await process.stop(), 0);
  const errors = process.lines.filter((line) =>
    /NotCapable|"level":"error"/.test(line)
  );
  assert.deepEqual(errors, []);
});

Deno.test("permissions: deno task start serves with them, and stops when asked to", async () => {
  await using file = await tempStore();
  const task = new Task("start", [], {
    PORT: "0",
    TWINCAST_KV_PATH: `${file.folder}/a folder/twincast.db`,
  }, { by_shell: true });
  await task.says(/Listening on port \d+/);
  const [, port] = /Listening on port (\d+)/.exec(task.output) ?? [];
  assert.ok(port, task.output);
  const { status, body } = await fetch(`http://127.0.0.1:${port}/healthz`);
  await body?.cancel();
  assert.equal(status, 200);
  assert.equal((await task.stop()).code, 0);
});

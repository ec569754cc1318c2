// The app as a process: how it starts, stops, crashes and recovers, and what it leaves on disk and in the log.
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { statusOf } from "./harness.ts";
import { killRounds } from "./kill_rounds.ts";
import { hang, ModelServer, stream } from "./model_server.ts";
import { type Account, send, signUp } from "./process_account.ts";
import { Process } from "./processes.ts";
import { tempStore } from "./stores.ts";
import { until } from "./until.ts";

Deno.test("process: says when it is ready, answers, ends a second one on its store with a sentence, and stops at once when asked to", async () => {
  await using file = await tempStore();
  await using process = await Process.start(file.path);
  assert.ok(
    process.lines.some((line) => line.startsWith("Twincast is ready: http")),
  );
  const second = await Process.fail({ TWINCAST_KV_PATH: file.path });
  assert.notEqual(second.code, 0);
  assert.match(second.output, /Another Twincast is already running on the st/);
  assert.doesNotMatch(second.output, /\bat .*\.ts:\d+/, "no stack");
  const health = await process.fetch("/healthz");
  assert.deepEqual(await health.json(), { status: "ok" });
  const asked_at = performance.now();
  assert.equal(await process.stop(), 0);
  assert.ok(performance.now() - asked_at < 4_000, "it did not wait");
});

Deno.test("process: asked to stop, it finishes an answer in progress, and does not wait for an endless one", async () => {
  await using file = await tempStore();
  await using model = new ModelServer();
  for (const ends of [true, false]) {
    await using process = await Process.start(file.path, { env: model.env });
    const begun = Promise.withResolvers<void>();
    const go_on = Promise.withResolvers<void>();
    model.script = (request) =>
      stream(async function* () {
        yield "At ";
        begun.resolve();
        await Promise.race([go_on.promise, request.aborted]);
        yield "seven.";
      });
    const account = await signUp(process, `ada${ends}@example.com`);
    await process.fetch(`/twins/${account.twin_id}/content`, {
      method: "POST",
      headers: { cookie: account.cookie, "content-type": "application/json" },
      body: JSON.stringify({
        title: "Tea",
        body: "I drink tea at seven.",
        visibility: "public",
      }),
    }).then((response) => response.body?.cancel());
    const asked = process.fetch(`/twins/${account.twin_id}/preview`, {
      method: "POST",
      headers: { cookie: account.cookie, "content-type": "application/json" },
      body: JSON.stringify({ message: "When?", as: "public" }),
    }).then((response) => response.json());
    const answered = asked.catch(() => null);
    await begun.promise;
    const stopped = process.stop();
    await until(() => refusesConnections(process), "it takes no more calls");
    if (ends) go_on.resolve();
    assert.equal(await stopped, 0);
    assert.equal((await answered)?.answer, ends ? "At seven." : undefined);
  }
});

Deno.test("process: asked to stop, each open stream ends with an error, and its partial answer is recorded", async () => {
  const STREAMS = 30;
  await using file = await tempStore();
  await using model = new ModelServer();
  await using process = await Process.start(file.path, { env: model.env });
  const account = await signUp(process, "ada@example.com");
  const twin = `/twins/${account.twin_id}`;
  await send(process, account, "POST", `${twin}/content`, {
    title: "Tea",
    body: "I drink tea at seven.",
    visibility: "public",
  });
  const link = await send(process, account, "PATCH", `${twin}/sharing`, {
    is_public: true,
  });
  model.script = (request) => hang(request, "At ", "seven, and");
  const path = `/public/chat/${account.twin_id}/${link.share_token}`;
  const begun = Promise.withResolvers<void>();
  let telling = 0;
  const streams = Array.from({ length: STREAMS }, async (_, i) => {
    const is_json = i % 3 === 0;
    const accept = is_json ? "application/json" : "text/event-stream";
    const response = await process.fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", accept },
      body: JSON.stringify({ message: "When is tea?" }),
    });
    if (is_json) return await response.text();
    let text = "";
    for await (
      const part of response.body!.pipeThrough(new TextDecoderStream())
    ) {
      if (!text.includes("seven") && (text + part).includes("seven")) telling++;
      text += part;
      if (telling === STREAMS - STREAMS / 3) begun.resolve();
    }
    return text;
  });
  await begun.promise;
  assert.equal(await process.stop(), 0);
  for (const text of await Promise.all(streams)) {
    assert.match(text, /"code":"unavailable"/);
    assert.match(text, /^\{|event: error\ndata: [^\n]*restarting/m);
  }
  await using again = await Process.start(file.path);
  const { items } = await send(again, account, "GET", `${twin}/conversations`);
  assert.equal(items.length, STREAMS);
  for (const { id } of items) {
    const one = await send(
      again,
      account,
      "GET",
      `${twin}/conversations/${id}`,
    );
    assert.match(JSON.stringify(one), /"At seven, and"/);
  }
});

Deno.test("process: an invalid setting stops the start with a sentence that names it", async () => {
  await using file = await tempStore();
  const taken = Deno.listen({ port: 0 });
  const port = String((taken.addr as Deno.NetAddr).port);
  await Deno.writeTextFile(`${file.folder}/file`, "");
  const wrong: [Record<string, string>, RegExp][] = [
    [{ PORT: "eighty" }, /PORT is "eighty"/],
    [{ TWINCAST_LIMIT_IP: "many" }, /TWINCAST_LIMIT_IP is "many"/],
    [{ TWINCAST_KV_PATH: `${file.folder}/file/a.db` }, /TWINCAST_KV_PATH/],
    [{ PORT: port }, new RegExp(`port ${port}`, "i")],
  ];
  for (const [env, sentence] of wrong) {
    const { code, output } = await Process.fail({
      TWINCAST_KV_PATH: file.path,
      ...env,
    });
    assert.equal(code, 1, output);
    assert.match(output, sentence);
    assert.doesNotMatch(output, /\bat .*\.ts:\d+/, "a sentence, not a stack");
  }
  taken.close();
});

Deno.test("process: killed repeatedly during writes, it comes back with everything acknowledged", async () => {
  await killRounds(2);
});

async function isHealthy(process: Process): Promise<boolean> {
  return await statusOf(process.fetch("/healthz")) === 200;
}

/** Whether a new connection is refused. */
async function refusesConnections(process: Process): Promise<boolean> {
  try {
    const { hostname, port } = new URL(process.base);
    (await Deno.connect({ hostname, port: Number(port) })).close();
    return false;
  } catch (error) {
    if (error instanceof Deno.errors.ConnectionRefused) return true;
    throw error;
  }
}

function chat(process: Process, path: string, message: string) {
  return process.fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ message }),
  });
}

function addItem(process: Process, { cookie, twin_id }: Account, body: string) {
  return process.fetch(`/twins/${twin_id}/content`, {
    method: "POST",
    headers: { cookie, "content-type": "application/json" },
    body: JSON.stringify({ title: "Item", body }),
  });
}

Deno.test("process: while the store is locked, changes and chat are 503 and reads work; then it recovers", async () => {
  await using file = await tempStore();
  await using process = await Process.start(file.path);
  const account = await signUp(process, "ada@example.com");
  const { twin_id } = account;
  const sharing = `/twins/${twin_id}/sharing`;
  const link = await send(process, account, "PATCH", sharing, {
    is_public: true,
  });
  const path = `/public/chat/${twin_id}/${link.share_token}`;
  const other = new DatabaseSync(file.path);
  other.exec("BEGIN IMMEDIATE");
  const begun = performance.now();
  const refused = await Promise.all([
    chat(process, path, "Hello?"),
    addItem(process, account, "Late."),
    process.fetch("/healthz"),
  ]);
  for (const response of refused) {
    assert.equal(response.status, 503, await response.text());
  }
  assert.ok(performance.now() - begun < 6_000, "in time");
  const again = await addItem(process, account, "Later.");
  assert.match((await again.json()).detail, /Nothing was changed/);
  assert.ok(await send(process, account, "GET", "/me"));
  other.exec("ROLLBACK");
  other.close();
  await until(() => isHealthy(process), "it is well again");
  const answer = await chat(process, path, "Hello?");
  assert.equal(answer.status, 200, await answer.text());
  const content = `/twins/${twin_id}/content`;
  const { items } = await send(process, account, "GET", content);
  assert.ok(items.length <= 1, "what may have been saved exists at most once");
});

Deno.test({
  name:
    "process: on a full disk changes are 503 and reads work; with room again everything acknowledged is there",
  ignore: Deno.build.os === "windows",
  async fn() {
    await using file = await tempStore();
    const acknowledged = new Map<string, string>();
    const readAll = async (process: Process, account: Account) => {
      for (const [id, body] of acknowledged) {
        const path = `/twins/${account.twin_id}/content/${id}`;
        const item = await send(process, account, "GET", path);
        assert.ok(item.body === body, `item ${id} is whole`);
      }
    };
    const full = await Process.start(file.path, { max_file_kib: 1_500 });
    await using _ = full;
    const account = await signUp(full, "ada@example.com");
    for (let i = 0; i < 200; i++) {
      const body = `${i} `.repeat(20_000);
      const response = await addItem(full, account, body);
      const answer = await response.json();
      if (response.status !== 201) {
        assert.equal(answer.code, "unavailable", JSON.stringify(answer));
        break;
      }
      acknowledged.set(answer.id, body);
    }
    assert.ok(acknowledged.size > 0 && acknowledged.size < 200);
    const again = await addItem(full, account, "more ".repeat(20_000));
    assert.equal(again.status, 503, await again.text());
    await readAll(full, account);
    await full.stop();
    await using roomy = await Process.start(file.path);
    await readAll(roomy, account);
    const more = await addItem(roomy, account, "There is room.");
    assert.equal(more.status, 201, await more.text());
  },
});

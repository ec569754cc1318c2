// Import calls describe their effect without having it.
import assert from "node:assert/strict";
import type { Operation } from "../lib/http/contract/operation.ts";
import * as operations from "../lib/http/contract/operations.ts";
import {
  type Member,
  ROOMY,
  type Server,
  signUp,
  startServer,
} from "./harness.ts";
import { localSite } from "./local_site.ts";
import { answerAsSite, bodyOf, fill, makeWorld } from "./world.ts";

const VOLATILE = new Set(["expiries", "health", "last_active"]);

/** Whether any call changes an entry besides the call counters. */
function isVolatile([first, policy]: Deno.KvKey): boolean {
  return VOLATILE.has(String(first)) ||
    first === "rate_limit_tracking" && policy === "changes";
}

async function storeText({ app }: Server): Promise<string> {
  const entries = await Array.fromAsync(app.kv.list({ prefix: [] }));
  return entries.filter(({ key }) => !isVolatile(key))
    .map(({ key, versionstamp }) => `${key.join(" ")} ${versionstamp}`)
    .join("\n");
}

Deno.test("dry run: every import call says what it would do, and does nothing", async (t) => {
  await using site = localSite(answerAsSite);
  const env = {
    ...ROOMY,
    TWINCAST_LOCAL_HOSTS: site.host,
    TWINCAST_SECRET: "0123456789abcdef0123456789abcdef",
  };
  await using server = await startServer({ env });
  const owner = await signUp(server);
  const world = await makeWorld(server, owner);
  const importing = Object.values<Operation>(operations)
    .filter(({ dry_run }) => dry_run !== undefined);
  assert.ok(importing.length >= 3);
  for (const operation of importing) {
    await t.step(operation.id, async () => {
      // Everything the world started has ended.
      await server.app.jobs.idle();
      const before = await storeText(server);
      const { headers, ...init } = bodyOf(operation, world);
      const path = fill(operation.path, world.params);
      const response = await server.fetch(`${path}?dry_run=true`, {
        method: operation.method,
        ...init,
        headers: { ...headers as object, cookie: owner.cookie },
      });
      assert.equal(response.status, 200);
      const view = operation.dry_run?.parse(await response.json());
      assert.ok(view);
      assert.equal(await storeText(server), before);
    });
  }
});

async function dryRun(
  server: Server,
  owner: Member,
  file: File,
  fields: object = {},
) {
  const form = new FormData();
  form.append("files", file);
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const path = `/twins/${owner.twin_id}/content/import?dry_run=true`;
  const response = await server.fetch(path, {
    method: "POST",
    headers: { cookie: owner.cookie },
    body: form,
  });
  const body = await response.json();
  assert.equal(response.status, 200, JSON.stringify(body));
  return body;
}

Deno.test("dry run: items, pairs, passages, what is skipped and why, and the chosen columns", async () => {
  await using server = await startServer({ env: ROOMY });
  const owner = await signUp(server);
  const table = "id,question,text\n1,When?,At nine.\n2,Where?,\n";
  const file = () => new File([table], "faq.csv");
  const refused = (await dryRun(server, owner, file())).sources[0];
  assert.match(refused.problem.detail, /no column of answers/);
  assert.deepEqual(refused.table.columns, ["id", "question", "text"]);
  const chosen = { question_column: "question", answer_column: "text" };
  const { sources, passages, room } = await dryRun(
    server,
    owner,
    file(),
    chosen,
  );
  const [{ items, left_out }] = sources;
  assert.deepEqual(items, [{
    kind: "pair",
    title: "When?",
    excerpt: "At nine.",
    characters: 8,
    passages: 1,
    duplicate_of: null,
  }]);
  assert.deepEqual(left_out.map(({ what }: { what: string }) => what), [
    "the column “id”",
    "row 3",
  ]);
  assert.equal(passages, 1);
  assert.ok(room > 9_000);
  const rows = await dryRun(server, owner, file(), { read_as: "rows" });
  assert.equal(rows.sources[0].items[0].kind, "text");
});

Deno.test("dry run: a team may have three addresses read at once and twenty waiting, and holds up no other team", async () => {
  const held = Promise.withResolvers<void>();
  let open = 0;
  let most = 0;
  await using site = localSite(async ({ url }) => {
    if (url.endsWith("/quick")) return new Response("Tea is at eight.");
    most = Math.max(most, ++open);
    await held.promise;
    open--;
    return new Response("Tea is at nine.");
  });
  const env = { ...ROOMY, TWINCAST_LOCAL_HOSTS: site.host };
  await using server = await startServer({ env });
  const [owner, other] = [await signUp(server), await signUp(server)];
  const at = `http://${site.host}`;
  const look = async (
    { twin_id, send }: Member,
    url: string,
    kind?: string,
  ) => {
    const call = kind ? "sources" : "content/import-url";
    const path = `/twins/${twin_id}/${call}?dry_run=true`;
    const response = await send("POST", path, { url, kind });
    await response.body?.cancel();
    return response.status;
  };
  const many = Array.from(
    { length: 30 },
    (_, n) => look(owner, `${at}/${n}`, n % 2 ? "site" : undefined),
  );
  assert.equal(await look(other, `${at}/quick`), 200);
  held.resolve();
  const statuses = await Promise.all(many);
  assert.equal(most, 3);
  assert.equal(statuses.filter((status) => status === 503).length, 7);
  assert.equal(statuses.filter((status) => status === 200).length, 23);
});

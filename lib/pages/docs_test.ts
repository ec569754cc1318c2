import assert from "node:assert/strict";
import { newId } from "../crypto/ids.ts";
import { type Operation } from "../http/contract/operation.ts";
import * as operations from "../http/contract/operations.ts";
import * as site from "../http/contract/site.ts";
import { groupedOperations } from "../http/contract/groups.ts";
import { loadDocs, requireGroup } from "./docs.ts";

const groups = await loadDocs("https://twin.example");
const told = groups.flatMap(({ operations }) => operations);
const all = Object.values<Operation>(operations);

Deno.test("docs: every operation is in one part, and only the server's own are left out", () => {
  assert.deepEqual(
    told.map(({ id }) => id).sort(),
    all.map(({ id }) => id).sort(),
  );
  const rest = groupedOperations().at(-1)?.operations.map(({ id }) => id);
  const own = Object.values(site).map(({ id }) => id);
  assert.deepEqual(rest?.sort(), own.sort());
});

Deno.test("docs: the API accepts the body of every example", () => {
  for (const { id, body } of all) {
    if (!body) continue;
    const curl = told.find((one) => one.id === id)?.examples[0].code ?? "";
    const [, json = ""] = /-d '([\s\S]*)'$/.exec(curl) ?? [];
    const sent = json.replaceAll(`'"$TWINCAST_TWIN"'`, newId("twn"));
    const { success, error } = body.safeParse(JSON.parse(sent));
    assert.ok(success, `${id}: ${json} ${error?.message}`);
  }
});

Deno.test("docs: every example has the query and headers its call needs", () => {
  let needed = 0;
  for (const { id, query, headers } of all) {
    const [curl] = told.find((one) => one.id === id)?.examples ?? [];
    for (const [name, field] of Object.entries(query?.shape ?? {})) {
      if (field.safeParse(undefined).success) continue;
      needed++;
      assert.match(curl.code, new RegExp(`[?&]${name}=\\$[A-Z_]+`), id);
    }
    for (const name of Object.keys(headers ?? {})) {
      needed++;
      assert.ok(curl.code.includes(`-H "${name}: $`), `${id}: ${name}`);
    }
  }
  assert.ok(needed > 2, String(needed));
});

Deno.test("docs: every TypeScript example parses", () => {
  const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
  for (const { id, examples } of told) {
    const code = examples.find(({ name }) => name === "TypeScript")?.code;
    if (code === undefined) continue;
    assert.doesNotThrow(() => new AsyncFunction(code), id);
  }
});

Deno.test("docs: fields show their limits, nested ones too", () => {
  const ask = told.find(({ id }) => id === "widgetChat");
  const message = ask?.body.find(({ name }) => name === "message");
  assert.equal(message?.type, "string, 1 to 4,000 characters");
  assert.equal(message?.is_required, true);
  const names = ask?.answer.map(({ name }) => name) ?? [];
  assert.ok(names.includes("citations[].title"), names.join());
});

Deno.test("docs: an unknown part is not found", () => {
  assert.throws(() => requireGroup(groups, "nothing"), { code: "not_found" });
});

// No input is ever answered 500, and the process survives.
import assert from "node:assert/strict";
import fc from "fast-check";
import type { Operation } from "../lib/http/contract/operation.ts";
import * as operations from "../lib/http/contract/operations.ts";
import {
  ROOMY,
  type Server,
  shareTwin,
  signUp,
  startServer,
} from "./harness.ts";

const RUNS = 25;

/** Hostile text: control characters, lone surrogates, long runs, path tricks. */
const nasty = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.constantFrom(
    "",
    "null",
    "undefined",
    "[]",
    "{}",
    "__proto__",
    "../../etc/passwd",
    "%00",
    "%ff%fe",
    "\ud800",
    "a".repeat(5_000),
    "\r\nset-cookie: a=b",
    "$&$'$`",
    "</script><script>alert(1)</script>",
  ),
);

const anything = fc.oneof(
  nasty,
  fc.anything({ withNullPrototype: false, maxDepth: 3 }).map((v) =>
    JSON.parse(JSON.stringify(v ?? null) ?? "null")
  ),
);

function segment(text: string): string {
  return encodeURIComponent(text.toWellFormed()) || "-";
}

Deno.test("fuzz: no operation answers 500 to any path, query or body", async (t) => {
  await using server = await startServer({ env: ROOMY });
  const owner = await signUp(server);
  const { token } = await shareTwin(owner);
  const key = await owner.json("POST", "/api-keys", {
    twin_id: owner.twin_id,
    name: "Fuzz",
    type: "secret",
  }, 201);
  const real: Record<string, string> = {
    twin_id: owner.twin_id,
    token,
    key_id: key.id,
    user_id: owner.user_id,
  };
  // Every field of any body, so that some inputs pass the outer checks.
  const names = [
    ...new Set(
      Object.values<Operation>(operations).flatMap(({ body }) =>
        body && "shape" in body ? Object.keys(body.shape as object) : []
      ),
    ),
  ];
  for (const operation of Object.values<Operation>(operations)) {
    // The matrix tests deleting the twin, which the others need.
    if (operation.id === "deleteTwin") continue;
    await t.step(operation.id, () =>
      fc.assert(
        fc.asyncProperty(
          fc.boolean(),
          fc.array(nasty, { minLength: 4, maxLength: 4 }),
          fc.oneof(
            anything,
            fc.dictionary(fc.constantFrom(...names), anything),
          ),
          fc.dictionary(fc.constantFrom("limit", "cursor", "key", "x"), nasty),
          async (use_real, words, body, query) => {
            let i = 0;
            const path = operation.path.replace(
              /\{(\w+)\}/g,
              (_, name) =>
                use_real && real[name] ? real[name] : segment(words[i++]),
            );
            const search = new URLSearchParams(
              Object.entries(query).map(([k, v]) => [k, v.toWellFormed()]),
            );
            const has_body = operation.method !== "GET" &&
              operation.method !== "DELETE";
            const response = await server.fetch(`${path}?${search}`, {
              method: operation.method,
              headers: {
                cookie: owner.cookie,
                authorization: `Bearer ${key.key}`,
                "x-session-id": segment(words[3]).slice(0, 500),
                "content-type": words[0] === "" ? "text/x" : "application/json",
              },
              body: has_body ? JSON.stringify(body) : undefined,
            });
            await response.body?.cancel();
            assert.ok(response.status < 500, `${path}: ${response.status}`);
          },
        ),
        { numRuns: RUNS },
      ));
  }
});

Deno.test("fuzz: no page form answers 500 to any fields", async () => {
  await using server = await startServer({ env: ROOMY });
  const owner = await signUp(server);
  const { token } = await shareTwin(owner);
  const pages = [
    "/signup",
    "/login",
    "/invite/x",
    "/reset/x",
    `/share/${owner.twin_id}/${token}`,
    "/dashboard",
    "/dashboard/share",
    "/dashboard/api-keys",
    "/dashboard/embed",
    "/dashboard/team",
    "/dashboard/content",
    "/dashboard/conversations",
    "/dashboard/twins",
    "/dashboard/activity",
    "/dashboard/settings",
  ];
  const fields = [
    "name",
    "email",
    "password",
    "message",
    "title",
    "body",
    "visibility",
    "user_id",
    "content_id",
    "key_id",
    "invitation_id",
    "tenant_id",
    "allowed_domains",
    "expires_at",
    "rate_limit_per_minute",
    "origin",
    "confirm",
    "role",
  ];
  // The actions of the pages' forms, found in their sources.
  const actions = [...new Set(await formActions())];
  assert.ok(actions.includes("create") && actions.includes("invite"));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...pages),
      fc.dictionary(fc.oneof(fc.constantFrom(...fields), nasty), nasty),
      nasty,
      fc.constantFrom(...actions),
      async (page, form, query, action) => {
        const response = await server.fetch(
          // Half of them with the existing twin.
          query.length % 2
            ? `${page}?twin=${segment(query)}&cursor=${segment(query)}`
            : page,
          {
            method: "POST",
            headers: { cookie: owner.cookie },
            body: new URLSearchParams(
              Object.entries({ ...form, action }).map(([k, v]) => [
                k.toWellFormed(),
                v.toWellFormed(),
              ]),
            ),
          },
        );
        await response.body?.cancel();
        assert.ok(response.status < 500, `${page}: ${response.status}`);
      },
    ),
    {
      numRuns: 400,
      // A form's action without any of its fields.
      examples: actions.map((one) => ["/dashboard/settings", {}, "", one]),
    },
  );
});

Deno.test("fuzz: bodies that are not JSON, too large or of another type", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const send = async (body: BodyInit, type: string, path = "/twins") => {
    const response = await server.fetch(path, {
      method: "POST",
      headers: { cookie: owner.cookie, "content-type": type },
      body,
    });
    await response.body?.cancel();
    return response.status;
  };
  const json = "application/json";
  assert.equal(await send("{", json), 400);
  assert.equal(await send("", json), 400);
  assert.equal(await send(new Uint8Array([0xff, 0xfe]), json), 400);
  assert.equal(await send('{"name":"x"}', "text/plain"), 415);
  assert.equal(await send(`{"name":"${"x".repeat(300_000)}"}`, json), 413);
  assert.equal(
    await send(
      `{"title":"x","body":"${"x".repeat(600_000)}"}`,
      json,
      `/twins/${owner.twin_id}/content`,
    ),
    413,
  );
  assert.equal(
    await send(
      `{"title":"x","body":"${"x".repeat(400_000)}"}`,
      json,
      `/twins/${owner.twin_id}/content`,
    ),
    201,
  );
  assert.equal(await sendEndless(server, owner.cookie), 413);
  const list = await owner.json("GET", "/twins");
  assert.equal(list.items.length, 1, "a refused body changed something");
});

/** Sends a chunked body that goes on, at most 8 MiB, until there is an answer. */
async function sendEndless(server: Server, cookie: string): Promise<number> {
  const { port } = new URL(server.base);
  using connection = await Deno.connect({
    hostname: "127.0.0.1",
    port: Number(port),
  });
  const encoder = new TextEncoder();
  await connection.write(encoder.encode(
    `POST /twins HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`,
  ));
  const chunk = encoder.encode(`10000\r\n${" ".repeat(65_536)}\r\n`);
  let answered = false;
  const answer = (async () => {
    const head = new Uint8Array(64);
    await connection.read(head);
    answered = true;
    return Number(new TextDecoder().decode(head).split(" ")[1]);
  })();
  for (let i = 0; i < 128 && !answered; i++) {
    await connection.write(chunk).catch(() => {});
  }
  return await answer;
}

/** Every value of `name="action"` in the pages and their components. */
async function formActions(): Promise<string[]> {
  const found: string[] = [];
  for (const folder of ["../routes/dashboard/", "../components/"]) {
    const root = new URL(folder, import.meta.url);
    for await (const path of files(root)) {
      const text = await Deno.readTextFile(path);
      const values = text.matchAll(/name="action"\s+value="(\w+)"/g);
      found.push(...[...values].map(([, value]) => value));
    }
  }
  return found;
}

async function* files(folder: URL): AsyncGenerator<URL> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (isDirectory) yield* files(new URL(`${name}/`, folder));
    else yield new URL(encodeURIComponent(name), folder);
  }
}

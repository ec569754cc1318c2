import { DAY } from "../lib/clock.ts";
import assert from "node:assert/strict";
import {
  ask,
  type Json,
  member,
  PASSWORD,
  post,
  ROOMY,
  shareTwin,
  signUp,
  startServer,
  statusOf,
} from "./harness.ts";

Deno.test("lists: newest first, paged to the end, each item once", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const path = `/twins/${owner.twin_id}/content`;
  for (let i = 0; i < 7; i++) {
    await owner.json(
      "POST",
      path,
      { title: `Item ${i}`, body: `Text ${i}` },
      201,
    );
  }
  const seen: string[] = [];
  let cursor = "";
  do {
    const page = await owner.json("GET", `${path}?limit=3${cursor}`);
    seen.push(...page.items.map((item: { title: string }) => item.title));
    cursor = page.next_cursor === null ? "" : `&cursor=${page.next_cursor}`;
  } while (cursor);
  assert.deepEqual(seen, [6, 5, 4, 3, 2, 1, 0].map((i) => `Item ${i}`));
  for (
    const query of ["limit=0", "limit=101", "limit=x", "cursor=%00", "x=1"]
  ) {
    assert.equal(await statusOf(owner.send("GET", `${path}?${query}`)), 422);
  }
});

Deno.test("content: a duplicate text is 201 with duplicate_of", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const path = `/twins/${owner.twin_id}/content`;
  const body = "The same words.";
  const first = await owner.json("POST", path, { title: "A", body }, 201);
  assert.equal(first.visibility, "private");
  assert.ok(!("duplicate_of" in first));
  const second = await owner.json("POST", path, { title: "B", body }, 201);
  assert.equal(second.duplicate_of, first.id);
});

Deno.test("content: 400 KB of text comes back unchanged, and answers", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { chat } = await shareTwin(owner);
  const path = `/twins/${owner.twin_id}/content`;
  const line = "Filler about nothing in particular, naïve 😀 漢字.\n\n";
  const body = line.repeat(5_000) + "The ferry to Mull leaves at 09:35 sharp.";
  const item = await owner.json("POST", path, {
    title: "Long",
    body,
    visibility: "public",
  }, 201);
  assert.equal((await owner.json("GET", `${path}/${item.id}`)).body, body);
  const { body: answer } = await ask(server, chat, {
    message: "When does the ferry to Mull leave?",
  });
  assert.match(answer.answer, /09:35/);
});

Deno.test("import: one item or one problem per file", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const form = new FormData();
  form.append("visibility", "public");
  form.append("files", new File(["# Heading\n\nText."], "a.md"));
  form.append("files", new File(["Plain words."], "notes.txt"));
  form.append("files", new File([new Uint8Array([0xff, 0xfe, 0])], "bad.txt"));
  form.append("files", new File(["x"], "tool.exe"));
  form.append("files", new File([" "], "empty.md"));
  const response = await server.fetch(
    `/twins/${owner.twin_id}/content/import`,
    { method: "POST", body: form, headers: { cookie: owner.cookie } },
  );
  assert.equal(response.status, 201);
  const { files } = await response.json();
  assert.deepEqual(
    files.map((f: { item?: { title: string }; problem?: { code: string } }) =>
      f.item?.title ?? f.problem?.code
    ),
    [
      "Heading",
      "notes",
      "unsupported_media_type",
      "unsupported_media_type",
      "invalid_input",
    ],
  );
});

Deno.test("import: JSON lines, one result each, and a bad line holds up no other", async () => {
  await using server = await startServer({ env: ROOMY });
  const owner = await signUp(server);
  const path = `/twins/${owner.twin_id}/content`;
  const send = async (lines: string[], query = "", headers = {}) => {
    const response = await server.fetch(`${path}/import${query}`, {
      method: "POST",
      headers: {
        ...{ cookie: owner.cookie, "content-type": "application/jsonl" },
        ...headers,
      },
      body: lines.join("\n"),
    });
    const text = await response.text();
    const is_lines = response.headers.get("content-type") ===
      "application/jsonl";
    const results = is_lines
      ? text.trim().split("\n").map((line) => JSON.parse(line))
      : [];
    return { status: response.status, results, text };
  };
  const item = (n: number) =>
    JSON.stringify({
      title: `Item ${n}`,
      body: `The bell number ${n} hangs in the tower.`,
    });
  const lines = [
    item(1),
    "{ broken",
    "",
    JSON.stringify({ title: "No body" }),
    JSON.stringify({ title: "More", body: "Words.", other: 1 }),
    item(2),
  ];
  const count = async () =>
    (await owner.json("GET", `${path}?q=bell`)).items.length;
  const dry = await send(lines, "?dry_run=true");
  assert.equal(dry.status, 200);
  assert.equal(dry.results[0].would_add.title, "Item 1");
  assert.equal(await count(), 0);
  const once = { "idempotency-key": "lines-1" };
  const { status, results } = await send(lines, "", once);
  assert.equal(status, 201);
  assert.deepEqual(results.map(({ line }) => line), [1, 2, 4, 5, 6]);
  assert.deepEqual(
    results.map(({ problem }) => problem?.code ?? null),
    [null, "invalid_input", "invalid_input", "invalid_input", null],
  );
  assert.equal(results[2].problem.issues[0].path, "body");
  assert.equal(results[3].problem.issues[0].path, "other");
  assert.ok(results[0].item.id && !("body" in results[0].item));
  assert.deepEqual((await send(lines, "", once)).results, results);
  assert.equal(await count(), 2, "repeated with its key it adds nothing");
  // Without an idempotency key, as after a call with unknown outcome.
  const again = await send([...lines, item(3)]);
  assert.deepEqual(again.results.slice(0, 5), results);
  assert.equal(await count(), 3, "an existing item is not added");
  const changed = JSON.stringify({
    ...JSON.parse(item(3)),
    visibility: "public",
  });
  const { results: [other] } = await send([changed]);
  assert.notEqual(other.item.id, again.results[5].item.id);
  const many = Array.from({ length: 1_001 }, (_, n) => item(n));
  assert.equal((await send(many)).status, 422);
  assert.equal(await count(), 4);
  assert.equal((await send(many.slice(1))).results.length, 1_000);
  assert.equal((await send([])).status, 422);
});

Deno.test("import: several files sent again after an interrupted call exist once", async () => {
  await using server = await startServer({ env: ROOMY });
  const owner = await signUp(server);
  const path = `/twins/${owner.twin_id}/content`;
  const send = async () => {
    const body = new FormData();
    for (const n of [1, 2, 3]) {
      body.append("files", new File([`Bell ${n} rings.`], `bell ${n}.txt`));
    }
    const headers = { cookie: owner.cookie };
    const response = await server.fetch(`${path}/import`, {
      ...{ method: "POST", headers, body },
    });
    return (await response.json()).files;
  };
  const [first] = await send();
  assert.equal(first.item.title, "bell 1");
  const [again] = await send();
  assert.deepEqual(again, {
    name: "bell 1.txt",
    added: { items: 0, pairs: 0, duplicates: 1 },
  });
  assert.equal((await owner.json("GET", `${path}?q=rings`)).items.length, 3);
});

Deno.test("import: a table of pairs becomes pairs, each once", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const path = `/twins/${owner.twin_id}/content`;
  const send = async (table: string) => {
    const body = new FormData();
    body.append("files", new File([table], "faq.csv"));
    const headers = { cookie: owner.cookie };
    const sent = { method: "POST", body, headers };
    const response = await server.fetch(`${path}/import`, sent);
    return (await response.json()).files[0];
  };
  const rows = ["question,answer", "Dogs allowed?,No.", "Cats allowed?,No."];
  const added = { items: 0, pairs: 2, duplicates: 0 };
  assert.deepEqual((await send(rows.join("\n"))).added, added);
  const again = await send([...rows, "Open on Sunday?,No."].join("\n"));
  assert.deepEqual(again.added, { items: 0, pairs: 1, duplicates: 2 });
  const { items } = await owner.json("GET", path);
  assert.deepEqual(
    items.map(({ kind, title }: Json) => [kind, title]),
    [["pair", "Open on Sunday?"], ["pair", "Cats allowed?"], [
      "pair",
      "Dogs allowed?",
    ]],
  );
});

Deno.test("undo: a deleted item and a deleted twin can be restored whole, for 7 days", async () => {
  await using server = await startServer({ env: ROOMY });
  const owner = await signUp(server);
  const { chat } = await shareTwin(owner);
  const path = `/twins/${owner.twin_id}`;
  const { items } = await owner.json("GET", `${path}/content`);
  const tea = items.find((item: { title: string }) => item.title === "Tea");
  const question = { message: "When do you drink oolong tea?" };
  const grounded = async () =>
    (await ask(server, chat, question)).body.grounded;
  await owner.json("DELETE", `${path}/content/${tea.id}`, undefined, 204);
  assert.equal(await grounded(), false);
  await owner.json("POST", `${path}/content/${tea.id}/restore`);
  assert.equal(await grounded(), true);
  const again = owner.send("POST", `${path}/content/${tea.id}/restore`);
  assert.equal(await statusOf(again), 404);

  await owner.json("DELETE", path, undefined, 204);
  assert.equal((await ask(server, chat, question)).status, 404);
  await owner.json("POST", `${path}/restore`);
  assert.equal(await grounded(), true);

  await owner.json("DELETE", `${path}/content/${tea.id}`, undefined, 204);
  await owner.json("DELETE", path, undefined, 204);
  server.clock.advance(7 * DAY + 1);
  const response = await post(server, "/login", {
    email: owner.email,
    password: PASSWORD,
  });
  const back = await member(server, response, owner.email);
  assert.equal(await statusOf(back.send("POST", `${path}/restore`)), 404);
});

Deno.test("content: a draft answers nobody until it is published", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { chat } = await shareTwin(owner);
  const path = `/twins/${owner.twin_id}/content`;
  const text = {
    ...{ title: "Kiln", body: "The kiln is fired on Fridays." },
    visibility: "public",
  };
  const { id, status } = await owner.json(
    "POST",
    `${path}?draft=true`,
    text,
    201,
  );
  assert.equal(status, "draft");
  const answer = async () =>
    (await ask(server, chat, { message: "When is the kiln fired?" })).body
      .grounded;
  assert.equal(await answer(), false);
  for (const query of ["drafts=true", "draft=yes", "dry-run=true"]) {
    const sent = owner.send("POST", `${path}?${query}`, text);
    assert.equal(await statusOf(sent), 422, query);
  }
  await owner.json("POST", `${path}/${id}/publish`, undefined, 200);
  assert.equal(await answer(), true);
});

Deno.test("content: a change with an unknown parameter is not made", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const path = `/twins/${owner.twin_id}/content`;
  const { id } = await owner.json("POST", path, { title: "A", body: "B" }, 201);
  const calls = [
    owner.send("POST", `${path}/bulk?dry_run=true`, {
      ids: [id],
      action: "delete",
    }),
    owner.send("DELETE", `${path}/${id}?dry_run=true`),
    owner.send("DELETE", `/twins/${owner.twin_id}?dry_run=true`),
  ];
  for (const call of calls) assert.equal(await statusOf(call), 422);
  await owner.json("GET", `${path}/${id}`);
});

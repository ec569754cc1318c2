// Content is reviewed before it is saved, with forms alone: no scripts involved.
import assert from "node:assert/strict";
import {
  type Member,
  ROOMY,
  type Server,
  signUp,
  startServer,
} from "./harness.ts";

type Fields = [name: string, value: string | File][];

async function open() {
  const server = await startServer({ env: ROOMY });
  return { server, owner: await signUp(server) };
}

/** Sends a form as a browser does; returns its status, redirect and page. */
async function sendForm(
  { server, owner }: { server: Server; owner: Member },
  path: string,
  fields: Fields,
) {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  const response = await server.fetch(path, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: owner.cookie },
    body,
  });
  const location = response.headers.get("location") ?? "";
  return { status: response.status, location, html: await response.text() };
}

async function readPage(
  { server, owner }: { server: Server; owner: Member },
  path: string,
): Promise<string> {
  const { cookie } = owner;
  const response = await server.fetch(path, { headers: { cookie } });
  assert.equal(response.status, 200);
  return await response.text();
}

/** The fields of the items on a page, as sent without changes. */
function fieldsOf(html: string): Fields {
  const fields: Fields = [];
  for (const [tag] of html.matchAll(/<input [^>]*>/g)) {
    const of = (name: string) =>
      new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    const name = of("name") ?? "";
    if (!/^(?:shown$|title:|add:|public:)/.test(name)) continue;
    if (of("type") !== "checkbox") fields.push([name, of("value") ?? ""]);
    else if (/ checked/.test(tag)) fields.push([name, "on"]);
  }
  return fields;
}

async function contentOf({ owner }: { owner: Member }) {
  const { items } = await owner.json("GET", `/twins/${owner.twin_id}/content`);
  return items as { title: string; kind: string; visibility: string }[];
}

Deno.test("review: files are read, changed and saved with forms alone", async () => {
  const scene = await open();
  await using _ = scene.server;
  const list = `/dashboard/content?twin=${scene.owner.twin_id}`;
  const before = (await contentOf(scene)).length;
  const { status, location } = await sendForm(scene, list, [
    ["action", "import"],
    ["visibility", "private"],
    [
      "files",
      new File([
        "id,question,text\n1,When is tea served?,At nine.\n2,Where?,\n",
      ], "faq.csv"),
    ],
    [
      "files",
      new File([
        "# Notes\n\nThe boat leaves at ten. <!-- 40 percent margin -->",
      ], "notes.md"),
    ],
    ["files", new File(["MZ"], "tool.exe")],
  ]);
  assert.equal(status, 303);
  const html = await readPage(scene, location);
  assert.match(html, /no column of answers/);
  assert.match(html, /A comment/);
  assert.match(html, /This kind of file cannot be read here/);
  assert.equal((await contentOf(scene)).length, before);
  assert.match(await readPage(scene, list), /Waiting to be saved/);
  const [, table] = /name="read_as:(src_\w+)"/.exec(html) ?? [];
  const again = await sendForm(scene, location, [
    ["action", "columns"],
    ...fieldsOf(html),
    [`read_as:${table}`, "pairs"],
    [`question:${table}`, "question"],
    [`answer:${table}`, "text"],
  ]);
  assert.equal(again.status, 303);
  const read = await readPage(scene, again.location);
  assert.match(read, /Row 3/);
  const fields = fieldsOf(read).map(([name, value]): Fields[number] =>
    value === "Notes" ? [name, "Timetable"] : [name, value]
  );
  const title = fields.find(([, value]) => value === "Timetable")?.[0] ?? "";
  // An empty title is refused, and none of the choices is lost.
  const wrong = await sendForm(scene, again.location, [
    ["action", "save"],
    ...fields.map(([name, value]): Fields[number] =>
      name === title ? [name, ""] : [name, value]
    ),
    [title.replace("title", "public"), "on"],
  ]);
  assert.equal(wrong.status, 422);
  assert.ok(
    fieldsOf(wrong.html).some(([name]) =>
      name === title.replace("title", "public")
    ),
  );
  const saved = await sendForm(scene, again.location, [
    ["action", "save"],
    ...fields,
    [title.replace("title", "public"), "on"],
  ]);
  assert.equal(saved.status, 303);
  const items = (await contentOf(scene)).slice(0, 2);
  assert.deepEqual(
    items.map(({ title, kind, visibility }) => [title, kind, visibility])
      .sort(),
    [
      ["Timetable", "text", "public"],
      ["When is tea served?", "pair", "private"],
    ],
  );
  assert.doesNotMatch(await readPage(scene, list), /Waiting to be saved/);
});

Deno.test("review: a written text is saved at once, unless part of it is hidden or it exists already", async () => {
  const scene = await open();
  await using _ = scene.server;
  const list = `/dashboard/content?twin=${scene.owner.twin_id}`;
  const written = (action: string, body: string): Fields => [
    ["action", action],
    ["title", "Boats"],
    ["body", body],
    ["visibility", "private"],
    ["source_url", ""],
  ];
  const before = (await contentOf(scene)).length;
  const plain = "They leave at ten.";
  const shown = await sendForm(scene, list, written("preview", plain));
  assert.equal(shown.status, 200);
  assert.match(shown.html, /becomes one item of 1/);
  assert.match(shown.html, /They leave at ten\.<\/textarea>/);
  assert.equal((await contentOf(scene)).length, before);
  assert.equal(
    (await sendForm(scene, list, written("create", plain))).status,
    303,
  );
  const notes = `${plain} <!-- 40 percent -->`;
  for (
    const [body, why] of [[notes, /A comment/], [
      plain,
      /the same text/,
    ]] as const
  ) {
    const told = await sendForm(scene, list, written("create", body));
    assert.equal(told.status, 200);
    assert.match(told.html, why);
    assert.equal((await contentOf(scene)).length, before + 1);
  }
  const looked: Fields = [...written("create", plain), ["looked", "yes"]];
  assert.equal((await sendForm(scene, list, looked)).status, 303);
  assert.equal((await contentOf(scene)).length, before + 2);
});

Deno.test("review: many pairs span pages, and each page's choices are kept", async () => {
  const scene = await open();
  await using _ = scene.server;
  const list = `/dashboard/content?twin=${scene.owner.twin_id}`;
  const pairs = Array.from(
    { length: 60 },
    (_, n) => `Q: Number ${n}?\nA: It is ${n}.`,
  );
  const { location } = await sendForm(scene, list, [
    ["action", "paste"],
    ["pasted", pairs.join("\n\n")],
    ["visibility", "public"],
  ]);
  const first = await readPage(scene, location);
  assert.match(first, /Page 1 of 2/);
  const without = fieldsOf(first).filter(([name]) =>
    !/^add:\w+-(?:0|1)$/.test(name)
  );
  const next = await sendForm(scene, location, [
    ["action", "next"],
    ...without,
  ]);
  assert.match(next.location, /page=2/);
  const second = await readPage(scene, next.location);
  const saved = await sendForm(scene, next.location, [
    ["action", "save"],
    ...fieldsOf(second),
  ]);
  assert.equal(saved.status, 303);
  const { items } = await scene.owner.json(
    "GET",
    `/twins/${scene.owner.twin_id}/content?limit=100`,
  );
  const titles = items.map(({ title }: { title: string }) => title);
  assert.equal(
    titles.filter((title: string) => /^Number/.test(title)).length,
    58,
  );
  assert.ok(!titles.includes("Number 1?"));
  // Neither pairs nor a table: the pasted text stays.
  const wrong = await sendForm(scene, list, [
    ["action", "paste"],
    ["pasted", "Q: Why?"],
    ["visibility", "private"],
  ]);
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, />Q: Why\?<\/textarea>/);
});

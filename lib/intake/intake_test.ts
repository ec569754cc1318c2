import assert from "node:assert/strict";
import { createContent } from "../content/content.ts";
import { getContent, listContent } from "../content/listing.ts";
import { HOUR, MINUTE } from "../clock.ts";
import { sweep } from "../sweep.ts";
import {
  countEntries,
  type Domain,
  found,
  interrupted,
  interruptible,
  openDomain,
  refused,
  staying,
} from "../../tests/stores.ts";
import type { Owner } from "../actor.ts";
import { keys } from "../store/keys.ts";
import { deleteTwin } from "../twins/deletion.ts";
import { chooseColumns, chooseItems, chooseVisibility } from "./choices.ts";
import {
  createIntake,
  discardIntake,
  listIntakes,
  listItems,
  listSources,
  requireIntake,
} from "./intakes.ts";
import { saveIntake } from "./saving.ts";
import { readFile, readPasted, type Source } from "./sources.ts";
import { addSource } from "./store_source.ts";

type World = Domain & { owner: Owner; twin_id: string };

async function open(env?: Record<string, string>): Promise<World> {
  const domain = await openDomain({ env });
  const owner = staying(await found(domain));
  return { ...domain, owner, twin_id: owner.twin_id };
}

const sourceOf = (bodies: string[], more: Partial<Source> = {}): Source => ({
  ...{ name: "notes.md", otherwise: "notes", source_url: null, left_out: [] },
  items: bodies.map((body) => ({ kind: "text", title: null, body })),
  ...more,
});

/** An import of these texts. */
async function intakeOf({ app, owner, twin_id }: World, source: Source) {
  const intake = await createIntake(app, owner, twin_id);
  const visibility = "private" as const;
  return await addSource(app, owner, intake, source, { visibility });
}

async function saved({ app, owner, twin_id }: World) {
  const { items } = await listContent(app, owner, twin_id, { limit: 100 });
  return await Promise.all(
    items.map(({ id }) => getContent(app, owner, twin_id, id)),
  );
}

async function itemsOf(
  { app }: World,
  intake: Parameters<typeof listItems>[1],
) {
  const entries = await Array.fromAsync(listItems(app, intake));
  return entries.map(({ value }) => value);
}

/** Entries of imports, of every kind. */
async function left({ kv }: World): Promise<number> {
  const places = ["", "_sources", "_items", "_texts", "_files"]
    .map((name) => countEntries(kv, [name ? `intake${name}` : "intakes"]));
  return (await Promise.all(places)).reduce((a, b) => a + b, 0);
}

Deno.test("intake: nothing is content until it is saved, and then as chosen", async () => {
  await using world = await open();
  const { app, owner } = world;
  const long = "A sentence of the long text. ".repeat(5_000) + "😀";
  const intake = await intakeOf(
    world,
    sourceOf(["# Tea\n\nAt nine.", "Not this.", long]),
  );
  assert.equal((await saved(world)).length, 0);
  const [tea, other, third] = await itemsOf(world, intake);
  assert.deepEqual([tea.title, third.title], ["Tea", "notes"]);
  assert.ok(third.passages > 100 && third.characters === long.length);
  await chooseItems(app, owner, intake, [
    {
      source_id: tea.source_id,
      n: tea.n,
      title: "Tea time",
      visibility: "public",
    },
    { source_id: other.source_id, n: other.n, is_skipped: true },
  ]);
  const { added } = await saveIntake(app, owner, intake);
  assert.deepEqual(added, { items: 2, pairs: 0, duplicates: 0 });
  const items = await saved(world);
  assert.deepEqual(
    items.map(({ title, visibility, body }) => [title, visibility, body]),
    [["notes", "private", long], [
      "Tea time",
      "public",
      "# Tea\n\nAt nine.",
    ]],
  );
  assert.equal(await left(world), 0);
});

Deno.test("intake: existing items and duplicates are saved only if asked for", async () => {
  await using world = await open();
  const { app, owner, twin_id } = world;
  const { id } = await createContent(app, owner, twin_id, {
    title: "Old",
    body: "At nine.",
    visibility: "private",
  });
  const intake = await intakeOf(world, sourceOf(["At nine.", "New.", "New."]));
  const items = await itemsOf(world, intake);
  assert.deepEqual(
    items.map(({ duplicate_of, is_skipped }) => [duplicate_of, is_skipped]),
    [[id, true], [null, false], ["here", true]],
  );
  const [first] = items;
  await chooseItems(app, owner, intake, [{ ...first, is_skipped: false }]);
  assert.equal((await saveIntake(app, owner, intake)).added.items, 2);
  // Added by somebody else meanwhile.
  const late = await intakeOf(world, sourceOf(["Late."]));
  const soon = await intakeOf(world, sourceOf(["Late."]));
  await saveIntake(app, owner, soon);
  const { added } = await saveIntake(app, owner, late);
  assert.deepEqual(added, { items: 0, pairs: 0, duplicates: 1 });
});

Deno.test("intake: an item is saved once despite a double click or an error halfway", async () => {
  await using world = await open({ TWINCAST_MAX_PASSAGES: "5" });
  const { app, owner, twin_id } = world;
  const bodies = Array.from({ length: 4 }, (_, n) => `Text ${n}.`);
  const intake = await intakeOf(world, sourceOf(bodies));
  const both = await Promise.all([
    saveIntake(app, owner, intake),
    saveIntake(app, owner, intake).catch(() => null),
  ]);
  assert.ok(both.some((one) => one !== null));
  assert.equal((await saved(world)).length, 4);
  const more = await intakeOf(
    world,
    sourceOf(["Fifth.", "Sixth.", "Seventh."]),
  );
  const { added, error } = await saveIntake(app, owner, more);
  assert.equal(added.items, 1);
  assert.equal(error?.code, "payload_too_large");
  // Anything not saved waits.
  const waits = await requireIntake(app, owner, twin_id, more.id);
  const rest = await itemsOf(world, waits);
  assert.deepEqual(rest.map(({ excerpt }) => excerpt), ["Sixth.", "Seventh."]);
  await discardIntake(app, owner, twin_id, more.id);
  assert.equal(await left(world), 0);
});

Deno.test("intake: reading a table differently replaces what was read before", async () => {
  await using world = await open();
  const { app, owner } = world;
  const table = "id,question,text,more\n1,When?,At nine.,x\n2,Where?,Here.,y\n";
  const read = await readFile(
    app,
    owner,
    world.twin_id,
    new File([table], "faq.csv"),
  );
  assert.match(read.problem?.detail ?? "", /no column of answers/);
  const intake = await intakeOf(world, read);
  const [source] = await listSources(app, intake);
  assert.deepEqual(source.table?.columns, ["id", "question", "text", "more"]);
  const next = await chooseColumns(app, owner, intake, {
    source_id: source.id,
    columns: { question: "question", answer: "text" },
  });
  const pairs = await itemsOf(world, next);
  assert.deepEqual(
    pairs.map(({ kind, title, excerpt }) => [kind, title, excerpt]),
    [["pair", "When?", "At nine."], ["pair", "Where?", "Here."]],
  );
  const rows = await chooseColumns(app, owner, next, {
    source_id: next.source_ids[0],
    columns: "rows",
  });
  const [text] = await itemsOf(world, rows);
  assert.match(text.excerpt, /question: When\?/);
  // Not by its first row.
  assert.equal(text.title, "faq");
  // An import, its source, one item with its text, and the table with its bytes.
  assert.equal(await left(world), 6);
  await assert.rejects(
    chooseColumns(app, owner, rows, { source_id: "src_x", columns: "rows" }),
    refused("not_found"),
  );
});

Deno.test("intake: exported content keeps its visibility; all can be made public at once", async () => {
  await using world = await open();
  const { app, owner, twin_id } = world;
  const archive = {
    format: "twincast-content-1",
    items: [
      {
        title: "B",
        body: "For a key.",
        visibility: "public",
        channels: ["key_gone"],
      },
      { title: "A", body: "For all.", visibility: "public" },
    ],
  };
  const file = new File([JSON.stringify(archive)], "content.json");
  const read = await readFile(app, owner, twin_id, file);
  const intake = await intakeOf(world, read);
  const items = await itemsOf(world, intake);
  assert.deepEqual(items.map(({ visibility }) => visibility), [
    "public",
    "private",
  ]);
  await chooseVisibility(app, owner, intake, "public");
  await saveIntake(app, owner, intake);
  const all = await saved(world);
  assert.ok(all.every(({ visibility }) => visibility === "public"));
});

Deno.test("intake: a pasted transcript is not called a table", async () => {
  await using world = await open();
  const { app, owner } = world;
  const called = async (text: string) =>
    (await readPasted(app, owner, text)).otherwise;
  const spoken =
    "0:00\nhello everybody\n0:05\ntoday we centre clay\n0:12\nand that is it";
  assert.equal(await called(spoken), "Pasted transcript");
  assert.equal(await called("Tea\tPrice\nOolong\t5"), "Pasted table");
});

Deno.test("intake: an unreviewed import goes after a week, and with its twin", async () => {
  await using world = await open();
  const { app, owner, twin_id, clock } = world;
  const read = await readPasted(app, owner, "Q: When?\nA: At nine.");
  await intakeOf(world, read);
  clock.advance(7 * 24 * HOUR + HOUR);
  await sweep(app);
  assert.equal(await left(world), 0);
  assert.deepEqual(await listIntakes(app, owner, twin_id), []);
  await intakeOf(world, read);
  await deleteTwin(app, owner, twin_id);
  clock.advance(40 * 24 * HOUR);
  await sweep(app);
  assert.equal(await left(world), 0);
});

Deno.test("intake: a save interrupted by a crash is completed, nothing twice", async () => {
  await using world = await open();
  const { app, owner, clock } = world;
  const bodies = Array.from({ length: 6 }, (_, n) => `Text ${n}.`);
  const intake = await intakeOf(world, sourceOf(bodies));
  const [skipped] = await itemsOf(world, intake);
  await chooseItems(app, owner, intake, [{ ...skipped, is_skipped: true }]);
  let commits = 0;
  const dying = interruptible(app.kv, () => {
    if (++commits > 3) throw new Error("The process ends.");
    return Promise.resolve();
  });
  await assert.rejects(saveIntake({ ...app, kv: dying }, owner, intake));
  assert.equal((await saved(world)).length, 2);
  await app.jobs.idle();
  assert.equal((await saved(world)).length, 2, "its request may still do it");
  clock.advance(MINUTE);
  await app.jobs.idle();
  const texts = (await saved(world)).map(({ body }) => body);
  assert.deepEqual(texts.sort(), bodies.slice(1));
  assert.equal(await left(world), 0);
  // A saved import leaves no job behind.
  const jobs = await countEntries(app.kv, ["jobs"]);
  await saveIntake(app, owner, await intakeOf(world, sourceOf(["More."])));
  assert.equal(await countEntries(app.kv, ["jobs"]), jobs);
});

Deno.test("intake: a source that arrives while its import is discarded leaves nothing behind", async () => {
  await using world = await open();
  const { app, owner, twin_id } = world;
  const intake = await createIntake(app, owner, twin_id);
  const kv = interrupted(
    app.kv,
    () => discardIntake(app, owner, twin_id, intake.id),
  );
  const visibility = "private" as const;
  await assert.rejects(
    addSource({ ...app, kv }, owner, intake, sourceOf(["Text."]), {
      visibility,
    }),
    refused("not_found"),
  );
  assert.equal(await left(world), 0);
});

Deno.test("intake: a source that arrives while its import is saved still waits afterwards", async () => {
  const world = await open();
  await using _ = world;
  const { app, kv, owner, twin_id } = world;
  const intake = await intakeOf(world, sourceOf(["First."]));
  // Right before saving begins.
  const late = interrupted(
    kv,
    () =>
      addSource(app, owner, intake, sourceOf(["Second."]), {
        visibility: "private",
      }),
  );
  await saveIntake({ ...app, kv: late }, owner, intake);
  const waiting = await requireIntake(app, owner, twin_id, intake.id);
  const items = await Array.fromAsync(listItems(app, waiting));
  assert.equal(items.length, 1);
  await saveIntake(app, owner, waiting);
  assert.equal((await saved(world)).length, 2);
  assert.deepEqual((await listIntakes(app, owner, twin_id)).length, 0);
});

Deno.test("intake: too many imports, and too much in one, are refused", async () => {
  await using world = await open();
  const { app, owner, twin_id } = world;
  const intake = await intakeOf(world, sourceOf(["Text."]));
  for (let n = 1; n < 20; n++) await createIntake(app, owner, twin_id);
  await assert.rejects(createIntake(app, owner, twin_id), refused("conflict"));
  const visibility = "private" as const;
  const add = () =>
    addSource(app, owner, intake, sourceOf(["Text."]), { visibility });
  for (let n = 1; n < 50; n++) await add();
  await assert.rejects(add(), refused("payload_too_large"));
  // Waiting items in one leave less room in another.
  const [first, second] = await listIntakes(app, owner, twin_id);
  const key = keys.intake(twin_id, first.id);
  await app.kv.set(key, { ...first, characters: 39_999_995 });
  await assert.rejects(
    addSource(app, owner, second, sourceOf(["A text."]), { visibility }),
    /Save or discard some of them/,
  );
  await addSource(app, owner, second, sourceOf(["Tea."]), { visibility });
});

Deno.test("intake: sources added concurrently are all kept", async () => {
  await using world = await open();
  const { app, owner, twin_id } = world;
  const intake = await createIntake(app, owner, twin_id);
  const add = (app: World["app"], text: string) =>
    addSource(app, owner, intake, sourceOf([text]), { visibility: "private" });
  let reads = 0;
  // Another is added between each of the first one's reads and its commit.
  const kv = new Proxy(app.kv, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (name !== "get") {
        return typeof value === "function" ? value.bind(target) : value;
      }
      return async (key: Deno.KvKey) => {
        const entry = await target.get(key);
        if (key[0] === "intakes" && reads++ === 0) await add(app, "Second.");
        return entry;
      };
    },
  });
  await add({ ...app, kv }, "First.");
  const { source_ids } = await requireIntake(app, owner, twin_id, intake.id);
  assert.equal(source_ids.length, 2);
});

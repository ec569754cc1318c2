import type { Editor } from "../actor.ts";
import { commitAs } from "../authority.ts";
import type { Context } from "../context.ts";
import type { WithPassages } from "../content/content.ts";
import { newId } from "../crypto/ids.ts";
import { AppError } from "../errors.ts";
import type { ColumnChoice, ReadTask } from "../imports/kinds.ts";
import { joined } from "../long_texts.ts";
import type { Visibility } from "../schemas/content.ts";
import type { Intake, IntakeItem, IntakeSource } from "../schemas/intake.ts";
import { commit } from "../store/commit.ts";
import { type Key, keys } from "../store/keys.ts";
import { deleteAll } from "../store/list.ts";
import { listIntakes, requireIntakeEntry } from "./intakes.ts";
import { previewItems } from "./preview.ts";
import type { Source } from "./sources.ts";

/** A value holds 65,536 bytes, and a string may take two bytes per character. */
const CHUNK_CHARACTERS = 30_000;
const CHUNK_BYTES = 60_000;
/** A commit holds 800 KiB and 1,000 changes. */
const COMMIT_CHARACTERS = 250_000;
const COMMIT_CHANGES = 500;
/** The limits of one import, and in characters of all waiting imports together: nobody reviews more. */
const MAX_SOURCES = 50;
const MAX_CHARACTERS = 40_000_000;
const MAX_ITEMS = 5_000;
/** The most left-out parts listed, and the UTF-16 units shown of each. */
const MOST_LEFT_OUT = 60;
const LONGEST = 400;

/** What is kept of a table, so that it can be read in another way. */
type KeptTask = Pick<ReadTask, "kind"> & {
  otherwise: string;
  source_url: string | null;
  columns?: ColumnChoice;
};

/**
 * Adds a source to an import, replacing another one or after all others. Its items are listed once all of them are
 * stored. Throws `payload_too_large` if the import would exceed its limits.
 */
export async function addSource(
  app: Context & WithPassages,
  editor: Editor,
  { id, twin_id }: Intake,
  source: Source,
  { visibility, replaces }: { visibility: Visibility; replaces?: string },
): Promise<Intake> {
  const source_id = newId("src", app.clock.now());
  const characters = await writeItems(app, { id, twin_id }, source, {
    ...{ source_id, visibility },
  });
  if (source.task) await writeFile(app.kv, id, source_id, source);
  const record: IntakeSource = {
    ...{ id: source_id, name: source.name, items: source.items.length },
    left_out: shortened(source.left_out),
    ...source.problem ? { problem: source.problem.detail } : {},
    ...source.table ? { table: source.table } : {},
    visibility,
  };
  const added = await commitAs(app, editor, async (op) => {
    const entry = await requireIntakeEntry(app, editor, twin_id, id);
    const intake = entry.value;
    const next = {
      ...intake,
      characters: intake.characters + characters,
      items: intake.items + record.items,
      source_ids: replaces
        ? intake.source_ids.map((one) => one === replaces ? source_id : one)
        : [...intake.source_ids, source_id],
    };
    if (
      next.source_ids.length > MAX_SOURCES || next.items > MAX_ITEMS ||
      next.characters > MAX_CHARACTERS
    ) {
      throw new AppError(
        "payload_too_large",
        `An import holds up to ${MAX_SOURCES} files with 5,000 items and 40 million characters. Save these first, then add the others.`,
      );
    }
    await requireRoom(app, editor, next);
    op.check(entry).set(entry.key, next)
      .set(keys.intakeSource(id, source_id), record);
    return next;
  }).catch(async (error) => {
    await dropSource(app.kv, id, source_id);
    throw error;
  });
  if (replaces) await dropSource(app.kv, id, replaces);
  return added;
}

/** Throws `payload_too_large` if too much would be waiting for review. */
async function requireRoom(
  app: Context,
  editor: Editor,
  next: Intake,
): Promise<void> {
  const others = (await listIntakes(app, editor, next.twin_id))
    .filter(({ id }) => id !== next.id);
  const waiting = others.reduce((sum, one) => sum + one.characters, 0);
  if (waiting + next.characters <= MAX_CHARACTERS) return;
  throw new AppError(
    "payload_too_large",
    "All imports waiting for review may hold up to 40 million characters. Save or discard some of them first.",
  );
}

/** Writes a source's items with their texts; returns the total length of the texts. */
async function writeItems(
  app: Context & WithPassages,
  intake: Pick<Intake, "id" | "twin_id">,
  source: Source,
  { source_id, visibility }: { source_id: string; visibility: Visibility },
): Promise<number> {
  let characters = 0;
  let n = 0;
  const writer = batches(app.kv);
  for await (const looked of previewItems(app, intake.twin_id, source)) {
    const { item, ...view } = looked;
    const record: IntakeItem = {
      ...{ ...view, source_id, n },
      visibility: item.visibility ?? visibility,
      ...item.channels ? { channels: item.channels } : {},
      source_url: item.source_url ?? source.source_url,
      is_skipped: view.duplicate_of !== null,
    };
    const key = keys.intakeItem(intake.id, source_id, n);
    await writer.set(key, record, 2 * record.excerpt.length + 500);
    const text = keys.intakeText(intake.id, source_id, n);
    for (let at = 0; at < item.body.length; at += CHUNK_CHARACTERS) {
      const chunk = item.body.slice(at, at + CHUNK_CHARACTERS);
      await writer.set([...text, at / CHUNK_CHARACTERS], chunk, chunk.length);
    }
    characters += item.body.length;
    n++;
  }
  await writer.end();
  return characters;
}

/** Batches changes into commits of a limited size. */
function batches(kv: Deno.Kv) {
  let op = kv.atomic();
  let changes = 0;
  let characters = 0;
  const end = async () => {
    if (changes > 0) await commit(op);
    op = kv.atomic();
    changes = characters = 0;
  };
  return {
    end,
    async set(key: Key, value: unknown, size: number) {
      if (
        changes === COMMIT_CHANGES || characters + size > COMMIT_CHARACTERS
      ) await end();
      op.set(key, value);
      changes++;
      characters += size;
    },
  };
}

async function writeFile(
  kv: Deno.Kv,
  id: string,
  source_id: string,
  { task, otherwise, source_url }: Source,
): Promise<void> {
  if (!task) return;
  const { kind, columns, bytes } = task;
  const key = keys.intakeFile(id, source_id);
  const head: KeptTask = { kind, columns, otherwise, source_url };
  const writer = batches(kv);
  await writer.set(key, head, 1_000);
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const chunk = bytes.slice(at, at + CHUNK_BYTES);
    await writer.set([...key, at / CHUNK_BYTES], chunk, chunk.length);
  }
  await writer.end();
}

/** What a table was read from; null for another source. */
export async function readKept(
  kv: Deno.Kv,
  id: string,
  source_id: string,
): Promise<(KeptTask & ReadTask) | null> {
  const key = keys.intakeFile(id, source_id);
  const { value } = await kv.get<KeptTask>(key);
  if (!value) return null;
  const chunks = kv.list<Uint8Array>({ prefix: key });
  const parts = (await Array.fromAsync(chunks)).map((entry) => entry.value);
  return { ...value, bytes: await joined(parts) };
}

/** The text of an item. */
export async function readText(
  kv: Deno.Kv,
  id: string,
  { source_id, n }: IntakeItem,
): Promise<string> {
  const prefix = keys.intakeText(id, source_id, n);
  const parts = await Array.fromAsync(kv.list<string>({ prefix }));
  return parts.map(({ value }) => value).join("");
}

async function dropSource(kv: Deno.Kv, id: string, source_id: string) {
  await deleteAll(kv, keys.intakeItemsOf(id, source_id));
  await deleteAll(kv, keys.intakeTextsOf(id, source_id));
  const file = keys.intakeFile(id, source_id);
  await deleteAll(kv, file);
  await commit(
    kv.atomic().delete(file).delete(keys.intakeSource(id, source_id)),
  );
}

function shortened(left_out: Source["left_out"]): Source["left_out"] {
  const told = left_out.slice(0, MOST_LEFT_OUT).map(({ what, why }) => ({
    what: what.slice(0, LONGEST),
    why: why.slice(0, LONGEST),
  }));
  const more = left_out.length - told.length;
  return more > 0
    ? [...told, { what: `${more} more parts`, why: "Too many to name." }]
    : told;
}

import type { Editor } from "../actor.ts";
import type { Context } from "../context.ts";
import {
  createContent,
  updateContent,
  type WithPassages,
} from "../content/content.ts";
import { findDuplicate } from "../content/duplicates.ts";
import { saveDraft } from "../content/drafts.ts";
import { titleOf } from "../content/readings.ts";
import type { Reading, ReadItem } from "../imports/kinds.ts";
import { digestOf } from "../long_texts.ts";
import type { ContentItem } from "../schemas/content.ts";
import type { Source, SourcePage } from "../schemas/source.ts";
import { keys } from "../store/keys.ts";

export type Taking = {
  source: Source;
  page: SourcePage;
  reading: Reading;
  /** The title of a text without one. */
  otherwise: string;
  source_url: string;
  /** Adds to a commit the run's results so far, and the page with them. */
  note(op: Deno.AtomicOperation, taken: Taken): void;
};

/** What was new on a page. */
export type Taken = {
  page: SourcePage;
  added: number;
  changed: number;
  duplicates: number;
};

/**
 * Adds a page's items in order, and changes to existing ones, each in one commit with its record: an interrupted
 * reading continues after the last. A text that the twin has already is skipped. A change becomes a draft unless the
 * source publishes automatically and nobody has edited the item here.
 */
export async function takeReading(
  app: Context & WithPassages,
  editor: Editor,
  taking: Taking,
): Promise<Taken> {
  const taken = {
    page: taking.page,
    ...{ added: 0, changed: 0, duplicates: 0 },
  };
  for (const { name, read } of named(taking.reading)) {
    const digest = await digestOf(read.body);
    const known = taken.page.items.find((one) => one.name === name);
    if (known?.digest === digest) continue;
    if (known?.content_id) {
      await change(app, editor, taking, taken, { ...known, digest }, read);
    } else await add(app, editor, taking, taken, { name, digest, read });
  }
  return taken;
}

/** A page with the current state of one of its items. */
function withItem(page: SourcePage, item: Item): SourcePage {
  const others = page.items.filter(({ name }) => name !== item.name);
  return { ...page, items: [...others, item] };
}

type Item = SourcePage["items"][number];

async function add(
  app: Context & WithPassages,
  editor: Editor,
  { source, otherwise, source_url, note }: Taking,
  taken: Taken,
  { name, digest, read }: { name: string; digest: string; read: ReadItem },
): Promise<void> {
  const item = { ...read, title: titleOf(otherwise, read) };
  const { visibility, twin_id, publish, last_read_at } = source;
  if (await findDuplicate(app, twin_id, { ...item, digest })) {
    taken.page = withItem(taken.page, { name, digest, content_id: null });
    taken.duplicates++;
    return;
  }
  const waits = last_read_at !== null && !publish;
  const input = {
    ...{ ...item, visibility, source_url },
    ...waits ? { is_draft: true as const } : {},
  };
  taken.added++;
  const { id } = await createContent(app, editor, twin_id, input, (op, now) => {
    const page = withItem(taken.page, { name, digest, content_id: now.id });
    note(op, { ...taken, page });
  });
  taken.page = withItem(taken.page, { name, digest, content_id: id });
}

async function change(
  app: Context & WithPassages,
  editor: Editor,
  { source, note }: Taking,
  taken: Taken,
  item: Item,
  { body }: ReadItem,
): Promise<void> {
  const { twin_id, publish } = source;
  const before = taken.page.items.find(({ name }) => name === item.name);
  const id = item.content_id ?? "";
  const { value } = await app.kv.get<ContentItem>(keys.content(twin_id, id));
  const page = withItem(taken.page, item);
  // What the team has deleted does not come back.
  if (!value || value.digest === item.digest) {
    taken.page = page;
    return;
  }
  taken.changed++;
  const also = (op: Deno.AtomicOperation) => note(op, { ...taken, page });
  if (publish && value.digest === before?.digest && !value.is_draft) {
    await updateContent(app, editor, twin_id, id, { body }, also);
  } else await saveDraft(app, editor, twin_id, id, { body }, also);
  taken.page = page;
}

/** The items of a reading under names that stay the same while others come and go: for a pair, its question. */
function* named(
  { items }: Reading,
): Generator<{ name: string; read: ReadItem }> {
  let texts = 0;
  for (const read of items) {
    const name = read.kind === "pair" ? `? ${read.title}` : `text ${++texts}`;
    yield { name, read };
  }
}

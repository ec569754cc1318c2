import type { Editor } from "../actor.ts";
import type { Context } from "../context.ts";
import {
  createContent,
  findDuplicate,
  type WithPassages,
} from "../content/content.ts";
import { titleOf } from "../content/readings.ts";
import type { Reading, ReadItem } from "../imports/kinds.ts";
import { digestOf } from "../long_texts.ts";
import type { Source, SourcePage } from "../schemas/source.ts";

export type Taking = {
  source: Source;
  page: SourcePage;
  reading: Reading;
  /** The title of a text that names none. */
  otherwise: string;
  source_url: string;
  /** Adds to a commit what this run has come to, and the page as it is with that. */
  note(op: Deno.AtomicOperation, page: SourcePage, added: number): void;
};

/** What a page held that was not there before. */
export type Taken = { page: SourcePage; added: number; duplicates: number };

/**
 * Adds the items of a page in their order, each by one commit with what is noted of it: a reading that was cut short
 * goes on after the last. A text that the twin holds already is left out.
 */
export async function takeReading(
  app: Context & WithPassages,
  editor: Editor,
  taking: Taking,
): Promise<Taken> {
  const { source, reading, otherwise, source_url, note } = taking;
  let { page } = taking;
  let [added, duplicates] = [0, 0];
  for (const { name, read } of named(reading)) {
    const item = { ...read, title: titleOf(otherwise, read) };
    const digest = await digestOf(item.body);
    if (page.items.some((known) => known.name === name)) continue;
    const withItem = (content_id: string | null): SourcePage => ({
      ...page,
      items: [...page.items, { name, digest, content_id }],
    });
    if (await findDuplicate(app, source.twin_id, { ...item, digest })) {
      page = withItem(null);
      duplicates++;
      continue;
    }
    const { visibility, twin_id } = source;
    const input = { ...item, visibility, source_url };
    await createContent(app, editor, twin_id, input, (op, { id }) => {
      note(op, withItem(id), added + 1);
    }).then(({ id }) => page = withItem(id));
    added++;
  }
  return { page, added, duplicates };
}

/** The items of a reading by names that stay the same while others come and go: a pair's is its question. */
function* named(
  { items }: Reading,
): Generator<{ name: string; read: ReadItem }> {
  let texts = 0;
  for (const read of items) {
    const name = read.kind === "pair" ? `? ${read.title}` : `text ${++texts}`;
    yield { name, read };
  }
}

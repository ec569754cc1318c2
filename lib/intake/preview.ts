import { withoutMarks } from "../imports/page_marks.ts";
import type { Editor } from "../actor.ts";
import { breathe } from "../breathe.ts";
import type { Context } from "../context.ts";
import { type WithPassages } from "../content/content.ts";
import { findDuplicate } from "../content/duplicates.ts";
import { checkFiles } from "../content/file_import.ts";
import { type Lines, takeLines } from "../content/lines_import.ts";
import { titleOf } from "../content/readings.ts";
import type { WithFileReader } from "../imports/file_reader.ts";
import type { WithPageReads } from "../limits/uploads.ts";
import type { ColumnChoice } from "../imports/kinds.ts";
import { withoutNotes } from "../imports/notes.ts";
import { digestOf } from "../long_texts.ts";
import type { CreateContent } from "../schemas/content.ts";
import type {
  ImportPageInput,
  LineResultView,
} from "../schemas/content_import.ts";
import type { PreviewItemView, PreviewView } from "../schemas/intake.ts";
import { requireTwin } from "../twins/twins.ts";
import {
  readAddress,
  readFile,
  type Source,
  type SourceItem,
} from "./sources.ts";

/** How much of a text is shown, in UTF-16 units. */
const EXCERPT = 2_000;

type Deps = Context & WithFileReader & WithPassages;

/** A prospective item, with its text. */
type PreviewedItem = PreviewItemView & { item: SourceItem; digest: string };

/** Previews the items of a source one by one as they would be saved. Changes nothing. */
export async function* previewItems(
  app: Context & WithPassages,
  twin_id: string,
  { items, otherwise }: Pick<Source, "items" | "otherwise">,
): AsyncGenerator<PreviewedItem> {
  const seen = new Set<string>();
  for (const item of items) {
    const { kind, body } = item;
    const title = titleOf(otherwise, item);
    const digest = await digestOf(body);
    const says = kind === "pair" ? `${digest} ${title}` : digest;
    const known = await findDuplicate(app, twin_id, { kind, title, digest });
    yield {
      ...{ item, kind, title, digest },
      excerpt: withoutMarks(body.slice(0, EXCERPT)).toWellFormed(),
      characters: body.length,
      passages: (await app.cutter.cut(body)).length,
      duplicate_of: known ?? (seen.has(says) ? "here" : null),
    };
    seen.add(says);
    await breathe();
  }
}

/** Previews importing files. */
export async function previewFiles(
  app: Deps,
  editor: Editor,
  twin_id: string,
  { files, columns }: { files: File[]; columns?: ColumnChoice },
): Promise<PreviewView> {
  await requireTwin(app, editor, twin_id);
  checkFiles(files);
  const sources: Source[] = [];
  for (const file of files) {
    sources.push(await readFile(app, editor, twin_id, file, columns));
  }
  return await previewOf(app, twin_id, sources);
}

/** Previews importing a web page. Throws as `importPage` does. */
export async function previewPage(
  app: Deps & WithPageReads,
  editor: Editor,
  twin_id: string,
  { url }: ImportPageInput,
): Promise<PreviewView> {
  await requireTwin(app, editor, twin_id);
  return await previewOf(app, twin_id, [await readAddress(app, editor, url)]);
}

/** Previews adding one item. */
export async function previewText(
  app: Context & WithPassages,
  editor: Editor,
  twin_id: string,
  { kind = "text", title, body }: CreateContent,
): Promise<PreviewView> {
  await requireTwin(app, editor, twin_id);
  const source = {
    ...{ name: title, otherwise: title, source_url: null },
    items: [{ kind, title, body }],
    left_out: notesOf(body),
  };
  return await previewOf(app, twin_id, [source]);
}

/** Previews importing lines of JSON, line by line. Throws as `importLines` does. */
export async function previewLines(
  app: Context & WithPassages,
  editor: Editor,
  twin_id: string,
  lines: Lines,
): Promise<LineResultView[]> {
  return await takeLines(app, editor, twin_id, lines, async (item) => {
    const preview = await previewText(app, editor, twin_id, item);
    const [{ title, characters, passages, duplicate_of }] =
      preview.sources[0].items;
    return { would_add: { title, characters, passages, duplicate_of } };
  });
}

/** The parts of a text hidden from its readers. */
function notesOf(body: string) {
  const { notes } = withoutNotes(body);
  if (notes === 0) return [];
  return [{
    what: notes === 1 ? "a comment" : `${notes} comments`,
    why: "It stays in your text, but is never used in an answer.",
  }];
}

async function previewOf(
  app: Context & WithPassages,
  twin_id: string,
  sources: Source[],
): Promise<PreviewView> {
  const views: PreviewView["sources"] = [];
  for (const source of sources) {
    const { name, left_out, table, problem } = source;
    const items: PreviewItemView[] = [];
    for await (const looked of previewItems(app, twin_id, source)) {
      const { item: _, digest: __, ...view } = looked;
      items.push(view);
    }
    views.push({ name, items, left_out, table, problem });
  }
  const passages = views.flatMap(({ items }) => items)
    .reduce((sum, { passages }) => sum + passages, 0);
  const room = await app.quota.room(twin_id);
  return { dry_run: true, sources: views, passages, room };
}

import type { Editor } from "../actor.ts";
import { isAuthorityLost } from "../authority.ts";
import { breathe } from "../breathe.ts";
import type { Context } from "../context.ts";
import { type AppError, invalidInput, isAppError } from "../errors.ts";
import { digestOf } from "../long_texts.ts";
import type { ContentItem, CreateContent } from "../schemas/content.ts";
import type { LineResultView } from "../schemas/content_import.ts";
import { keys } from "../store/keys.ts";
import { requireTwin } from "../twins/twins.ts";
import { createContent, type WithPassages } from "./content.ts";
import { findDuplicate } from "./duplicates.ts";
import { viewContent } from "./listing.ts";
import { problemOf } from "./readings.ts";

/** Lines per call, and bytes per line. */
const MAX_LINES = 1_000;
const MAX_LINE = 512 * 1_024;
const LINE_FEED = 0x0a;

/** The lines, and the function that validates one value; it throws `invalid_input`. */
export type Lines = {
  bytes: Uint8Array;
  read: (value: unknown) => CreateContent;
};

/** Processes the item of a line; returns what to report about it. */
type Take = (item: CreateContent) => Promise<Omit<LineResultView, "line">>;

/**
 * Adds an item per line of JSON, each in its own commit, and reports each line's item or its problem, which does not
 * hold up the others. If an identical item exists, that one is reported: an interrupted call can be repeated and adds
 * what is missing. Blank lines are skipped. Throws `invalid_input` for more than 1,000 lines or none, before anything
 * is added.
 */
export async function importLines(
  app: Context & WithPassages,
  editor: Editor,
  twin_id: string,
  lines: Lines,
): Promise<LineResultView[]> {
  // The call counts as carried out after all its lines, not after the first.
  const by = { ...editor, claim: undefined };
  return await takeLines(app, editor, twin_id, lines, async (item) => {
    const known = await findSame(app, twin_id, item);
    if (known) return { item: viewContent(known) };
    const { body: _, ...view } = await createContent(app, by, twin_id, item);
    return { item: view };
  });
}

/** An existing item identical in everything that a line can say. */
async function findSame(
  app: Context,
  twin_id: string,
  item: CreateContent,
): Promise<ContentItem | null> {
  const digest = await digestOf(item.body);
  const id = await findDuplicate(app, twin_id, { ...item, digest });
  if (id === undefined) return null;
  const { value } = await app.kv.get<ContentItem>(keys.content(twin_id, id));
  const is_same = value?.title === item.title &&
    value.visibility === item.visibility &&
    (value.kind ?? "text") === (item.kind ?? "text") &&
    value.source_url === (item.source_url ?? null) &&
    (value.is_draft ?? false) === (item.is_draft ?? false) &&
    String(value.channels?.toSorted()) ===
      String(item.channels?.toSorted() ?? undefined);
  return is_same ? value : null;
}

/** Hands the item of each line to `take`, in order, and collects its results or refusals. */
export async function takeLines(
  app: Context,
  editor: Editor,
  twin_id: string,
  { bytes, read }: Lines,
  take: Take,
): Promise<LineResultView[]> {
  await requireTwin(app, editor, twin_id);
  const results: LineResultView[] = [];
  for (const { line, at, end } of await linesIn(bytes)) {
    try {
      const item = read(valueOf(bytes.subarray(at, end)));
      results.push({ line, ...await take(item) });
    } catch (error) {
      if (!isAppError(error) || isAuthorityLost(error)) throw error;
      results.push({ line, problem: lineProblem(error) });
    }
    await breathe();
  }
  return results;
}

/** The start and end of each line that is not blank, numbered from 1. */
async function linesIn(bytes: Uint8Array) {
  const lines: { line: number; at: number; end: number }[] = [];
  for (let at = 0, line = 1; at < bytes.length; line++) {
    const found = bytes.indexOf(LINE_FEED, at);
    const end = found < 0 ? bytes.length : found;
    const is_blank = end - at < 100 &&
      bytes.subarray(at, end).every((byte) => byte === 0x20 || byte === 0x0d);
    if (!is_blank) lines.push({ line, at, end });
    if (lines.length > MAX_LINES) {
      throw invalidInput("", "Send at most 1,000 lines in one call.");
    }
    at = end + 1;
    await breathe();
  }
  if (lines.length === 0) throw invalidInput("", "Send at least one line.");
  return lines;
}

/** Throws `invalid_input`. */
function valueOf(line: Uint8Array): unknown {
  if (line.length > MAX_LINE) {
    throw invalidInput("", "This line is longer than 512 KiB.");
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(line);
    return JSON.parse(text);
  } catch {
    throw invalidInput("", "This line is not well-formed JSON in UTF-8.");
  }
}

function lineProblem(error: AppError): NonNullable<LineResultView["problem"]> {
  const { issues } = error;
  return { ...problemOf(error), ...issues ? { issues } : {} };
}

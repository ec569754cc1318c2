import type { Editor } from "../actor.ts";
import type { Context } from "../context.ts";
import { isAuthorityLost } from "../authority.ts";
import { createContent, type WithPassages } from "./content.ts";
import { findDuplicate } from "./duplicates.ts";
import { type AppError, isAppError } from "../errors.ts";
import type { Reading, ReadItem } from "../imports/kinds.ts";
import { partTitle } from "../imports/parts.ts";
import { digestOf } from "../long_texts.ts";
import type { ContentView, Visibility } from "../schemas/content.ts";

type AddReading = {
  reading: Reading;
  /** The title of a text without one. */
  otherwise: string;
  visibility: Visibility;
  source_url: string | null;
  /** Digests seen in earlier readings of the same call, so that only one of several duplicates is added. */
  seen?: Set<string>;
};

/** Counts of additions; `duplicates` existed already. */
export type Added = { items: number; pairs: number; duplicates: number };

/** The result of adding a reading. What was added before an error is kept. */
export type AddedReading = {
  /** The first item that was added. */
  first?: ContentView;
  added: Added;
  error?: AppError;
};

/**
 * Adds the items of a reading in order. Existing ones are skipped, except that a single item of a single reading is
 * added anyway, with `duplicate_of`.
 */
export async function addReading(
  app: Context & WithPassages,
  editor: Editor,
  twin_id: string,
  { reading, otherwise, visibility, source_url, seen }: AddReading,
): Promise<AddedReading> {
  const result: AddedReading = { added: { items: 0, pairs: 0, duplicates: 0 } };
  const { added } = result;
  const is_only = !seen && reading.items.length === 1;
  // A call that adds several items counts as carried out after the last.
  const by = is_only ? editor : { ...editor, claim: undefined };
  const known = seen ?? new Set<string>();
  for (const read of reading.items) {
    const item = { ...read, title: titleOf(otherwise, read) };
    try {
      if (!is_only && await isKnown(app, twin_id, item, known)) {
        added.duplicates++;
        continue;
      }
      const view = await createContent(app, by, twin_id, {
        ...item,
        visibility,
        source_url,
      });
      result.first ??= view;
      added[item.kind === "pair" ? "pairs" : "items"]++;
    } catch (error) {
      if (!isAppError(error) || isAuthorityLost(error)) throw error;
      return { ...result, error };
    }
  }
  return result;
}

/** Whether an item exists or was seen; marks it as seen. */
async function isKnown(
  app: Context,
  twin_id: string,
  { kind, title, body }: ReadItem & { title: string },
  seen: Set<string>,
): Promise<boolean> {
  const digest = await digestOf(body);
  const says = kind === "pair" ? `${digest} ${title}` : digest;
  const is_seen = seen.has(says);
  seen.add(says);
  return is_seen ||
    await findDuplicate(app, twin_id, { kind, title, digest }) !== undefined;
}

/** An error as reported for one file or line of several. */
export function problemOf({ code, message }: AppError) {
  return { code, detail: message };
}

/** A heading further down is not the title of the whole text; in UTF-16 units. */
const LONGEST_BEFORE = 100;

/**
 * Whether a heading below the first level is one of several, such as one per table row, and so not the title of the
 * whole.
 */
function isOneOfMany(body: string, heading: string): boolean {
  const [marks] = heading.split(/\s/);
  return marks !== "#" &&
    body.split("\n").filter((line) => line.startsWith(`${marks} `)).length > 1;
}

/** The title of a text: its own, its first heading, or `otherwise`. */
export function titleOf(otherwise: string, item: ReadItem): string {
  const { title, body } = item;
  const heading = /^#{1,3}\s+(.+)$/m.exec(body.slice(0, 2_000));
  const begins = heading && heading.index <= LONGEST_BEFORE &&
    !isOneOfMany(body, heading[0]) && heading[1];
  const found = (title ?? (begins || otherwise))
    .replace(/[\p{Cc}\u2028\u2029]/gu, " ").trim();
  const line = found.slice(0, 200).toWellFormed() || "Untitled";
  return item.kind === "text" && item.part ? partTitle(line, item.part) : line;
}

import { readable } from "../engine/text/sentences.ts";
import type { ContentItem, ContentSummaryView } from "../schemas/content.ts";
import { keys } from "../store/keys.ts";
import { getAll } from "../store/list.ts";
import { readOpenings } from "./texts.ts";

/** How much of a text is searched for a line, in characters. */
const LOOKED_AT = 2_000;
const LONGEST = 160;

/**
 * Reads the first line of each of these items of a twin, by id; omits items that change meanwhile or contain no
 * words.
 */
export async function readFirstLines(
  kv: Deno.Kv,
  twin_id: string,
  items: Pick<ContentSummaryView, "id">[],
): Promise<Map<string, string>> {
  const there = (await getAll<ContentItem>(
    kv,
    items.map(({ id }) => keys.content(twin_id, id)),
  )).filter((item) => item !== null);
  const openings = await readOpenings(kv, there);
  const lines = there.map(({ id, title }, n) =>
    [id, firstLine(openings[n], title)] as const
  );
  return new Map(lines.filter(([, line]) => line !== ""));
}

/** The first line of a Markdown text that is more than its title, without markup. */
export function firstLine(body: string, title: string): string {
  for (const raw of body.slice(0, LOOKED_AT).split("\n")) {
    const line = readable(raw.replaceAll("|", " "));
    if (/[\p{L}\p{N}]/u.test(line) && line !== title.trim()) {
      return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
    }
  }
  return "";
}

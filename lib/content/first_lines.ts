import type { ContentItem, ContentSummaryView } from "../schemas/content.ts";
import { keys } from "../store/keys.ts";
import { readOpening } from "./texts.ts";

/** So much of a text is looked at for a line, in characters. */
const LOOKED_AT = 2_000;
const LONGEST = 160;

/** How each of these items of a twin begins, by its id; none of an item that changes meanwhile or holds no words. */
export async function readFirstLines(
  kv: Deno.Kv,
  twin_id: string,
  items: Pick<ContentSummaryView, "id" | "title">[],
): Promise<Map<string, string>> {
  const lines = await Promise.all(items.map(async ({ id, title }) => {
    const { value } = await kv.get<ContentItem>(keys.content(twin_id, id));
    const opening = value ? await readOpening(kv, value) : "";
    return [id, firstLine(opening, title)] as const;
  }));
  return new Map(lines.filter(([, line]) => line !== ""));
}

/** The first line of a Markdown text that says more than its title, without marks. */
export function firstLine(body: string, title: string): string {
  for (const raw of body.slice(0, LOOKED_AT).split("\n")) {
    const line = raw
      .replace(/^[\s>#*+-]+|^\s*\d+[.)]\s+/, "")
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/[*_`]+/g, "")
      .replaceAll("|", " ")
      .replace(/\s+/g, " ")
      .trim();
    if (/[\p{L}\p{N}]/u.test(line) && line !== title.trim()) {
      return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
    }
  }
  return "";
}

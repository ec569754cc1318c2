import { DAY } from "../clock.ts";
import type { LastTrue } from "../content/confirmed.ts";
import type { ContentItem } from "../schemas/content.ts";
import type { Finding } from "../schemas/finding.ts";
import { finding, short } from "./finding.ts";
import type { ContentAnalysis, DatedSentence } from "./content_analysis.ts";

type Items = ReadonlyMap<string, ContentItem>;

/** An item with more characters is too long to keep up to date. */
const TOO_LONG = 20_000;
/** Days further back are history. */
const LATELY_MS = 400 * DAY;
/** Words that refer to the future. */
const AHEAD =
  /\b(?:until|till|by|deadline|register|next|upcoming|valid|from|starts?|begins?|opens?|ends?|closes?|bis|ab|gültig|anmeldung|nächste|beginnt|endet|jusqu|prochain|commence|hasta|próxim|comienza|fino|prossim|inizia|até|tot|vanaf|do|până)\b|до|截止|まで|까지/iu;

/** Findings in the texts themselves, for items that still exist. */
export function findInContent(
  { contradictions, duplicates, days }: ContentAnalysis,
  items: Items,
  { now_ms, lastTrue }: { now_ms: number; lastTrue: LastTrue },
): Finding[] {
  const title = (id: string) => items.get(id)?.title ?? "";
  const are_there = (...ids: string[]) => ids.every((id) => items.has(id));
  const found: Finding[] = [];
  for (const { a, b } of contradictions) {
    if (!are_there(a.content_id, b.content_id)) continue;
    found.push(finding({
      kind: "contradiction",
      content_ids: [a.content_id, b.content_id],
      detail: `“${title(a.content_id)}” says: ${short(a.text)} “${
        title(b.content_id)
      }” says: ${short(b.text)}`,
    }));
  }
  for (const [a, b] of duplicates) {
    if (!are_there(a, b)) continue;
    found.push(finding({
      kind: "near_duplicate",
      content_ids: [a, b],
      detail: `“${title(a)}” and “${title(b)}” say nearly the same.`,
    }, ""));
  }
  for (const one of pastDays(days, items, { now_ms, lastTrue })) {
    found.push(finding({
      kind: "past_date",
      content_ids: [one.content_id],
      detail: `“${title(one.content_id)}” names a day that has passed: ${
        short(one.text)
      }`,
    }));
  }
  return [...found, ...tooLong(items)];
}

/**
 * The first past day of each item that was still ahead when the item was last true, or is written about as if it
 * were.
 */
function pastDays(
  days: readonly DatedSentence[],
  items: Items,
  { now_ms, lastTrue }: { now_ms: number; lastTrue: LastTrue },
): DatedSentence[] {
  const first = new Map<string, DatedSentence>();
  for (const day of days) {
    const item = items.get(day.content_id);
    if (!item || first.has(item.id) || day.at_ms > now_ms) continue;
    const was_ahead = day.at_ms > Date.parse(lastTrue(item));
    const is_lately = day.at_ms > now_ms - LATELY_MS;
    if (was_ahead || is_lately && AHEAD.test(day.text)) first.set(item.id, day);
  }
  return [...first.values()];
}

function tooLong(items: Items): Finding[] {
  return [...items.values()].filter(({ characters }) => characters > TOO_LONG)
    .sort((a, b) => b.characters - a.characters)
    .map(({ id, title, characters }) =>
      finding({
        kind: "too_long",
        content_ids: [id],
        detail: `“${title}” has ${
          characters.toLocaleString("en")
        } characters. Items with one subject each are easier to keep up to date.`,
      }, "")
    );
}

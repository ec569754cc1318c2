import type { Context } from "../context.ts";
import { commit } from "../store/commit.ts";
import { keys } from "../store/keys.ts";
import type { ContentAnalysis } from "./content_analysis.ts";

/** The findings in one version of a twin's content, and their time. */
export type LastFound = {
  version: string;
  found: ContentAnalysis;
  at_ms: number;
};

/** The most stored per kind: as many as a page shows. */
const MOST_KEPT = 50;
/** The longest sentence stored whole, in UTF-16 units: a value in the store holds at most 64 KiB. */
const LONGEST = 120;

/** Stores the first findings of each kind, for use after the process has ended. */
export async function keepFound(
  { kv }: Context,
  twin_id: string,
  { found, ...last }: LastFound,
): Promise<void> {
  const shortened = <T extends { text: string }>(told: T): T => ({
    ...told,
    text: told.text.slice(0, LONGEST).toWellFormed(),
  });
  const kept: LastFound = {
    ...last,
    found: {
      contradictions: found.contradictions.slice(0, MOST_KEPT)
        .map(({ a, b }) => ({ a: shortened(a), b: shortened(b) })),
      duplicates: found.duplicates.slice(0, MOST_KEPT),
      days: found.days.toSorted((a, b) => a.at_ms - b.at_ms)
        .slice(-MOST_KEPT).map(shortened),
    },
  };
  await commit(kv.atomic().set(keys.foundInContent(twin_id), kept));
}

/** The findings stored last; null if none. */
export async function lastFound(
  { kv }: Context,
  twin_id: string,
): Promise<LastFound | null> {
  return (await kv.get<LastFound>(keys.foundInContent(twin_id))).value;
}

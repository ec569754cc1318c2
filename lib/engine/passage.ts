import type { ReadPassage } from "./passage_reader.ts";
import type { PageStart } from "../schemas/citation.ts";
import type { Language } from "./text/languages.ts";

/** A content item as the index takes it. */
export type PassageSource = {
  content_id: string;
  title: string;
  /** Of a pair the title is a question and the passages are its answer. */
  kind?: "text" | "pair";
  source_url: string | null;
  passages: string[];
  /** Questions that are known to be answered by it. */
  questions?: readonly string[];
  pages?: readonly PageStart[];
};

/** A passage found; `n` is its place in its item, `score` the higher the better. */
export type Hit = {
  content_id: string;
  title: string;
  kind: "text" | "pair";
  source_url: string | null;
  pages?: readonly PageStart[];
  passage: string;
  n: number;
  /** How many passages its item has. */
  of: number;
  language: Language;
  score: number;
  read: ReadPassage;
  read_title: ReadPassage;
};

/** What identifies a passage within its index. */
export function placeOf({ content_id, n }: Pick<Hit, "content_id" | "n">) {
  return `${content_id} ${n}`;
}

/** The ids of the items that passages are of, each once; a long item is held in parts. */
export function itemsOf(
  passages: readonly Pick<Hit, "content_id">[],
): string[] {
  const ids = passages.map(({ content_id }) => content_id.split("~")[0]);
  return [...new Set(ids)];
}

/** Each passage once, as it was found first. */
export function distinct(hits: readonly Hit[]): Hit[] {
  const places = new Set<string>();
  return hits.filter((hit) => {
    const place = placeOf(hit);
    return !places.has(place) && places.add(place);
  });
}

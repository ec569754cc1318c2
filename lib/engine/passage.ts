import type { ReadPassage } from "./passage_reader.ts";
import type { PageStart } from "../schemas/citation.ts";
import type { Language } from "./text/languages.ts";

/** A content item as input for the index. */
export type PassageSource = {
  content_id: string;
  title: string;
  /** In a pair the title is a question, and the passages are its answer. */
  kind?: "text" | "pair";
  source_url: string | null;
  passages: string[];
  /** Questions that it is known to answer. */
  questions?: readonly string[];
  pages?: readonly PageStart[];
};

/** A passage found; `n` is its position in its item, a higher `score` is better. */
export type Hit = {
  content_id: string;
  title: string;
  kind: "text" | "pair";
  source_url: string | null;
  pages?: readonly PageStart[];
  passage: string;
  n: number;
  /** The number of passages in its item. */
  of: number;
  language: Language;
  score: number;
  read: ReadPassage;
  read_title: ReadPassage;
};

/** Identifies a passage within its index. */
export function placeOf({ content_id, n }: Pick<Hit, "content_id" | "n">) {
  return `${content_id} ${n}`;
}

/** The ids of the items these passages belong to, each once; a long item is held in parts. */
export function itemsOf(
  passages: readonly Pick<Hit, "content_id">[],
): string[] {
  const ids = passages.map(({ content_id }) => content_id.split("~")[0]);
  return [...new Set(ids)];
}

/** Each passage once, at its first occurrence. */
export function distinct(hits: readonly Hit[]): Hit[] {
  const places = new Set<string>();
  return hits.filter((hit) => {
    const place = placeOf(hit);
    return !places.has(place) && places.add(place);
  });
}

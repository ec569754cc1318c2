import type { Citation } from "./chat_client.ts";

/** An item that an answer draws from, with all its citations. */
export type Source = {
  title: string;
  url?: string;
  excerpts: string[];
  /** The cited pages or times, each once. */
  places: string[];
};

/** Groups an answer's citations by item, in order. */
export function mergeCitations(citations: Citation[]): Source[] {
  const sources: Source[] = [];
  for (const { title, url, excerpt, where } of citations) {
    const known = sources.find((one) => one.title === title && one.url === url);
    const places = where ? [where] : [];
    if (known) {
      known.excerpts.push(excerpt);
      known.places = [...new Set([...known.places, ...places])];
    } else sources.push({ title, url, excerpts: [excerpt], places });
  }
  return sources;
}

/** A source's title with its places: `Handbook (p. 4, p. 9)`. */
export function nameWithPlaces(
  { title, places }: Pick<Source, "title" | "places">,
): string {
  return places.length > 0 ? `${title} (${places.join(", ")})` : title;
}

/** At most two follow-up questions: from what else was cited besides the first item, then the twin's suggestions. */
export function followUps(
  sources: Source[],
  suggested: string[],
  asked: string[],
): string[] {
  const others = sources.slice(1).map(({ title }) => title);
  return [...new Set([...others, ...suggested])]
    .filter((one) => !asked.includes(one)).slice(0, 2);
}

/** The title of a single citation, with its place. */
export function sourceName(
  { title, where }: Pick<Citation, "title" | "where">,
): string {
  return nameWithPlaces({ title, places: where ? [where] : [] });
}

// A sentence with the space after it. A point inside a number ends none.
const SENTENCE = /[^]+?(?:[.!?](?=\s)|[。！？।]|$)\s*/g;

/** Shorter pieces do not show where they come from. */
const MIN_QUOTED = 3;

/** Marks the sentences below a node that are also in an answer's text. */
export function markQuoted(node: Node, answer: string, doc: Document): void {
  const answer_text = squeeze(answer);
  const walker = doc.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    const pieces = text.data.match(SENTENCE) ?? [];
    text.replaceWith(...pieces.map((piece) => {
      const words = squeeze(piece);
      if (words.length < MIN_QUOTED || !answer_text.includes(words)) {
        return piece;
      }
      const mark = doc.createElement("mark");
      mark.append(piece);
      return mark;
    }));
  }
}

/**
 * The sentences of an excerpt that are also in an answer's text; none if most of them are, since there is nothing to
 * point out then.
 */
export function quotedSentences(excerpt: string, answer: string): string[] {
  const answer_text = squeeze(answer);
  const sentences = excerpt.split("\n")
    .flatMap((line) => line.match(SENTENCE) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
  const quoted = sentences.filter((sentence) =>
    squeeze(sentence).length >= MIN_QUOTED &&
    answer_text.includes(squeeze(sentence))
  );
  return quoted.length * 2 > sentences.length ? [] : quoted;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

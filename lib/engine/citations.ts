import type { Citation } from "../schemas/citation.ts";
import type { Hit } from "./passage_index.ts";
import type { Sentence } from "./text/sentences.ts";

/** Longest excerpt, in UTF-16 units. */
const LONGEST = 500;

/** A passage that may be cited; `used` are the places of sentences in the answer. */
export interface Cited {
  hit: Hit;
  sentences: readonly Sentence[];
  used: readonly number[];
  /** The place of the likeliest sentence, for a passage not in the answer. */
  best: number;
}

interface Span {
  first: number;
  last: number;
}

/**
 * Up to `most` citations: first excerpts that hold the answer's sentences,
 * then what is left of those passages, then the best of the others.
 */
export function cite(passages: readonly Cited[], most = 3): Citation[] {
  const answering = passages.filter(({ used }) => used.length > 0);
  const others = passages.filter(({ used }) => used.length === 0);
  const citations: Citation[] = [];
  const taken = new Map<Cited, Span[]>();
  for (const cited of answering) {
    const spans = covering(cited.sentences, cited.used);
    taken.set(cited, spans);
    for (const span of spans) citations.push(quote(cited, span));
  }
  for (const cited of answering) {
    const rest = remainder(cited.sentences, taken.get(cited) ?? []);
    if (rest) citations.push(quote(cited, rest));
  }
  for (const cited of others) {
    const [span] = covering(cited.sentences, [cited.best]);
    if (span) citations.push(quote(cited, span));
  }
  return citations.slice(0, most);
}

/** Spans of at most 500 units that hold all `used` sentences, widened to fill. */
function covering(
  sentences: readonly Sentence[],
  used: readonly number[],
): Span[] {
  const spans: Span[] = [];
  for (const place of [...used].sort((a, b) => a - b)) {
    const open = spans.at(-1);
    if (open && fits(sentences, open.first, place)) open.last = place;
    else spans.push({ first: place, last: place });
  }
  spans.forEach((span, i) => {
    const after = spans[i + 1]?.first ?? sentences.length;
    const before = spans[i - 1]?.last ?? -1;
    widen(sentences, span, before, after);
  });
  return spans;
}

/** Adds whole sentences after and before a span, between `before` and `after`. */
function widen(
  sentences: readonly Sentence[],
  span: Span,
  before: number,
  after: number,
): void {
  while (span.last + 1 < after && fits(sentences, span.first, span.last + 1)) {
    span.last++;
  }
  while (
    span.first - 1 > before && fits(sentences, span.first - 1, span.last)
  ) {
    span.first--;
  }
}

/** The longer stretch outside `taken`, if any. */
function remainder(
  sentences: readonly Sentence[],
  taken: readonly Span[],
): Span | null {
  let best: Span | null = null;
  let from = 0;
  const ends = [...taken, { first: sentences.length, last: sentences.length }];
  for (const { first, last } of ends) {
    if (first > from) {
      const span = { first: from, last: from };
      widen(sentences, span, from - 1, first);
      if (!best || length(sentences, span) > length(sentences, best)) {
        best = span;
      }
    }
    from = last + 1;
  }
  return best;
}

function length(sentences: readonly Sentence[], { first, last }: Span): number {
  return sentences[last].end - sentences[first].start;
}

function fits(
  sentences: readonly Sentence[],
  first: number,
  last: number,
): boolean {
  return length(sentences, { first, last }) <= LONGEST;
}

function quote({ hit, sentences }: Cited, { first, last }: Span): Citation {
  const excerpt = hit.passage.slice(
    sentences[first].start,
    sentences[last].end,
  );
  return hit.source_url === null
    ? { title: hit.title, excerpt }
    : { title: hit.title, excerpt, url: hit.source_url };
}

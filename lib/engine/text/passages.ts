/** The longest passage, in UTF-16 units. */
const LONGEST = 900;
/** A passage this long is not joined with the next paragraph. */
const ENOUGH = 400;

type Kind = "heading" | "code" | "lines" | "text";

type Block = {
  start: number;
  end: number;
  kind: Kind;
};

/**
 * Cuts Markdown into passages of at most 900 UTF-16 units, each a verbatim, trimmed slice; together they contain
 * every non-blank character once. Linear.
 */
export function cutPassages(body: string): string[] {
  const passages: string[] = [];
  const cutter = new Cutter(body, passages);
  let open: Block | null = null;
  for (const block of blocks(body)) {
    const joined: Block | null = open && joins(open, block)
      ? { start: open.start, end: block.end, kind: block.kind }
      : null;
    if (open && !joined) cutter.take(open);
    open = joined ?? block;
  }
  if (open) cutter.take(open);
  return passages;
}

/** A heading always leads what follows it; short paragraphs stay together. */
function joins(open: Block, next: Block): boolean {
  if (open.kind === "heading") return true;
  if (next.kind === "heading" || open.end - open.start >= ENOUGH) return false;
  return next.end - open.start <= LONGEST;
}

/** Splits into paragraphs, headings, fenced code, and runs of list items or table rows. */
function* blocks(body: string): Generator<Block> {
  let open: Block | null = null;
  let fence = "";
  for (const { start, end } of lines(body)) {
    const line = body.slice(start, Math.min(end, start + 200));
    if (fence) {
      if (open) open.end = end;
      if (line.trim().startsWith(fence)) {
        fence = "";
        if (open) yield open;
        open = null;
      }
      continue;
    }
    const kind = kindOf(line);
    const underlined: boolean = open?.kind === "text" &&
      /^ {0,3}(?:=+|-{2,})\s*$/.test(line);
    if (underlined && open) {
      yield { start: open.start, end, kind: "heading" };
      open = null;
    } else if (kind === null || kind === "heading" || kind === "code") {
      if (open) yield open;
      open = null;
      if (kind === "heading") yield { start, end, kind };
      if (kind === "code") {
        fence = line.trim().slice(0, 3);
        open = { start, end, kind };
      }
    } else if (open && (open.kind === kind || open.kind === "lines")) {
      open.end = end;
    } else {
      if (open) yield open;
      open = { start, end, kind };
    }
  }
  if (open) yield open;
}

function* lines(body: string): Generator<{ start: number; end: number }> {
  for (let start = 0; start < body.length;) {
    const found = body.indexOf("\n", start);
    const end = found < 0 ? body.length : found + 1;
    yield { start, end };
    start = end;
  }
}

/** The kind of block a line begins or continues; null for a blank line. */
function kindOf(line: string): Kind | null {
  if (line.trim() === "") return null;
  if (/^ {0,3}#{1,6}(?:\s|$)/.test(line)) return "heading";
  if (/^\s*(?:```|~~~)/.test(line)) return "code";
  if (/^\s*(?:[-*+•]|\d{1,9}[.)])\s|^\s*\|/.test(line)) return "lines";
  return "text";
}

/** Cuts a block that is too long for one passage. */
class Cutter {
  readonly #sentences = new Intl.Segmenter(undefined, {
    granularity: "sentence",
  });
  readonly #graphemes = new Intl.Segmenter(undefined, {
    granularity: "grapheme",
  });

  constructor(readonly body: string, readonly passages: string[]) {}

  take({ start, end, kind }: Block): void {
    while (end - start > LONGEST) {
      // Even parts: a short remainder would be a passage without context.
      const goal = Math.ceil((end - start) / Math.ceil((end - start) / 800));
      const window = this.body.slice(start, start + LONGEST);
      const cut = this.#boundary(window, kind, Math.min(goal, LONGEST));
      this.#keep(start, start + cut);
      start += cut;
    }
    this.#keep(start, end);
  }

  #keep(start: number, end: number): void {
    const passage = this.body.slice(start, end).trim();
    if (passage) this.passages.push(passage);
  }

  /** Where to cut `window`: at lines, else sentences, else words, else graphemes. */
  #boundary(window: string, kind: Kind, goal: number): number {
    const least = goal / 2;
    const starts = kind === "text" ? [] : lineStarts(window);
    const cut = nearest(starts, goal, least) ??
      nearest(this.#starts(this.#sentences, window), goal, least) ??
      nearest(wordStarts(window), goal, least) ??
      this.#starts(this.#graphemes, window).at(-1);
    if (cut) return cut;
    const low = window.charCodeAt(LONGEST - 1) >> 10 === 0x36;
    return low ? LONGEST - 1 : LONGEST;
  }

  #starts(segmenter: Intl.Segmenter, window: string): number[] {
    const starts: number[] = [];
    for (const { index } of segmenter.segment(window)) starts.push(index);
    return starts.slice(1);
  }
}

function lineStarts(window: string): number[] {
  return Array.from(window.matchAll(/\n/g), (found) => found.index + 1);
}

function wordStarts(window: string): number[] {
  return Array.from(
    window.matchAll(/\s(?=[\p{L}\p{N}\p{P}])/gu),
    (found) => found.index + 1,
  );
}

function nearest(starts: number[], goal: number, least: number): number | null {
  let best: number | null = null;
  for (const start of starts) {
    if (start < least || start >= LONGEST) continue;
    if (best === null || Math.abs(start - goal) < Math.abs(best - goal)) {
      best = start;
    }
  }
  return best;
}

import type { Span } from "./entries.ts";
import { PARTICLES, verbStems } from "./text/german.ts";
import type { Token } from "./text/tokens.ts";

/** The most places from a verb to its prefix. */
const MAX_DISTANCE = 12;
/** Words that begin a new clause, or may follow the end of one. */
const CLAUSES = new Set(
  "und oder aber wenn weil dass falls bevor damit obwohl sondern denn bitte noch dann"
    .split(" "),
);

/**
 * The ideas of German verbs with their prefix at the end of the clause: "sagst du … ab" means "absagen". `text` is
 * folded.
 */
export function separated(
  text: string,
  tokens: readonly Token[],
  ideasOf: (stem: string) => readonly number[] | undefined,
): Span[] {
  const spans: Span[] = [];
  for (let last = 1; last < tokens.length; last++) {
    const { form, end } = tokens[last];
    if (!PARTICLES.has(form)) continue;
    if (!endsClause(text, end, tokens[last + 1])) continue;
    for (
      let first = last - 1;
      first >= Math.max(0, last - MAX_DISTANCE);
      first--
    ) {
      const [from, to] = [tokens[first].end, tokens[first + 1].start];
      if (/[.,;:!?]/.test(text.slice(from, to))) break;
      const ideas = verbStems(tokens[first])
        .flatMap((stem) => ideasOf(form + stem) ?? []);
      if (ideas.length === 0) continue;
      spans.push({ first, last, ideas });
      break;
    }
  }
  return spans;
}

function endsClause(text: string, end: number, next?: Token): boolean {
  if (!next || CLAUSES.has(next.form)) return true;
  return /[.,;:!?)]/.test(text.slice(end, next.start));
}

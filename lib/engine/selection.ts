import type { Ranked } from "./ranking.ts";
import { pointsBack } from "./text/sentences.ts";

/** How many sentences an answer has, and how many UTF-16 units, at most. */
const MOST = { sentences: 3, length: 600 } as const;
/** How far below the best score another sentence of its section, or of another, may be. */
const SAME = 0.35;
const OTHER = 0.2;
/** How far below the best score a sentence before the best one may be and open the answer. */
const OPENS = 0.2;

/** The one to three sentences that answer, in the order to say them. */
export function chooseSentences(ranked: readonly Ranked[]): Ranked[] {
  const [best] = ranked;
  if (!best) return [];
  const chosen = [best];
  const led = antecedent(best, ranked);
  if (led) chosen.push(led);
  for (const next of ranked) {
    if (chosen.length === MOST.sentences) break;
    const gap = section(next) === section(best) && next.hit === best.hit
      ? SAME
      : OTHER;
    if (next.score < best.score - gap) continue;
    if (chosen.some((one) => text(one) === text(next))) continue;
    if (pointsBack(text(next)) && !follows(next, chosen)) continue;
    if (length([...chosen, next]) > MOST.length) continue;
    chosen.push(next);
  }
  return inOrder(chosen, led ?? best);
}

/** The sentence that a dangling one needs before it, where there is one. */
function antecedent(
  one: Ranked,
  ranked: readonly Ranked[],
): Ranked | undefined {
  if (!pointsBack(text(one))) return undefined;
  const before = ranked.find(({ hit, place }) =>
    hit === one.hit && place === one.place - 1
  );
  return before && length([before, one]) <= MOST.length ? before : undefined;
}

function follows(one: Ranked, chosen: readonly Ranked[]): boolean {
  return chosen.some(({ hit, place }) =>
    hit === one.hit && place === one.place - 1
  );
}

/** The place of the heading or question that a sentence stands under. */
function section({ sentences, place }: Ranked): number {
  return sentences.findLastIndex(({ lead }, i) => lead !== null && i < place);
}

/**
 * Text order, but what stands before the best sentence and is far below it, or
 * points back at something else, does not open the answer.
 */
function inOrder(chosen: readonly Ranked[], first: Ranked): Ranked[] {
  const [best] = chosen;
  const dangles = (one: Ranked) => pointsBack(text(one));
  const early = chosen.filter((one) =>
    one.hit === best.hit && (one.place >= first.place ||
      (one.score >= best.score - OPENS && !dangles(one)))
  );
  const late = chosen.filter((one) =>
    !early.includes(one) && !(one.hit === best.hit && dangles(one))
  );
  return [...early.sort((a, b) => a.place - b.place), ...late];
}

/** One text of the sentences; list items and rows are parted by semicolons. */
export function joinSentences(chosen: readonly Ranked[]): string {
  return chosen.map((one, i) => {
    const ended = /[.!?。！？।؟…:;"”»)]$/u.test(text(one));
    return text(one) + (ended || i === chosen.length - 1 ? "" : ";");
  }).join(" ").slice(0, MOST.length);
}

function text({ sentences, place }: Ranked): string {
  return sentences[place].text;
}

function length(chosen: readonly Ranked[]): number {
  return chosen.reduce((sum, one) => sum + text(one).length + 2, 0);
}

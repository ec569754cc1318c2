import type { Answer } from "../answer.ts";
import { cite, type Cited } from "../citations.ts";
import { support } from "../grounding.ts";
import { NOT_FOUND, smallTalk } from "../phrases.ts";
import { type Ranked, rankSentences } from "../ranking.ts";
import type { Hit, PassageIndex } from "../retrieval.ts";

/** Log-odds at which nine in ten questions on other subjects are refused. */
const GROUNDED = -0.25;
/** An answer stops growing here, and is never longer than 600 UTF-16 units. */
const LENGTH = { enough: 300, goal: 480, most: 600 } as const;
/** Of the best sentence's score, what another of its passage, or elsewhere, needs. */
const SAME = 0.25;
const OTHER = 0.6;

/**
 * Answers from the indexed passages with their own sentences, best first.
 * `context`: the visitor's earlier questions, latest last.
 */
export function answerFromIndex(
  index: PassageIndex,
  question: string,
  options: { context?: string[] } = {},
): Answer {
  const reply = smallTalk(question);
  if (reply) return { answer: reply, citations: [], grounded: false };
  const read = index.read(question, options.context);
  const hits = index.find(read, 6);
  const grounded = hits.slice(0, 2).some((hit) =>
    support(read, hit) > GROUNDED
  );
  if (!grounded) {
    return { answer: NOT_FOUND[read.language], citations: [], grounded };
  }
  const ranked = rankSentences(read, hits);
  const chosen = choose(ranked);
  return {
    answer: write(chosen),
    citations: cite(sources(hits, ranked, chosen)),
    grounded,
  };
}

/** The best sentence, then others as long as there is room. */
function choose(ranked: readonly Ranked[]): Ranked[] {
  const [best] = ranked;
  const chosen: Ranked[] = [];
  const said = new Set<string>();
  let length = 0;
  for (const next of ranked) {
    const { text } = next.sentences[next.place];
    if (said.has(text)) continue;
    const least = next.hit === best.hit ? SAME : OTHER;
    if (next.score < least * best.score) continue;
    if (length && length + text.length > LENGTH.goal) continue;
    chosen.push(next);
    said.add(text);
    length += text.length + 1;
    if (length >= LENGTH.enough && chosen.length >= 3) break;
    if (chosen.length === 6) break;
  }
  return chosen;
}

/** The two likeliest sentences first, the others in the order of their text. */
function write(chosen: readonly Ranked[]): string {
  const order = [...new Set(chosen.map(({ hit }) => hit))];
  const rest = chosen.slice(2).sort((a, b) =>
    order.indexOf(a.hit) - order.indexOf(b.hit) || a.place - b.place
  );
  return [...chosen.slice(0, 2), ...rest]
    .map(({ sentences, place }) => sentences[place].text)
    .join(" ").slice(0, LENGTH.most);
}

/** The passages to cite: the answer's first, then the other hits. */
function sources(
  hits: readonly Hit[],
  ranked: readonly Ranked[],
  chosen: readonly Ranked[],
): Cited[] {
  const best = [...new Set([...chosen.map(({ hit }) => hit), ...hits])];
  return best.map((hit) => ({
    hit,
    sentences: ranked.find((one) => one.hit === hit)?.sentences ?? [],
    best: ranked.find((one) => one.hit === hit)?.place ?? 0,
    used: chosen.filter((one) => one.hit === hit).map(({ place }) => place),
  }));
}

import type { Answer } from "../answer.ts";
import { cite, type Cited } from "../citations.ts";
import { support } from "../grounding.ts";
import { NOT_FOUND, smallTalk } from "../phrases.ts";
import { type Ranked, rankSentences } from "../ranking.ts";
import type { Hit, PassageIndex } from "../retrieval.ts";

/** Log-odds at which nine in ten questions on other subjects are refused. */
const GROUNDED = 0;
/** An answer stops growing here, and is never longer than 600 UTF-16 units. */
const LENGTH = { goal: 430, most: 600 } as const;

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
  const chosen: Ranked[] = [];
  let length = 0;
  for (const next of ranked.slice(0, 8)) {
    const { text } = next.sentences[next.place];
    if (length && length + 1 + text.length > LENGTH.goal) continue;
    chosen.push(next);
    length += text.length + 1;
    if (chosen.length === 4) break;
  }
  return chosen;
}

/** The best sentence first, the others in the order of their text. */
function write(chosen: readonly Ranked[]): string {
  const [first, ...rest] = chosen;
  const order = new Map<Hit, number>();
  for (const { hit } of chosen) if (!order.has(hit)) order.set(hit, order.size);
  rest.sort((a, b) =>
    (order.get(a.hit) ?? 0) - (order.get(b.hit) ?? 0) || a.place - b.place
  );
  return [first, ...rest].map(({ sentences, place }) => sentences[place].text)
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

import type { SentenceFigures } from "./sentence_figures.ts";
import { asAge, type Statement } from "./statements.ts";

/** Two items that give different figures for the same thing. */
export type Contradiction = { a: Statement; b: Statement; kind: string };

/** How many statements one is compared with: those that share its rarest words. */
const MOST_COMPARED = 60;
const RAREST = 4;
/** The least share of words that both must have in common. */
const SAME = 0.5;
/**
 * If this many items each say something different, they are about different things, such as the sizes of products.
 */
const MOST_ALIKE = 3;

/**
 * Finds the pairs of items that contradict each other, each pair once. Linear in the number of statements; awaits
 * `breathe` after each.
 */
export async function contradictions(
  statements: readonly Statement[],
  breathe: () => Promise<void>,
): Promise<Contradiction[]> {
  const by_term = new Map<string, number[]>();
  for (const [n, statement] of statements.entries()) {
    for (const term of termsOf(statement)) {
      const those = by_term.get(term);
      if (those) those.push(n);
      else by_term.set(term, [n]);
    }
    await breathe();
  }
  const by_item = Map.groupBy(statements, ({ content_id }) => content_id);
  const found = new Map<string, Contradiction & { n: number; m: number }>();
  const alike = new Uint32Array(statements.length);
  const has_many = (n: number) => alike[n] >= MOST_ALIKE;
  for (const [n, a] of statements.entries()) {
    for (const m of comparedWith(n, a, by_term)) {
      const b = statements[m];
      // Skips a pair if both have many contradictions already.
      if (b.content_id === a.content_id || has_many(n) && has_many(m)) continue;
      const kind = conflictOf(a, b);
      if (!kind) continue;
      alike[n]++;
      alike[m]++;
      const pair = [a.content_id, b.content_id].sort().join(" ");
      if (!found.has(pair)) found.set(pair, { a, b, kind, n, m });
    }
    await breathe();
  }
  return [...found.values()]
    .filter(({ n, m }) => !has_many(n) && !has_many(m))
    .map(({ a, b, kind }) => ({ a, b, kind }))
    .filter((one) => !isAlsoStated(by_item, one));
}

/** The index terms of a statement: its words and the ideas they may stand for. */
function termsOf({ core, about, words }: Statement): Set<string> {
  const ideas = [...words.values()].flatMap(({ ideas }) => ideas);
  return core.union(about).union(new Set(ideas.map((idea) => `#${idea}`)));
}

/** The statements after this one that share one of its rarest words. */
function comparedWith(
  n: number,
  statement: Statement,
  by_term: ReadonlyMap<string, number[]>,
): Set<number> {
  const rarest = [...termsOf(statement)]
    .map((term) => by_term.get(term) ?? [])
    .filter((those) => those.length > 1)
    .sort((a, b) => a.length - b.length).slice(0, RAREST);
  const compared = new Set<number>();
  for (const those of rarest) {
    let taken = 0;
    for (let at = firstAfter(those, n); at < those.length; at++) {
      if (++taken > MOST_COMPARED) break;
      compared.add(those[at]);
    }
  }
  return compared;
}

/** Where the numbers above `n` begin in an ascending list. */
function firstAfter(those: readonly number[], n: number): number {
  let [from, to] = [0, those.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (those[middle] > n) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** The kind of figure by which two statements about one subject contradict each other; null if they do not. */
function conflictOf(a: Statement, b: Statement): string | null {
  const told_by_b = asToldBy(a, b.told);
  for (const [kind, values] of asToldBy(b, a.told)) {
    const others = told_by_b.get(kind);
    if (!others || kind === "number" && a.told.size + b.told.size > 2) continue;
    // An item that says more does not contradict.
    if (values.isSubsetOf(others) || others.isSubsetOf(values)) continue;
    if (
      concernDifferentTimes(a, b) && !isTimeItself(kind, values.union(others))
    ) {
      return null;
    }
    return isSameSubject(a, b) ? kind : null;
  }
  return null;
}

/** The figures, with years read as ages if the other statement gives an age: "from 7 years", "minimum age: 8". */
function asToldBy({ told }: Statement, own: SentenceFigures): SentenceFigures {
  if (!told.has("age") || own.has("age")) return own;
  const aged = new Map(own);
  asAge(aged, ["duration"]);
  return aged;
}

/** Whether they are about different months or years: prices until March, and from April on. */
function concernDifferentTimes(a: Statement, b: Statement): boolean {
  return a.when.size > 0 && b.when.size > 0 && a.when.isDisjointFrom(b.when);
}

/** Whether the figure is itself a time. */
function isTimeItself(kind: string, values: ReadonlySet<string>): boolean {
  return kind === "date" || kind === "year" ||
    kind === "number" &&
      [...values].every((one) => /^(?:19|20)\d\d$/.test(one));
}

function isSameSubject(a: Statement, other: Statement): boolean {
  const b = inWordsOf(a, other);
  const shared = a.core.intersection(b.core);
  // What only one says, and the other does not even have in its title: adults here, children there.
  const of_a = a.core.difference(b.core).difference(b.about);
  const of_b = b.core.difference(a.core).difference(a.about);
  if (of_a.size > 0 && of_b.size > 0) {
    if (shared.size < 2 || areInOnePlace(of_a, a, of_b, b)) return false;
  }
  if ([...of_a.union(of_b)].some((word) => isOpposite(word, a, b))) {
    return false;
  }
  // A title that names more than the other item does: family portraits, and portraits.
  const namesMore = (own: ReadonlySet<string>, { said, about }: Statement) =>
    own.intersection(said).intersection(about).size > 0;
  if (namesMore(of_a, a) || namesMore(of_b, b)) return false;
  // One says so much more that it is hardly about the same thing.
  const more = Math.max(
    of_a.intersection(a.said).size,
    of_b.intersection(b.said).size,
  );
  if (more >= Math.max(shared.size, 2)) return false;
  if (
    shared.size === 1 && of_a.size + of_b.size > 0 &&
    a.about.symmetricDifference(b.about).size > 0
  ) return false;
  // Titles of one pattern that name different things: "Studio Berlin", "Studio Hamburg".
  if (sharePattern(a, b)) return false;
  const named = a.about.union(b.about);
  const telling = shared.size + shared.intersection(named).size +
    a.about.intersection(b.about).difference(shared).size;
  if (shared.size === 0 || telling < 2) return false;
  const smaller = Math.min(a.core.size, b.core.size);
  const larger = Math.max(a.core.size, b.core.size);
  return shared.size / smaller >= SAME && shared.size / larger >= SAME / 2;
}

/** Whether two of these words have the same neighbor: "for adults", "for children". */
function areInOnePlace(
  of_a: ReadonlySet<string>,
  a: Statement,
  of_b: ReadonlySet<string>,
  b: Statement,
): boolean {
  const places = (own: ReadonlySet<string>, { words }: Statement) =>
    new Set([...own].flatMap((word) => words.get(word)?.beside ?? []));
  return !places(of_a, a).isDisjointFrom(places(of_b, b));
}

/** Ideas that reverse what a sentence is about if only one of two has them: it begins here, and ends there. */
const OPPOSITE = new Set(["end", "closed_day"]);

function isOpposite(word: string, ...of: Statement[]): boolean {
  return of.some(({ words }) =>
    words.get(word)?.ideas.some((idea) => OPPOSITE.has(idea))
  );
}

/** Replaces the words of `b` with those of `a` that mean the same. */
function inWordsOf(
  a: Statement,
  b: Statement,
): Statement {
  const of_a = a.core.union(a.about);
  const of_b = b.core.union(b.about);
  const meant = new Map<string, string>();
  for (const word of of_b.difference(of_a)) {
    const ideas = new Set(b.words.get(word)?.ideas);
    const same = [...of_a.difference(of_b)].find((one) =>
      areForms(one, word) ||
      a.words.get(one)?.ideas.some((idea) => ideas.has(idea))
    );
    if (same) meant.set(word, same);
  }
  if (meant.size === 0) return b;
  const inWords = (words: ReadonlySet<string>) =>
    new Set([...words].map((word) => meant.get(word) ?? word));
  const { core, said, about } = b;
  return {
    ...b,
    core: inWords(core),
    said: inWords(said),
    about: inWords(about),
  };
}

/** Whether two stems come from one word: "Kurs" and "Kurse" have different ones. */
function areForms(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 5 && long.length - short.length <= 2 &&
    long.startsWith(short);
}

function sharePattern(a: Statement, b: Statement): boolean {
  const shared = a.about.intersection(b.about);
  const of_a = a.about.difference(b.about).difference(b.core);
  const of_b = b.about.difference(a.about).difference(a.core);
  return shared.size > 0 && of_a.size > 0 && of_b.size > 0;
}

/** Whether one of two items also gives the other's figures, in another sentence. */
function isAlsoStated(
  by_item: ReadonlyMap<string, readonly Statement[]>,
  { a, b, kind }: Contradiction,
): boolean {
  const tells = (content_id: string, those: Statement) =>
    by_item.get(content_id)?.some((one) =>
      one.told.get(kind)?.isSupersetOf(those.told.get(kind) ?? new Set()) &&
      one.core.intersection(inWordsOf(one, those).core).size > 0
    );
  return Boolean(tells(a.content_id, b) || tells(b.content_id, a));
}

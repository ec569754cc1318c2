/*
 * Fits the log-odds of one language around those common to all, where its words are known better than others':
 * `deno run -A bench/answers/fit_language.ts de` writes them into `lib/engine/weights.json`. It is fitted to the
 * language's development twins, to the open ones of `creators/`, and to its paragraphs of every set, which are then no
 * longer unseen for it; only the closed ones stay so. Its thresholds in `confidence.ts` are chosen on the same questions.
 */
import { signsOf } from "../../lib/engine/confidence.ts";
import { rank } from "../../lib/engine/ranking.ts";
import { stretchOf } from "../../lib/engine/stretch.ts";
import weights from "../../lib/engine/weights.json" with { type: "json" };
import { asked, fitConfidence, type Judged } from "./fitting.ts";
import { creatorSets, paragraphSets, twinSets } from "./sets.ts";

/**
 * How strongly it is drawn to the common log-odds, since few questions tell of one language alone, and how much more a
 * wrong answer counts than a right one.
 */
const STRENGTH: Record<string, { pull: number; wrong: number }> = {
  de: { pull: 2, wrong: 1 },
};
const OTHERS = { pull: 8, wrong: 3 };

const [language] = Deno.args;
if (!language) throw new Error("Name a language, for example de.");
const { pull, wrong } = STRENGTH[language] ?? OTHERS;
const sets = [
  ...[...twinSets(), ...creatorSets({ closed: false })]
    .map((set) => ({ set, weight: 1, folds: 0 })),
  // Many of their questions do not say what they are about.
  ...["trades", "general", "held_out", "encyclopedia", "blind", "articles"]
    .flatMap((name) => paragraphSets(`paragraphs/${name}`))
    .map((set) => ({ set, weight: 0.3, folds: 5 })),
].filter(({ set }) => set.language === language);

const judged = sets.flatMap(({ set, weight, folds }): Judged[] =>
  [...asked({ set, folds })].flatMap(({ question, right, index }) => {
    const read = index.read(question);
    const ranked = rank(read, index.candidates(read));
    const item = ranked[0] && index.item(ranked[0].hit.content_id);
    if (!item || read.total === 0) return [];
    const is_right = right !== null && right(stretchOf(ranked[0], item).text);
    // Questions without their items are less like those that are asked.
    const likeness = right === null && folds === 0 ? 0.8 : 1;
    return [{
      weight: weight * likeness * (is_right ? 1 : wrong),
      signs: signsOf(read, ranked, index.size),
      right: is_right,
    }];
  })
);
console.log(`${judged.length} questions`);
const own = fitConfidence(judged, weights, pull);
const all = {
  ...weights,
  languages: { ...weights.languages, [language]: own },
};
const url = new URL("../../lib/engine/weights.json", import.meta.url);
await Deno.writeTextFile(url, JSON.stringify(all, null, 2) + "\n");

/*
 * Fits `lib/engine/weights.json`: each feature's weight in the ranking (softmax over the candidates of a question),
 * and the log-odds that the best passage answers (logistic regression). Each question is asked with the items that
 * answer it, and again without them. `deno run -A bench/answers/fit.ts` writes the file; `--check` fits on all
 * languages but one and reports the result on that one.
 */
import { SIGNS, signsOf } from "../../lib/engine/confidence.ts";
import {
  adam,
  asked,
  dot,
  fitConfidence,
  type Judged,
  round,
} from "./fitting.ts";
import {
  FEATURES,
  type Features,
  rank,
  setWeights,
} from "../../lib/engine/ranking.ts";
import { stretchOf } from "../../lib/engine/stretch.ts";
import {
  type AnswerSet,
  creatorSets,
  firstQuestionSets,
  paragraphSets,
  twinSets,
} from "./sets.ts";

type Candidate = { features: Features; right: boolean };
type Example = { language: string; weight: number; candidates: Candidate[] };
type Outcome = Judged & {
  language: string;
  kind: "twin" | "paragraphs";
  is_answerable: boolean;
  is_left_out: boolean;
};

/** How much more the first questions of visitors count than those about paragraphs. */
const FIRST = 1.2;
/** The same questions are asked of every twin, each in several wordings. */
const GENERAL = 0.25;
/** Questions without their items are less like those that are asked. */
const LEFT_OUT = 0.4;

const sets: { set: AnswerSet; weight: number; folds: number }[] = [
  ...[...twinSets(), ...creatorSets({ closed: false })]
    .map((set) => ({ set, weight: FIRST, folds: 0 })),
  ...firstQuestionSets({ closed: false })
    .map((set) => ({ set, weight: GENERAL, folds: 0 })),
  ...["trades", "general", "held_out", "encyclopedia", "blind", "articles"]
    .flatMap((name) =>
      paragraphSets(`paragraphs/${name}`).map((set) => ({
        set,
        // Many of its questions do not say what they are about.
        weight: name === "articles" ? 0.3 : 1,
        folds: 5,
      }))
    ),
];

const cases = sets.flatMap((one) =>
  [...asked(one)].map(({ question, ...rest }) => {
    const read = rest.index.read(question);
    const ranked = rank(read, rest.index.candidates(read));
    return { ...one, ...rest, read, ranked };
  })
);
console.log(`${cases.length} questions`);

function examples(): Example[] {
  return cases.flatMap(({ set, weight, right, ranked }) => {
    if (right === null) return [];
    const candidates = ranked.map(({ features, hit }) => ({
      features,
      right: right(`${hit.passage}`),
    }));
    const rights = candidates.filter((one) => one.right).length;
    if (rights === 0 || rights === candidates.length) return [];
    return [{ language: set.language, weight, candidates }];
  });
}

function fitRanking(all: readonly Example[]): Features {
  const w = FEATURES.map(() => 1);
  adam(w, (gradient) => {
    for (const { candidates, weight } of all) {
      const scores = candidates.map(({ features }) =>
        dot(w, FEATURES, features)
      );
      const most = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - most));
      const total = shares.reduce((a, b) => a + b, 0);
      const good = shares.filter((_, i) => candidates[i].right)
        .reduce((a, b) => a + b, 0);
      candidates.forEach(({ features, right }, i) => {
        const pull = shares[i] / total - (right ? shares[i] / good : 0);
        FEATURES.forEach((name, f) =>
          gradient[f] += weight * pull * features[name]
        );
      });
    }
    FEATURES.forEach((_, f) => gradient[f] += 0.5 * w[f]);
  });
  return Object.fromEntries(
    FEATURES.map((name, f) => [name, round(w[f])]),
  ) as Features;
}

function outcomes(): Outcome[] {
  return cases.flatMap((one) => {
    const { set, folds, weight, right, is_left_out, index, read, ranked } = one;
    const again = rank(read, ranked.map(({ hit }) => hit));
    const [best] = again;
    if (!best || read.total === 0) return [];
    const item = index.item(best.hit.content_id);
    if (!item) return [];
    return [{
      language: set.language,
      kind: folds === 0 ? "twin" as const : "paragraphs" as const,
      is_answerable: right !== null,
      is_left_out,
      weight: is_left_out && folds === 0 ? LEFT_OUT * weight : weight,
      signs: signsOf(read, again, index.size),
      right: right !== null && right(stretchOf(best, item).text),
    }];
  });
}

/** The share of questions whose first passage is right. */
function first(all: readonly Example[], weights: Features): string {
  const w = FEATURES.map((name) => weights[name]);
  const right = all.filter(({ candidates }) => {
    const best = candidates.reduce((a, b) =>
      dot(w, FEATURES, b.features) > dot(w, FEATURES, a.features) ? b : a
    );
    return best.right;
  });
  return `${round(100 * right.length / all.length)} % of ${all.length}`;
}

const all = examples();
const languages = [...new Set(all.map(({ language }) => language))].sort();
if (Deno.args.includes("--check")) {
  for (const language of languages) {
    const weights = fitRanking(all.filter((one) => one.language !== language));
    console.log(
      language,
      first(all.filter((one) => one.language === language), weights),
    );
  }
}
const ranking = fitRanking(all);
console.log("first passage right:", first(all, ranking));
setWeights(ranking);
const found = outcomes();
const confidence = fitConfidence(found);
const weights = { ranking, confidence };
printCurve("twin");
printCurve("paragraphs");
const url = new URL("../../lib/engine/weights.json", import.meta.url);
await Deno.writeTextFile(url, JSON.stringify(weights, null, 2) + "\n");

/** What would be answered at each threshold, and how much of it would be wrong. */
function printCurve(kind: Outcome["kind"]): void {
  const { bias, stakes } = confidence;
  const some = found.filter((one) =>
    one.kind === kind && (kind === "paragraphs" || !one.is_left_out)
  ).map((one) => ({
    ...one,
    odds: bias + dot(SIGNS.map((name) => stakes[name]), SIGNS, one.signs),
  }));
  const answerable = some.filter((one) => one.is_answerable);
  const others = some.filter((one) => !one.is_answerable);
  const share = (part: Outcome[], whole: Outcome[]) =>
    round(100 * part.length / whole.length);
  const rows = [];
  for (let least = -4; least <= 2; least += 0.25) {
    const above = answerable.filter(({ odds }) => odds >= least);
    rows.push({
      least,
      "right %": share(above.filter(({ right }) => right), answerable),
      "nonsense %": share(above.filter(({ right }) => !right), answerable),
      "unanswerable said %": share(
        others.filter(({ odds }) => odds >= least),
        others,
      ),
    });
  }
  console.log(kind);
  console.table(rows);
}

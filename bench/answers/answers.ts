/*
 * The quality of the built-in engine's answers. `deno run -A bench/answers/answers.ts` prints a table for creators'
 * twins and for encyclopedia paragraphs, in each language:
 *
 * - right: answered as sure, and correct;
 * - near: offered as the closest match, and correct;
 * - nonsense: answered as sure, and wrong;
 * - refused: neither answered nor offered;
 * - unanswerable said: questions without an answer in the content that were answered as sure.
 *
 * `--misses` lists the wrong ones, `--only NAME` runs the sets whose name begins with NAME.
 */
import { answerFromIndex } from "../../lib/engine/answer.ts";
import { answerFromPair } from "../../lib/engine/pairs.ts";
import type { PassageIndex } from "../../lib/engine/passage_index.ts";
import {
  type AnswerSet,
  creatorSets,
  firstQuestionSets,
  indexOf,
  paragraphSets,
  strangerSets,
  twinSets,
} from "./sets.ts";

const misses = Deno.args.includes("--misses");
const only = Deno.args.includes("--only")
  ? Deno.args[Deno.args.indexOf("--only") + 1]
  : "";

type Tally = {
  answerable: number;
  right: number;
  near: number;
  near_wrong: number;
  nonsense: number;
  refused: number;
  cited: number;
  answered: number;
  early: number;
  length: number;
  unanswerable: number;
  said: number;
  small: number;
  small_right: number;
  times: number[];
};

function tally(index: PassageIndex, set: AnswerSet): Tally {
  const sum: Tally = {
    answerable: 0,
    right: 0,
    near: 0,
    near_wrong: 0,
    nonsense: 0,
    refused: 0,
    cited: 0,
    answered: 0,
    early: 0,
    length: 0,
    unanswerable: 0,
    said: 0,
    small: 0,
    small_right: 0,
    times: [],
  };
  const tell = (what: string, question: string, answer: string) =>
    misses &&
    console.log(
      `${set.name} ${what}: ${question}\n    ${
        answer.replace(/\s+/g, " ").slice(0, 160)
      }`,
    );
  for (const { question, right } of set.asked) {
    const start = performance.now();
    const found = answerFromPair(index, question) ??
      answerFromIndex(index, question, { profile: set.profile });
    sum.times.push(performance.now() - start);
    const { answer, confidence, citations, is_small_talk } = found;
    if (right === "small") {
      sum.small++;
      if (is_small_talk) sum.small_right++;
      else tell("SMALL TALK", question, answer);
    } else if (right === null) {
      sum.unanswerable++;
      if (confidence === "sure") {
        sum.said++;
        tell("UNANSWERABLE SAID", question, answer);
      }
    } else {
      sum.answerable++;
      sum.length += answer.length;
      const holds = right(answer);
      const offered = confidence !== "none" || is_small_talk === true;
      sum.answered += Number(offered && holds);
      sum.early += Number(offered && right(answer.slice(0, 200)));
      sum.cited += Number(
        offered && (holds || citations.some(({ excerpt }) => right(excerpt))),
      );
      if (holds && (confidence === "sure" || is_small_talk)) sum.right++;
      else if (confidence === "sure") {
        sum.nonsense++;
        tell("NONSENSE", question, answer);
      } else if (confidence === "near") {
        if (holds) sum.near++;
        else {
          sum.near_wrong++;
          tell("near, wrong", question, answer);
        }
        if (holds) tell("near, right", question, answer);
      } else {
        sum.refused++;
        tell("REFUSED", question, answer);
      }
    }
  }
  return sum;
}

function row(tallies: readonly Tally[]) {
  const sum = (key: Exclude<keyof Tally, "times">) =>
    tallies.reduce((total, tally) => total + tally[key], 0);
  const share = (part: number, whole: number) =>
    whole === 0 ? "" : Math.round(1000 * part / whole) / 10;
  const answerable = sum("answerable");
  const times = tallies.flatMap(({ times }) => times).sort((a, b) => a - b);
  return {
    asked: answerable,
    "right %": share(sum("right"), answerable),
    "near %": share(sum("near"), answerable),
    "near wrong": share(sum("near_wrong"), answerable),
    "nonsense %": share(sum("nonsense"), answerable),
    "refused %": share(sum("refused"), answerable),
    "cited %": share(sum("cited"), answerable),
    "answered %": share(sum("answered"), answerable),
    "first 200 %": share(sum("early"), answerable),
    length: Math.round(sum("length") / answerable),
    "unanswerable said %": share(sum("said"), sum("unanswerable")),
    "small talk %": share(sum("small_right"), sum("small")),
    "median ms": Math.round(10 * times[times.length >> 1]) / 10,
    "max ms": Math.round(10 * (times.at(-1) ?? 0)) / 10,
  };
}

function print(
  title: string,
  all: readonly AnswerSet[],
  index: (set: AnswerSet) => PassageIndex,
  group = ({ name }: AnswerSet) => name,
) {
  const sets = all.filter(({ name }) => name.startsWith(only));
  if (sets.length === 0) return;
  const tallies = sets.map((set) => tally(index(set), set));
  const names = [...new Set(sets.map(group))];
  console.log(`\n${title}`);
  console.table({
    ...Object.fromEntries(
      names.map((name) => [
        name,
        row(tallies.filter((_, i) => group(sets[i]) === name)),
      ]),
    ),
    all: row(tallies),
  });
}

const alone = (set: AnswerSet) => indexOf([set]);
print("Creators' twins", twinSets(), alone);
print("Creators' twins that nothing was fitted to", twinSets("closed"), alone);
for (const closed of [false, true]) {
  const title = closed ? "Of many creators, closed" : "Of many creators";
  print(title, creatorSets({ closed }), alone, ({ language }) => language);
}
print("Of strangers", strangerSets(), alone, ({ language }) => language);
for (const closed of [false, true]) {
  const title = closed
    ? "General first questions, closed"
    : "General first questions";
  print(
    title,
    firstQuestionSets({ closed }),
    alone,
    ({ language }) => language,
  );
}
for (
  const name of [
    "trades",
    "general",
    "held_out",
    "encyclopedia",
    "blind",
    "articles",
  ]
) {
  print(`Paragraphs: ${name}`, paragraphSets(`paragraphs/${name}`), alone);
}

/*
 * How well the embedded engine answers: every paragraph of every language in
 * one index, every question asked of it. `deno run -A bench/answers/answers.ts`
 * prints a table; `--misses` lists the questions that failed.
 */
import { answerFromIndex } from "../../lib/chat/engines/embedded.ts";
import { cutPassages } from "../../lib/chat/passages.ts";
import { PassageIndex } from "../../lib/chat/retrieval.ts";

interface Paragraph {
  title: string;
  text: string;
  questions: { question: string; facts: string[] }[];
}

interface Language {
  language: string;
  paragraphs: Paragraph[];
  off_topic: string[];
}

const misses = Deno.args.includes("--misses");

function load(): Language[] {
  const folder = new URL("./", import.meta.url);
  return [...Deno.readDirSync(folder)].filter(({ name }) =>
    name.endsWith(".json")
  )
    .map(({ name }) =>
      JSON.parse(Deno.readTextFileSync(new URL(name, folder)))
    );
}

function fill(languages: Language[]): PassageIndex {
  const index = new PassageIndex();
  for (const { language, paragraphs } of languages) {
    paragraphs.forEach(({ title, text }, i) =>
      index.set({
        content_id: `${language}-${i}`,
        title,
        source_url: null,
        passages: cutPassages(text),
      })
    );
  }
  return index;
}

const percent = (part: number, whole: number) =>
  Math.round(1000 * part / whole) / 10;

function measure(
  index: PassageIndex,
  { language, paragraphs, off_topic }: Language,
) {
  const count = {
    asked: 0,
    found: 0,
    answer: 0,
    early: 0,
    length: 0,
    refused: 0,
  };
  const times: number[] = [];
  const ask = (question: string) => {
    const start = performance.now();
    const answer = answerFromIndex(index, question);
    times.push(performance.now() - start);
    return answer;
  };
  for (
    const { question, facts } of paragraphs.flatMap((one) => one.questions)
  ) {
    const { answer, citations, grounded } = ask(question);
    const holds = (text: string) =>
      facts.some((fact) => text.toLowerCase().includes(fact.toLowerCase()));
    const inAnswer = grounded && holds(answer);
    const found = inAnswer || citations.some(({ excerpt }) => holds(excerpt));
    count.asked++;
    count.found += Number(found);
    count.answer += Number(inAnswer);
    count.early += Number(grounded && holds(answer.slice(0, 200)));
    count.length += answer.length;
    count.refused += Number(!grounded);
    if (misses && !inAnswer) {
      console.log(
        `${language} ${found ? "cited" : grounded ? "MISSED" : "REFUSED"}: ` +
          `${question} [${facts[0]}]\n    ${answer}`,
      );
    }
  }
  let off = 0;
  for (const question of off_topic) {
    const { grounded, answer } = ask(question);
    off += Number(!grounded);
    if (misses && grounded) {
      console.log(`${language} OFF-TOPIC: ${question}\n    ${answer}`);
    }
  }
  times.sort((a, b) => a - b);
  return {
    questions: count.asked,
    "fact cited %": percent(count.found, count.asked),
    "in answer %": percent(count.answer, count.asked),
    "in first 200 %": percent(count.early, count.asked),
    "average length": Math.round(count.length / count.asked),
    "off-topic refused %": percent(off, off_topic.length),
    "wrongly refused %": percent(count.refused, count.asked),
    "median ms": Math.round(10 * times[times.length >> 1]) / 10,
    "max ms": Math.round(10 * (times.at(-1) ?? 0)) / 10,
  };
}

const languages = load();
const index = fill(languages);
console.table(Object.fromEntries(
  languages.map((one) => [one.language, measure(index, one)]),
));

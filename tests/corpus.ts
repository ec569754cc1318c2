// Files as people have them, in tests/corpus: each is imported and asked about its content.
import { addReading, problemOf } from "../lib/content/readings.ts";
import { importFiles } from "../lib/content/file_import.ts";
import { ownerReader } from "../lib/content/reader.ts";
import { currentIndex } from "../lib/content/indexes.ts";
import type { Owner } from "../lib/actor.ts";
import { answerFromPair } from "../lib/engine/pairs.ts";
import { answerFromIndex } from "../lib/engine/answer.ts";
import { isAppError } from "../lib/errors.ts";
import { createTwin } from "../lib/twins/twins.ts";
import questions from "./corpus_questions.json" with { type: "json" };
import { type Domain, found, openDomain } from "./stores.ts";

const FOLDER = new URL("./corpus/", import.meta.url);

/** What a file must answer and from where; what must not leak; or why it is refused. */
type Expected = {
  /** The program that created it. */
  by: string;
  asked?: string[][];
  never?: string;
  refused?: string;
};

/** The failures for a file; empty if it passes. */
export type Held = {
  name: string;
  by: string;
  failures: string[];
  /** Questions asked, and how many were answered with certainty. */
  asked: number;
  sure: number;
};

/** Imports and questions every file; an unlisted or missing file fails. */
export async function readCorpus(): Promise<Held[]> {
  await using domain = await openDomain();
  const owner = await found(domain);
  const expected: Record<string, Expected> = questions;
  const there = Array.from(Deno.readDirSync(FOLDER), ({ name }) => name);
  const held: Held[] = [];
  for (const name of new Set([...Object.keys(expected), ...there].sort())) {
    const one = expected[name];
    const { failures, sure } = !one
      ? { failures: ["No question is asked of it."], sure: 0 }
      : there.includes(name)
      ? await tryFile(domain, owner, name, one)
      : { failures: ["It is not there."], sure: 0 };
    const asked = one?.asked?.length ?? 0;
    held.push({ name, by: one?.by ?? "", failures, asked, sure });
  }
  return held;
}

async function tryFile(
  domain: Domain,
  owner: Owner,
  name: string,
  { asked = [], never, refused }: Expected,
): Promise<Pick<Held, "failures" | "sure">> {
  const { app } = domain;
  const { id: twin_id } = await createTwin(app, owner, { name });
  const bytes = await Deno.readFile(new URL(name, FOLDER));
  const problem = name.startsWith("page-")
    ? await readAsPage(domain, owner, { twin_id, name, bytes })
    : await readAsFile(domain, owner, { twin_id, name, bytes });
  if (refused !== undefined) {
    const is_said = new RegExp(refused, "u").test(problem ?? "");
    const failures = is_said ? [] : [`Not refused so: ${problem}`];
    return { failures, sure: 0 };
  }
  if (problem) return { failures: [problem], sure: 0 };
  const reader = ownerReader(app.kv, twin_id);
  const { index } = await currentIndex(app, twin_id, reader);
  const failures: string[] = [];
  let sure = 0;
  for (const [question, answer, where] of asked) {
    const told = answerFromPair(index, question) ??
      answerFromIndex(index, question);
    const cited = told.citations[0]?.where;
    if (told.grounded) sure++;
    if (
      told.confidence === "none" || !new RegExp(answer, "su").test(told.answer)
    ) {
      failures.push(`${question} ${told.confidence}: ${told.answer}`);
    } else if (where && cited !== where) {
      failures.push(`${question} Cited from ${cited}, not ${where}.`);
    }
  }
  const texts = [...index.ids()]
    .flatMap((id) => index.item(id)?.passages ?? []).join("\n");
  const told = never && new RegExp(never, "u").exec(texts);
  if (told) failures.push(`It tells “${told[0]}”.`);
  return { failures, sure };
}

type Given = { twin_id: string; name: string; bytes: Uint8Array<ArrayBuffer> };

async function readAsFile(
  { app }: Domain,
  owner: Owner,
  { twin_id, name, bytes }: Given,
): Promise<string | undefined> {
  const { files: [result] } = await importFiles(app, owner, twin_id, {
    files: [new File([bytes], name)],
    visibility: "public",
  });
  return result.problem?.detail;
}

/** As an address would serve it. */
async function readAsPage(
  { app }: Domain,
  owner: Owner,
  { twin_id, name, bytes }: Given,
): Promise<string | undefined> {
  const url = `https://corpus.example/${name}`;
  try {
    const task = { kind: "html" as const, url, bytes };
    await addReading(app, owner, twin_id, {
      reading: await app.files.read(task, owner.tenant_id),
      ...{ otherwise: name, visibility: "public", source_url: url },
    });
  } catch (error) {
    if (isAppError(error)) return problemOf(error).detail;
    throw error;
  }
}

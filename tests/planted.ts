// Finds the contradictions planted in a set of items.
import assert from "node:assert/strict";
import { engineTables } from "../lib/engine/tables.ts";
import { contradictions } from "../lib/findings/contradictions.ts";
import { statementsOf } from "../lib/findings/statements.ts";

/** Items with the same mark beginning with `p` contradict each other; all others are sound. */
export type Written = [
  mark: string,
  title: string,
  text: string,
  kind?: "pair",
];

/** Fails unless at least `least` planted marks are found, and at most two of ten findings are wrong. */
export async function requireFound(
  written: readonly Written[],
  least: number,
): Promise<void> {
  const tables = engineTables();
  const statements = written.flatMap(([mark, title, text, kind], n) => {
    const language = tables.lexica.detect(`${title}\n${text}`) ?? "en";
    const content_id = `${mark} ${n}`;
    const source = { title, kind, source_url: null, passages: [text] };
    return [...statementsOf({ ...source, content_id }, language, tables)];
  });
  const found = await contradictions(statements, () => Promise.resolve());
  const markOf = (id: string) => id.split(" ")[0];
  const right = new Set<string>();
  const wrong: string[] = [];
  for (const { a, b, kind } of found) {
    const mark = markOf(a.content_id);
    if (mark === markOf(b.content_id)) right.add(mark);
    else wrong.push(`${kind}: ${a.text} | ${b.text}`);
  }
  const told = `${right.size}: ${[...right].join()}\n${wrong.join("\n")}`;
  assert.ok(right.size >= least, told);
  assert.ok(wrong.length <= found.length * 0.2, told);
}

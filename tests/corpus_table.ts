// Prints how many files of each kind in tests/corpus pass: `deno task corpus`.
import { type Held, readCorpus } from "./corpus.ts";

const kindOf = ({ name }: Held) =>
  name.startsWith("page-") ? "web page" : name.split(".").at(-1) ?? "";

const held = await readCorpus();
console.table(
  [...Map.groupBy(held, kindOf)].map(([kind, files]) => ({
    kind,
    files: files.length,
    held: files.filter(({ failures }) => failures.length === 0).length,
    asked: files.reduce((sum, { asked }) => sum + asked, 0),
    sure: files.reduce((sum, { sure }) => sum + sure, 0),
    "made by": [...new Set(files.map(({ by }) => by))].join(", "),
  })),
);
for (const { name, failures } of held) {
  for (const failure of failures) console.log(`${name}: ${failure}`);
}
Deno.exit(held.some(({ failures }) => failures.length > 0) ? 1 : 0);

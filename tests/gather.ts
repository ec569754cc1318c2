// Gathers the test files into few, below `.tests`, for `deno task test`: Deno loads the app's modules anew for each file
// that it is given, which takes longer than most tests. A file alone is run by `deno test -A --no-check FILE`. Files
// that are gathered share what modules remember, such as the time of the last id: no test may rest on its being fresh.
import { readdir } from "node:fs/promises";

const ROOT = new URL("../", import.meta.url);
const GATHERED = new URL(".tests/", ROOT);

/**
 * How many files those of a folder become: each loads the app and starts a browser of its own, so they are few. The
 * slowest come first, so that no core is left idle at the end.
 */
const PARTS: [folder: string, files: number][] = [
  ["tests/browser", 2],
  ["tests", 3],
  ["lib", 2],
];

/** The test files below a folder, by name. */
async function testFiles(folder: string): Promise<string[]> {
  const names = await readdir(new URL(folder, ROOT), { recursive: true });
  return names.filter((name) => /_test\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`).sort();
}

await Deno.remove(GATHERED, { recursive: true }).catch(() => {});
await Deno.mkdir(GATHERED);
const taken = new Set<string>();
for (const [place, [folder, count]] of PARTS.entries()) {
  const files = (await testFiles(folder)).filter((path) => !taken.has(path));
  for (const path of files) taken.add(path);
  for (let part = 0; part < count; part++) {
    // In turns: files beside each other are alike, and take as long.
    const own = files.filter((_, i) => i % count === part);
    const name = `${place}_${folder.replace("/", "_")}_${part}_test.ts`;
    await Deno.writeTextFile(
      new URL(name, GATHERED),
      own.map((path) => `import "../${path}";\n`).join(""),
    );
  }
}

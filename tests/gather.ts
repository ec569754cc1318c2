// Gathers the test files into few, below `.tests`, for `deno task test`: Deno loads the app's modules again for each
// file it is given, which takes longer than most tests. A single file is run with `deno test -A --no-check FILE`.
// Gathered files share module state, such as the time of the last id: no test may rely on it being fresh.
import { readdir } from "node:fs/promises";

const ROOT = new URL("../", import.meta.url);
const GATHERED = new URL(".tests/", ROOT);

/**
 * How many files those of a folder become: each loads the app and starts its own browser, so they are few. The slowest
 * come first, so that no core idles at the end.
 */
const PARTS: [folder: string, files: number][] = [
  ["tests/browser", 2],
  ["tests", 3],
  ["lib", 1],
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
    // Interleaved: neighbouring files are alike and take as long.
    const own = files.filter((_, i) => i % count === part);
    const name = `${place}_${folder.replace("/", "_")}_${part}_test.ts`;
    await Deno.writeTextFile(
      new URL(name, GATHERED),
      own.map((path) => `import "../${path}";\n`).join(""),
    );
  }
}

// How many to run at once: one more than there are cores, since tests wait for a fifth of their time.
await Deno.writeTextFile(
  new URL("jobs", GATHERED),
  `${navigator.hardwareConcurrency + 1}`,
);

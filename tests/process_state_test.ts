// Test files run as threads of one process: changing its environment or folder changes it for all.
import assert from "node:assert/strict";

const ROOT = new URL("../", import.meta.url);
const FOLDERS = ["lib", "routes", "islands", "components", "tests", "bench"];

const CHANGES = [
  /\bDeno\.env\.(?:set|delete)\(/,
  /\bprocess\.env(?:\.\w+|\[[^\]]+\])\s*(?:\?\?|\|\||&&)?=(?!=)/,
  /\bdelete process\.env\b/,
  /\bObject\.assign\(process\.env\b/,
  /\b(?:Deno|process)\.(?:chdir|umask)\(/,
];

/** Every source below a folder, except third-party ones. */
async function* sources(folder: URL): AsyncGenerator<URL> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (name === "node_modules") continue;
    if (isDirectory) yield* sources(new URL(`${name}/`, folder));
    else if (/\.[jt]sx?$/.test(name)) yield new URL(name, folder);
  }
}

Deno.test("sources: none changes the process's environment or working directory", async () => {
  const wrong: string[] = [];
  let count = 0;
  for (const folder of FOLDERS) {
    for await (const file of sources(new URL(`${folder}/`, ROOT))) {
      const text = await Deno.readTextFile(file);
      count++;
      for (const change of CHANGES) {
        const [found] = change.exec(text) ?? [];
        if (found) wrong.push(`${file.pathname}: ${found}`);
      }
    }
  }
  assert.ok(count > 100);
  assert.deepEqual(wrong, []);
});

// How long files and functions may be. One that is longer says why in a comment: "One file: …", "One function: …".
import assert from "node:assert/strict";
import { readSources } from "./imports.ts";

const MOST_LINES = { file: 250, function: 60 };
/** What a tool has written. */
const GENERATED = ["clients/ts/src/operations.ts"];

type Spot = { name: string; first: number; last: number };

const sources = (await readSources([
  "lib",
  "routes",
  "islands",
  "components",
  "clients/ts/src",
])).filter(({ path }) => !GENERATED.includes(path));

Deno.test("sizes: a file has 250 lines, or a reason to be longer", () => {
  assert.ok(sources.length > 500);
  const long = sources.filter(({ text }) =>
    text.trimEnd().split("\n").length > MOST_LINES.file &&
    !/(?:\/\/|\*) One file: /.test(text)
  );
  assert.deepEqual(long.map(({ path }) => path), []);
});

Deno.test("sizes: a function has 60 lines, or a reason to be longer", () => {
  const long = sources.flatMap(({ path, text }) =>
    longFunctions(path, text).map((at) => `${path}: ${at}`)
  );
  assert.deepEqual(long, []);
});

Deno.test("sizes: no reason is left above a function that is no longer long", () => {
  const reasons = sources.flatMap(({ path, text }) => {
    const told = text.match(/(?:\/\/|\*) One function: /g)?.length ?? 0;
    const long = functionsOf(path, text).filter(isLong).length;
    return told > long ? [`${path}: ${told} reasons, ${long} functions`] : [];
  });
  assert.deepEqual(reasons, []);
});

Deno.test("longFunctions: finds every kind of function, but for those with a reason", () => {
  const body = `{\n${"  f();\n".repeat(MOST_LINES.function - 1)}}`;
  const kinds = {
    "function a()": "",
    "const a = () =>": "",
    "const a = async function ()": "",
    "class A { a()": "}",
    "export default page(() =>": ")",
    "f(function* ()": ")",
  };
  for (const [before, after] of Object.entries(kinds)) {
    const text = `${before} ${body}${after}\n`;
    assert.equal(longFunctions("a.ts", text).length, 1, before);
    assert.deepEqual(longFunctions("a.ts", text.replace("  f();\n", "")), []);
    const told = `/** Does f.\n * One function: it is a list. */\n${text}`;
    assert.deepEqual(longFunctions("a.ts", told), [], before);
    assert.equal(longFunctions("a.ts", `/** Does f. */\n${text}`).length, 1);
  }
});

/** The functions that are too long and give no reason, each as "createKey, 61 lines from line 5". */
function longFunctions(path: string, text: string): string[] {
  const lines = text.split("\n");
  return functionsOf(path, text)
    .filter(isLong)
    .filter(({ first }) =>
      !commentAbove(lines, first).includes("One function:")
    )
    .map(({ name, first, last }) =>
      `${name}, ${last - first + 1} lines from line ${first}`
    );
}

function isLong({ first, last }: Spot): boolean {
  return last - first + 1 > MOST_LINES.function;
}

/** Every function of a source, nested ones too, with its first and its last line. */
function functionsOf(path: string, text: string): Spot[] {
  const found: Spot[] = [];
  const lineAt = (at: number) => text.slice(0, at).split("\n").length;
  type Node =
    | Deno.lint.FunctionDeclaration
    | Deno.lint.FunctionExpression
    | Deno.lint.ArrowFunctionExpression;
  const note = (node: Node) => {
    const [start, end] = node.range;
    const head = text.slice(text.lastIndexOf("\n", start) + 1, end);
    const name = head.split("\n")[0].trim();
    found.push({ name, first: lineAt(start), last: lineAt(end) });
  };
  Deno.lint.runPlugin(
    {
      name: "sizes",
      rules: {
        functions: {
          create: () => ({
            FunctionDeclaration: note,
            FunctionExpression: note,
            ArrowFunctionExpression: note,
          }),
        },
      },
    },
    path,
    text,
  );
  return found;
}

/** The comment that ends right above a line; lines are counted from 1. */
function commentAbove(lines: readonly string[], line: number): string {
  let first = line - 1;
  while (first > 0 && /^\s*(?:\/\/|\/\*|\*)/.test(lines[first - 1])) first--;
  return lines.slice(first, line - 1).join("\n");
}

// Who may import whom: the house's floors, kept by reading the import statements.
import assert from "node:assert/strict";

const ROOT = new URL("../", import.meta.url);

async function* sources(folder: string): AsyncGenerator<string> {
  for await (
    const { name, isDirectory } of Deno.readDir(new URL(folder, ROOT))
  ) {
    const path = `${folder}${name}`;
    if (isDirectory) yield* sources(`${path}/`);
    else if (/\.tsx?$/.test(name) && !name.endsWith("_test.ts")) yield path;
  }
}

/** The domain's rooms: a folder a noun. */
const DOMAIN = new Set([
  "accounts",
  "chat",
  "content",
  "conversations",
  "crypto",
  "engine",
  "figures",
  "imports",
  "isolated",
  "keys",
  "limits",
  "models",
  "net",
  "sharing",
  "team",
  "twins",
]);
const FLOOR_OF: Record<string, string> = {
  client: "lib/widget",
  embed: "lib/widget",
  pages: "lib/http",
};

/** The floor a file of ours stands on. */
function floor(path: string): string {
  const [top, second, ...rest] = path.split("/");
  // The chat's parts are the one place where a component has a life of its own.
  if (path.startsWith("components/chat/")) return "components/chat";
  if (top !== "lib") return top;
  if (path === "lib/embed/widget_versions.ts") return "domain";
  if (rest.length === 0) {
    if (/^(errors|clock|config|log)\.ts$/.test(second)) return "base";
    return "domain";
  }
  return DOMAIN.has(second) ? "domain" : FLOOR_OF[second] ?? `lib/${second}`;
}

/** What each floor may import, values and types alike, beside itself. */
const MAY: Record<string, string[]> = {
  base: ["domain"], // the configuration reads address ranges
  domain: ["lib/store", "lib/schemas", "base"],
  "lib/store": ["base"],
  "lib/schemas": ["base"],
  "lib/widget": [],
  "lib/http": ["domain", "lib/store", "lib/schemas", "lib/views", "base"],
  "lib/views": ["lib/schemas", "base"],
  "lib/build": ["base"],
  // The demo is a process of its own, as main.ts is.
  "lib/tools": ["domain", "lib/http", "base", "lib/store"],
  components: [],
  "components/chat": ["components", "lib/widget"],
  islands: ["components", "components/chat", "lib/widget"],
  routes: [
    "base",
    "components",
    "components/chat",
    "domain",
    "islands",
    "lib/http",
    "lib/schemas",
    "lib/views",
    "lib/widget",
  ],
};
/** What may be imported as a type only: it ships nothing. */
const MAY_TYPE: Record<string, string[]> = {
  components: ["lib/schemas", "lib/views", "lib/http", "lib/widget"],
  "components/chat": ["lib/schemas"],
  islands: ["lib/schemas"],
  "lib/schemas": ["domain"],
};
const EXCEPTIONS = new Set([
  // The words of the widget in other languages come with its settings.
  "routes/chat-widget/[twin_id]/index.ts > lib/embed/languages.ts",
]);

Deno.test("imports: every file imports from the floors it may", async () => {
  const wrong: string[] = [];
  for (const top of ["lib/", "routes/", "islands/", "components/"]) {
    for await (const path of sources(top)) {
      const text = await Deno.readTextFile(new URL(path, ROOT));
      const imports = text.matchAll(
        /^(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?"(\.[^"]+)"/gm,
      );
      for (const [, is_type, specifier] of imports) {
        if (/\/\$[^/]+\.ts$/.test(specifier)) continue;
        const target = new URL(specifier, new URL(path, ROOT)).pathname
          .slice(ROOT.pathname.length);
        const from = floor(path);
        const to = floor(decodeURIComponent(target));
        const fine = from === to || MAY[from]?.includes(to) ||
          (is_type && MAY_TYPE[from]?.includes(to)) ||
          EXCEPTIONS.has(`${path} > ${decodeURIComponent(target)}`);
        if (!fine) wrong.push(`${path} imports ${target}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

Deno.test("imports: only the process, the tools and the tests open a store", async () => {
  for await (const path of sources("lib/")) {
    if (/^lib\/(store\/open|tools\/.*)\.ts$/.test(path)) continue;
    const text = await Deno.readTextFile(new URL(path, ROOT));
    assert.ok(!/\bopenKv\(|\bopenStore\(/.test(text), path);
  }
});

Deno.test("imports: every change of the store goes through its one commit", async () => {
  const past_it = /\.commit\(|\bkv\.(set|delete)\(/;
  for await (const path of sources("lib/")) {
    if (/^lib\/store\/(commit|guarded_kv)\.ts$/.test(path)) continue;
    const text = await Deno.readTextFile(new URL(path, ROOT));
    assert.ok(!past_it.test(text), path);
  }
});

Deno.test("imports: the domain never sees a request or a response", async () => {
  for await (const path of sources("lib/")) {
    if (floor(path) !== "domain") continue;
    // The last speaks HTTP itself, to a model.
    if (/^lib\/models\/model_fetch/.test(path)) {
      continue;
    }
    const text = await Deno.readTextFile(new URL(path, ROOT));
    assert.ok(
      !/\bnew (Request|Response)\(|: (Request|Response)\b/.test(text),
      path,
    );
  }
});

// Who may import whom, checked by reading every import, of types and values.
import assert from "node:assert/strict";
import { type Import, readImports, readSources, room } from "./imports.ts";

/** The foundation of the domain. */
const GROUND = [
  "breathe.ts",
  "clock.ts",
  "context.ts",
  "crypto",
  "errors.ts",
  "long_texts.ts",
  "schemas",
  "store",
];
/** What pages and forms of signed-in users need besides it. */
const SIGNED_IN = [...GROUND, "actor.ts", "audit", "authority.ts"];

/** Each room, a folder of `lib` or a file in it, with the rooms it may import. */
const MAY: Record<string, string[]> = {
  "breathe.ts": [],
  "clock.ts": [],
  "errors.ts": [],
  "escape_html.ts": [],
  "log.ts": [],
  metrics: [],
  tracing: [],
  "long_texts.ts": ["breathe.ts"],
  "worker_queue.ts": ["errors.ts"],
  crypto: [],
  client: ["normal_form.ts"],
  widget: ["client"],
  isolated: ["breathe.ts", "errors.ts", "long_texts.ts"],
  net: ["breathe.ts", "errors.ts", "long_texts.ts"],
  imports: [
    "errors.ts",
    "escape_html.ts",
    "isolated",
    "long_texts.ts",
    "normal_form.ts",
    "schemas",
  ],
  config: ["clock.ts", "errors.ts", "net"],
  "context.ts": ["clock.ts", "config", "log.ts"],
  schemas: ["config", "crypto", "errors.ts"],
  views: ["errors.ts", "schemas"],
  engine: ["normal_form.ts", "schemas"],
  store: ["clock.ts", "errors.ts"],
  // Knows no noun: what to do, and for whom, is up to its kinds.
  jobs: [...GROUND, "log.ts"],
  mail: [...GROUND, "client", "config", "escape_html.ts", "jobs"],
  "actor.ts": ["errors.ts", "schemas"],
  audit: [...GROUND, "actor.ts"],
  "authority.ts": [...GROUND, "actor.ts"],
  limits: [...GROUND, "config"],
  twins: [...SIGNED_IN, "jobs", "limits"],
  accounts: [
    ...SIGNED_IN,
    "jobs",
    "limits",
    "mail",
    "twins",
    "worker_queue.ts",
  ],
  team: [...SIGNED_IN, "limits", "accounts", "mail"],
  webhooks: [...SIGNED_IN, "accounts", "jobs", "mail", "net", "twins"],
  notifications: [...SIGNED_IN, "log.ts", "mail"],
  keys: [...SIGNED_IN, "limits", "accounts", "twins", "webhooks"],
  sharing: [...SIGNED_IN, "client", "escape_html.ts", "isolated", "twins"],
  models: [
    ...SIGNED_IN,
    "config",
    "jobs",
    "limits",
    "log.ts",
    "net",
    "twins",
  ],
  content: [
    ...SIGNED_IN,
    "accounts",
    "engine",
    "figures",
    "imports",
    "limits",
    "log.ts",
    "models",
    "net",
    "twins",
    "worker_queue.ts",
    "webhooks",
  ],
  intake: [...SIGNED_IN, "content", "imports", "jobs", "limits", "twins"],
  vectors: [
    ...GROUND,
    "config",
    "content",
    "jobs",
    "models",
    "twins",
  ],
  sources: [
    ...SIGNED_IN,
    "content",
    "imports",
    "jobs",
    "limits",
    "net",
    "twins",
  ],
  figures: [...SIGNED_IN, "keys", "sharing", "twins"],
  conversations: [
    ...SIGNED_IN,
    "accounts",
    "client",
    "content",
    "engine",
    "figures",
    "keys",
    "limits",
    "mail",
    "notifications",
    "twins",
    "webhooks",
  ],
  findings: [
    ...SIGNED_IN,
    "content",
    "conversations",
    "engine",
    "figures",
    "normal_form.ts",
    "sources",
    "twins",
  ],
  chat: [
    ...SIGNED_IN,
    "content",
    "conversations",
    "engine",
    "escape_html.ts",
    "jobs",
    "keys",
    "limits",
    "log.ts",
    "metrics",
    "models",
    "sharing",
    "tracing",
    "twins",
    "vectors",
  ],
  channels: [
    ...SIGNED_IN,
    "accounts",
    "chat",
    "client",
    "content",
    "conversations",
    "embed",
    "escape_html.ts",
    "jobs",
    "limits",
    "log.ts",
    "mail",
    "twins",
  ],
  trials: [
    ...SIGNED_IN,
    "accounts",
    "chat",
    "content",
    "imports",
    "jobs",
    "limits",
    "models",
    "net",
    "sharing",
    "sources",
    "twins",
  ],
  "purge_twin.ts": [
    ...GROUND,
    "channels",
    "content",
    "conversations",
    "intake",
    "jobs",
    "webhooks",
  ],
  "sweep.ts": [
    ...GROUND,
    "audit",
    "accounts",
    "channels",
    "content",
    "conversations",
    "findings",
    "intake",
    "jobs",
    "limits",
    "log.ts",
    "purge_twin.ts",
    "sources",
    "team",
    "trials",
    "twins",
  ],
  "app.ts": [
    ...GROUND,
    "accounts",
    "channels",
    "chat",
    "config",
    "content",
    "figures",
    "findings",
    "imports",
    "intake",
    "jobs",
    "keys",
    "limits",
    "log.ts",
    "mail",
    "metrics",
    "models",
    "net",
    "sharing",
    "sources",
    "tracing",
    "trials",
    "vectors",
    "webhooks",
  ],
  embed: ["client", "escape_html.ts", "schemas", "store"],
  http: [
    ...SIGNED_IN,
    "accounts",
    "app.ts",
    "chat",
    "client",
    "config",
    "content",
    "embed",
    "jobs",
    "keys",
    "limits",
    "log.ts",
    "metrics",
    "net",
    "sharing",
    "trials",
    "twins",
  ],
  pages: [
    ...SIGNED_IN,
    "accounts",
    "app.ts",
    "channels",
    "chat",
    "client",
    "config",
    "content",
    "conversations",
    "findings",
    "embed",
    "engine",
    "figures",
    "http",
    "intake",
    "keys",
    "limits",
    "mail",
    "models",
    "notifications",
    "sharing",
    "sources",
    "team",
    "trials",
    "twins",
    "views",
    "webhooks",
  ],
  build: ["config", "widget"],
  tools: [
    ...SIGNED_IN,
    "accounts",
    "app.ts",
    "chat",
    "config",
    "content",
    "conversations",
    "engine",
    "http",
    "keys",
    "sharing",
    "twins",
  ],
  components: ["client", "embed", "schemas", "views"],
  islands: ["client", "components", "embed", "schemas", "views"],
  routes: [
    ...SIGNED_IN,
    "accounts",
    "channels",
    "chat",
    "client",
    "components",
    "content",
    "conversations",
    "findings",
    "embed",
    "engine",
    "figures",
    "http",
    "imports",
    "intake",
    "islands",
    "keys",
    "limits",
    "mail",
    "models",
    "notifications",
    "pages",
    "sharing",
    "sources",
    "team",
    "trials",
    "twins",
    "views",
    "webhooks",
  ],
};

/** Code for the browser imports this much besides types. */
const SHIPPED: Record<string, string[]> = {
  components: ["client", "embed"],
  islands: ["client", "components", "embed"],
};

const sources = await readSources(["lib", "routes", "islands", "components"]);
const imports = sources.flatMap(readImports);

Deno.test("imports: every file imports only from the rooms it may", () => {
  assert.ok(imports.length > 1_000);
  assert.deepEqual(imports.filter((one) => !isAllowed(one)).map(tell), []);
});

function isAllowed({ from, to, is_type }: Import): boolean {
  const [here, there] = [room(from), room(to)];
  if (!(here in MAY)) return false;
  if (here === there) return true;
  const shipped = is_type ? null : SHIPPED[here];
  return (shipped ?? MAY[here]).includes(there);
}

Deno.test("imports: no cycle of rooms, folders or files", () => {
  const rooms = Object.entries(MAY).flatMap(([from, all]) =>
    all.map((to): Edge => [from, to])
  );
  assert.deepEqual(findCircle(rooms), null);
  const files = imports.map(({ from, to }): Edge => [from, to]);
  assert.deepEqual(findCircle(files), null);
  const folders = files.map(([from, to]): Edge => [folder(from), folder(to)]);
  assert.deepEqual(
    findCircle(folders.filter(([from, to]) => from !== to)),
    null,
  );
});

Deno.test("findCircle: finds a cycle wherever it begins, and none where there is none", () => {
  assert.equal(findCircle([["a", "b"], ["a", "c"], ["b", "c"]]), null);
  const circle = findCircle([["a", "b"], ["b", "c"], ["c", "d"], ["d", "b"]]);
  assert.deepEqual(circle, ["b", "c", "d", "b"]);
  assert.deepEqual(findCircle([["a", "a"]]), ["a", "a"]);
});

Deno.test("imports: only the process, the tools and the tests open a store", () => {
  for (const { path, text } of sources) {
    if (/^lib\/(store\/(open|remote)|tools\/.*)\.ts$/.test(path)) continue;
    assert.ok(!/\bopenKv\(|\bopenStore\(/.test(text), path);
  }
});

Deno.test("imports: every change of the store goes through its one commit", () => {
  for (const { path, text } of sources) {
    if (/^lib\/store\/(commit|guarded_kv)\.ts$/.test(path)) continue;
    assert.ok(!/\.commit\(|\bkv\.(set|delete)\(/.test(text), path);
  }
});

Deno.test("imports: below http nothing speaks HTTP except to other servers", () => {
  const speakers = new Set([
    ...[
      "build",
      "channels",
      "client",
      "components",
      "http",
      "islands",
      "mail",
      "models",
      "net",
    ],
    ...["pages", "routes", "tools", "widget"],
  ]);
  const spoken = sources.filter(({ path, text }) =>
    !speakers.has(room(path)) && path !== "lib/store/remote.ts" &&
    /\b(Request|Response|Headers|FormData)\b|"retry-after"/.test(code(text))
  );
  assert.deepEqual(spoken.map(({ path }) => path), []);
});

Deno.test("imports: what functions are given is types alone", () => {
  const context = sources.find(({ path }) => path === "lib/context.ts");
  assert.ok(context);
  assert.ok(!/^(import|export) (?!type )/m.test(context.text));
});

Deno.test("imports: every export is imported somewhere", async () => {
  const users = await readSources(
    ["lib", "routes", "islands", "components", "clients", "tests", "bench"],
    { with_tests: true },
  );
  for (const path of ["main.ts", "fresh.config.ts"]) {
    const url = new URL(`../${path}`, import.meta.url);
    users.push({ path, text: await Deno.readTextFile(url) });
  }
  const used = new Map<string, Set<string>>();
  for (const { path, text } of users) {
    for (const [name] of text.matchAll(/[\w$]+/g)) {
      used.getOrInsertComputed(name, () => new Set()).add(path);
    }
  }
  const unused = sources.flatMap(({ path, text }) =>
    exportsOf(text)
      .filter((name) => !FRESH.has(name) && used.get(name)?.size === 1)
      .map((name) => `${path} exports ${name}`)
  );
  assert.deepEqual(unused, []);
});

/** What Fresh takes from a route. */
const FRESH = new Set(["handler", "handlers", "config"]);

/** A source's named exports; code in a template string does not count. */
function exportsOf(text: string): string[] {
  const found = text.replace(/`[^`]*`/g, "``").matchAll(
    /^export (?:async )?(?:abstract )?(?:function\*?|const|let|class|type) ([\w$]+)/gm,
  );
  return [...found].map(([, name]) => name);
}

type Edge = [from: string, to: string];

/** A path that ends where it began; null if there is none. */
function findCircle(edges: Edge[]): string[] | null {
  const next = Map.groupBy(edges, ([from]) => from);
  const seen = new Set<string>();
  const walk = (at: string, way: string[]): string[] | null => {
    if (way.includes(at)) return [...way.slice(way.indexOf(at)), at];
    if (seen.has(at)) return null;
    seen.add(at);
    for (const [, to] of next.get(at) ?? []) {
      const circle = walk(to, [...way, at]);
      if (circle) return circle;
    }
    return null;
  };
  for (const from of next.keys()) {
    const circle = walk(from, []);
    if (circle) return circle;
  }
  return null;
}

/** The folder of a file; a file directly in `lib` counts as a folder of its own. */
function folder(path: string): string {
  const end = path.slice(0, path.lastIndexOf("/"));
  return end === "lib" ? path : end;
}

/** A text without its comments. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
}

function tell({ from, to, is_type }: Import): string {
  return `${from} imports ${is_type ? "types of " : ""}${to}`;
}

// Where the time of a figure goes: `deno run -A bench/profile.ts NAME` samples the process that the figure is about, and
// prints the shares of its busy time, by part of the code and by function.
import { answerFromIndex } from "../lib/engine/answer.ts";
import { PassageIndex } from "../lib/engine/passage_index.ts";
import { delay } from "../lib/store/commit.ts";
import { ours } from "./admission.ts";
import { passage, question, startApp } from "./app.ts";
import { BODIES, HEADERS, warmUp } from "./chat.ts";
import { Inspector, inspectorPort, type Profile } from "./inspector.ts";
import { printLines } from "./report.ts";
import { readStreams, startStreams } from "./streams.ts";
import { wrk } from "./wrk.ts";

const SECONDS = 5;
/** A longer time between two samples, in microseconds, is one without a core: others had it. */
const MOST_US = 2_000;
/** Parts with a smaller share are added up. */
const LEAST = 0.01;
const MOST_FUNCTIONS = 25;

type Named = { [name: string]: () => Promise<Profile> };

/** Samples what the app does under requests to one path. */
async function serving(
  path: (twin_id: string) => string,
  load: Partial<Parameters<typeof wrk>[1]>,
): Promise<Profile> {
  const port = inspectorPort();
  await using app = await startApp({ inspect: `--inspect=127.0.0.1:${port}` });
  const url = app.base + path(app.twin_id);
  const tokens = load.bodies ? app.keys : [];
  await warmUp(app);
  await wrk(url, { ...load, tokens, seconds: 2 });
  using inspector = await Inspector.open(port);
  await inspector.begin();
  const { rate } = await wrk(url, { ...load, tokens, seconds: SECONDS });
  console.log(`${Math.round(rate)} calls a second while it is sampled`);
  return await inspector.end();
}

/** Samples the first question to a twin of 1,000 passages. */
async function asking(): Promise<Profile> {
  const port = inspectorPort();
  await using app = await startApp({ inspect: `--inspect=127.0.0.1:${port}` });
  using inspector = await Inspector.open(port);
  await inspector.begin();
  await warmUp(app);
  return await inspector.end();
}

/** Samples a thousand questions of 4,000 characters that arrive at once. */
async function crowding(): Promise<Profile> {
  const port = inspectorPort();
  await using app = await startApp({
    ...{ passages: 50, inspect: `--inspect=127.0.0.1:${port}` },
  });
  await warmUp(app);
  using inspector = await Inspector.open(port);
  await inspector.begin();
  await Promise.all(Array.from({ length: 1_000 }, async (_, n) => {
    const response = await fetch(`${app.base}/chat-widget/${app.twin_id}`, {
      method: "POST",
      headers: {
        ...HEADERS,
        authorization: `Bearer ${app.keys[n % app.keys.length]}`,
      },
      body: JSON.stringify({
        message: question(n).repeat(100).slice(0, 4_000),
      }),
    });
    await response.text();
  }));
  return await inspector.end();
}

/** Samples a start, until the first page is served. */
async function starting(): Promise<Profile> {
  const port = inspectorPort();
  const inspected = (async () => {
    const inspector = await Inspector.open(port);
    await inspector.begin();
    return inspector;
  })();
  await using _app = await startApp({
    ...{ passages: 0, inspect: `--inspect-wait=127.0.0.1:${port}` },
  });
  using inspector = await inspected;
  return await inspector.end();
}

/** Samples another process of this program, which does one thing again and again. */
async function repeating(what: string): Promise<Profile> {
  const port = inspectorPort();
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "-A", "--no-check", `--inspect=127.0.0.1:${port}`],
      ...[import.meta.url, "--repeat", what],
    ],
    stderr: "null",
  }).spawn();
  using inspector = await Inspector.open(port);
  await delay(4_000);
  await inspector.begin();
  await delay(SECONDS * 1_000);
  const profile = await inspector.end();
  child.kill("SIGKILL");
  await child.status;
  return profile;
}

/** Samples the process that holds this many streams open. */
async function streaming(streams: number): Promise<Profile> {
  const port = inspectorPort();
  await using server = await startStreams(`--inspect=127.0.0.1:${port}`);
  const over = Promise.withResolvers<void>();
  const all = readStreams(server.base, streams, over.promise);
  // Until all are open.
  await delay(6_000);
  using inspector = await Inspector.open(port);
  await inspector.begin();
  await delay(SECONDS * 1_000);
  const profile = await inspector.end();
  over.resolve();
  await all;
  return profile;
}

const FIGURES: Named = {
  admission: () => repeating("admission"),
  crowd: crowding,
  finding: () => repeating("finding"),
  first: asking,
  message: () =>
    serving((twin_id) => `/chat-widget/${twin_id}`, {
      ...{ headers: HEADERS, bodies: BODIES },
    }),
  server: () => serving(() => "/healthz", {}),
  start: starting,
  streams: () => streaming(4_900),
};

const REPEATED: { [what: string]: () => Promise<unknown> } = {
  async admission() {
    for (;;) await ours(1_000);
  },
  async finding() {
    const index = new PassageIndex();
    for (let n = 0; n < 1_000; n += 50) {
      index.set({
        ...{ content_id: `cnt_${n}`, title: `Notes ${n}`, source_url: null },
        passages: Array.from({ length: 50 }, (_, i) => passage(n + i)),
      });
    }
    for (let i = 0;; i++) {
      answerFromIndex(index, question((i * 37) % 1_000));
      // The inspector is served between two.
      if (i % 100 === 0) await delay(0);
    }
  },
};

/** The part of the code that a function belongs to. */
function partOf(url: string, name: string): string {
  if (url === "") return name || "(runtime)";
  const { pathname, protocol } = new URL(url);
  if (protocol !== "file:") return url.replace(/\/[^/]*$/, "");
  const [, own] = /\/((?:lib|bench|routes|main)\b.*)$/.exec(pathname) ?? [];
  const [, built] = /\/\.output\/server\/(.*)$/.exec(pathname) ?? [];
  const [, npm] = /node_modules\/(?:\.deno\/[^/]+\/node_modules\/)?(.*)$/
    .exec(pathname) ?? [];
  if (npm) {
    return `npm ${npm.split("/").slice(0, npm[0] === "@" ? 2 : 1).join("/")}`;
  }
  if (built) return `built ${built}`;
  return own?.split("/").slice(0, 2).join("/") ?? pathname;
}

function printProfile({ nodes, samples, timeDeltas }: Profile): void {
  const of_node = new Map<number, number>();
  samples.forEach((id, n) =>
    of_node.set(
      id,
      (of_node.get(id) ?? 0) + Math.min(MOST_US, Math.max(0, timeDeltas[n])),
    )
  );
  const parts = new Map<string, number>();
  const functions = new Map<string, number>();
  let busy = 0;
  for (const { id, callFrame: { url, functionName, lineNumber } } of nodes) {
    const time = of_node.get(id) ?? 0;
    if (functionName === "(idle)") continue;
    busy += time;
    const part = partOf(url, functionName);
    parts.set(part, (parts.get(part) ?? 0) + time);
    const name = `${functionName || "(anonymous)"} ${url.split("/").at(-1)}:${
      lineNumber + 1
    }`;
    functions.set(name, (functions.get(name) ?? 0) + time);
  }
  const percent = (time: number) => `${(100 * time / busy).toFixed(1)} %`;
  const sorted = (times: Map<string, number>) =>
    [...times].sort(([, a], [, b]) => b - a);
  console.log(`\nBusy for ${(busy / 1_000).toFixed(0)} ms, of which:`);
  const large = sorted(parts).filter(([, time]) => time >= LEAST * busy);
  printLines(
    ["part", "share"],
    large.map(([part, time]) => [part, percent(time)]),
  );
  printLines(
    ["function", "share"],
    sorted(functions).slice(0, MOST_FUNCTIONS)
      .map(([name, time]) => [name, percent(time)]),
  );
}

const [name, what] = Deno.args;
if (name === "--repeat") await REPEATED[what]();
const figure = FIGURES[name];
if (!figure) {
  console.error(`Name one of: ${Object.keys(FIGURES).join(", ")}.`);
  Deno.exit(1);
}
printProfile(await figure());
Deno.exit(0);

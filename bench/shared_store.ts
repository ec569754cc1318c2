// One hot link on a shared store 20 ms away, 64 calls of it in flight in each process: how many calls a second are let in
// by two processes, beside one.
import { TOKEN } from "../tests/kvconnect/server.ts";
import { ServerProcess } from "../tests/kvconnect/start.ts";
import { tempStore } from "../tests/stores.ts";
import { alternate, atLeast, type Row } from "./report.ts";

const AWAY_MS = 20;
const ROUNDS = 3;
const SECONDS = 3;
const HOT_LINK =
  new URL("../tests/kvconnect/hot_link.ts", import.meta.url).pathname;

/** Calls let in a second by one process. */
async function calls(url: string): Promise<number> {
  const args = [url, SECONDS, 1e9].map(String);
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", HOT_LINK, ...args],
    env: { DENO_KV_ACCESS_TOKEN: TOKEN },
    stderr: "inherit",
  }).output();
  const { allowed, failed } = JSON.parse(new TextDecoder().decode(stdout));
  if (failed > 0) console.error(`${failed} calls failed and do not count`);
  return allowed / SECONDS;
}

export async function benchSharedStore(): Promise<Row[]> {
  await using file = await tempStore();
  await using store = await ServerProcess.start(file.path);
  await (await fetch(`${store.url}/delay?ms=${AWAY_MS}`)).text();
  const { one, two } = await alternate(ROUNDS, {
    one: () => calls(store.url),
    two: async () => {
      const [a, b] = await Promise.all([calls(store.url), calls(store.url)]);
      return a + b;
    },
  });
  return [atLeast(
    `admissions by one hot link, two processes, a store ${AWAY_MS} ms away`,
    two,
    ["one process", one],
    1.5,
    "/s",
  )];
}

if (import.meta.main) {
  const { printTable } = await import("./report.ts");
  printTable(await benchSharedStore());
  Deno.exit(0);
}

// The first question to a twin of 1,000 items in a fresh process, on a shared store 20 ms away.
import { ServerProcess } from "../tests/kvconnect/start.ts";
import { TOKEN } from "../tests/kvconnect/server.ts";
import { send, signUp } from "../tests/process_account.ts";
import { Process } from "../tests/processes.ts";
import { atMost, beside, type Row } from "./report.ts";

const ITEMS = 1_000;
const AWAY_MS = 20;

export async function benchColdTwin(): Promise<Row[]> {
  const dir = await Deno.makeTempDir();
  await using store = await ServerProcess.start(`${dir}/store.db`);
  const tell = async (path: string) =>
    await (await fetch(store.url + path)).text();
  const env = { DENO_KV_ACCESS_TOKEN: TOKEN };
  let path = "";
  {
    await using first = await Process.start(store.url, { env });
    const by = await signUp(first, "ada@example.com");
    const { twin_id } = by;
    for (let i = 0; i < ITEMS; i += 20) {
      await Promise.all(
        Array.from(
          { length: 20 },
          (_, n) =>
            send(first, by, "POST", `/twins/${twin_id}/content`, {
              title: `Item ${i + n}`,
              body: `The price of article ${i + n} is ${(i + n) % 97} euros.`,
              visibility: "public",
            }),
        ),
      );
    }
    const { share_token } = await send(
      ...[first, by, "PATCH", `/twins/${twin_id}/sharing`] as const,
      { is_public: true },
    );
    path = `/public/chat/${twin_id}/${share_token}`;
  }
  await tell(`/delay?ms=${AWAY_MS}`);
  await using cold = await Process.start(store.url, { env });
  await (await cold.fetch("/livez")).text();
  const ask = async () => {
    const before = Number(await tell("/calls"));
    const begin = performance.now();
    const response = await cold.fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ message: "What is the price of article 7?" }),
    });
    if (!response.ok) throw new Error(await response.text());
    await response.text();
    const ms = performance.now() - begin;
    return { ms, calls: Number(await tell("/calls")) - before };
  };
  const first = await ask();
  await ask();
  const warm = await ask();
  const what = (kind: string) => `a ${kind} message, a store 20 ms away`;
  return [
    atMost(`${what("cold")}, 1,000 items`, first.ms, 1_000, "ms"),
    beside(`${what("cold")}: calls`, first.calls, ["items", ITEMS], ""),
    atMost(what("warm"), warm.ms, 2 * AWAY_MS + 25, "ms"),
    atMost(`${what("warm")}: calls`, warm.calls, 2, ""),
  ];
}

if (import.meta.main) {
  const { printTable } = await import("./report.ts");
  printTable(await benchColdTwin());
  Deno.exit(0);
}

// The overhead of the web server and the framework (handler, route, headers, log): processor time of a call that
// returns next to nothing.
import { startApp } from "./app.ts";
import { atMost, type Row } from "./report.ts";
import { hasWrk, wrk } from "./wrk.ts";

const ROUNDS = 5;
const SECONDS = 1;

export async function benchServerShare(): Promise<Row[]> {
  if (!await hasWrk()) return [];
  await using app = await startApp({ passages: 50 });
  const url = `${app.base}/healthz`;
  await wrk(url, { seconds: SECONDS });
  const shares: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = await computedBy(app.process.pid);
    const { rate } = await wrk(url, { seconds: SECONDS });
    const computed_ms = await computedBy(app.process.pid) - before;
    shares.push(computed_ms * 1_000 / (rate * SECONDS));
  }
  return [atMost("the web server's share of a call", shares, 60, "µs")];
}

/** Processor time of a process's main thread so far, in milliseconds (Linux only). */
async function computedBy(pid: number): Promise<number> {
  const stat = await Deno.readTextFile(`/proc/${pid}/task/${pid}/schedstat`);
  return Number(stat.split(" ")[0]) / 1e6;
}

if (import.meta.main) {
  const { printTable } = await import("./report.ts");
  printTable(await benchServerShare());
}

// A built file served from memory, compared with the least a server can do: `Deno.serve` with a constant answer.
import { startApp } from "./app.ts";
import { startPeer } from "./processes.ts";
import { alternate, atLeast, type Row } from "./report.ts";
import { hasWrk, wrk } from "./wrk.ts";

const ROUNDS = 5;
const SECONDS = 1;

export async function benchServing(): Promise<Row[]> {
  if (!await hasWrk()) return [];
  await using app = await startApp({ passages: 50 });
  await using bare = await startPeer("bare.js");
  const measure = (url: string) => async () =>
    (await wrk(url, { seconds: SECONDS })).rate;
  const { ours, theirs } = await alternate(ROUNDS, {
    ours: measure(`${app.base}/favicon.svg`),
    theirs: measure(bare.base),
  });
  return [atLeast(
    "a file from memory, logged",
    ours,
    ["bare Deno.serve", theirs],
    0.25,
    "/s",
  )];
}

if (import.meta.main) {
  const { printTable } = await import("./report.ts");
  printTable(await benchServing());
}

// A built file from memory, against the least a server can do: `Deno.serve` with a constant answer.
import { startApp } from "./app.ts";
import { startPeer } from "./processes.ts";
import { atLeast, median, type Row } from "./report.ts";
import { hasWrk, wrk } from "./wrk.ts";

const ROUNDS = 3;
const SECONDS = 2;

export async function benchServing(): Promise<Row[]> {
  if (!await hasWrk()) return [];
  await using app = await startApp({ passages: 50 });
  await using bare = await startPeer("bare.js");
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(
      (await wrk(`${app.base}/favicon.svg`, { seconds: SECONDS })).rate,
    );
    theirs.push((await wrk(bare.base, { seconds: SECONDS })).rate);
  }
  return [atLeast(
    "a file from memory, logged",
    median(ours),
    ["bare Deno.serve", median(theirs)],
    0.25,
    "/s",
  )];
}

if (import.meta.main) {
  const { printTable } = await import("./report.ts");
  printTable(await benchServing());
}

// `deno task bench`: every figure of ours beside its peer or limit, measured in one run.
import { benchAdmission } from "./admission.ts";
import { benchChat } from "./chat.ts";
import { benchFirstEvent } from "./first_event.ts";
import { benchGrowth } from "./growth.ts";
import { canRun } from "./processes.ts";
import { printTable, type Row } from "./report.ts";
import { benchMemory } from "./memory.ts";
import { benchServing } from "./serving.ts";
import { benchStalls } from "./stalls.ts";
import { benchStreams } from "./streams.ts";
import { benchWidget } from "./widget/widget.ts";

const BENCHES: [string, () => Promise<Row[]>][] = [
  ["admission", benchAdmission],
  ["a message end to end", benchChat],
  ["the first event", benchFirstEvent],
  ["open streams", benchStreams],
  ["growth", benchGrowth],
  ["memory", () => benchMemory()],
  ["serving", benchServing],
  ["stalls", benchStalls],
  ["the widget", benchWidget],
];

const missing: string[] = [];
for (const program of ["wrk", "redis-server"]) {
  if (!await canRun(program)) missing.push(program);
}
if (missing.length > 0) {
  console.error(
    `Lines that need ${
      missing.join(" or ")
    } are left out; for all of them: apt-get install ${missing.join(" ")}`,
  );
}

const rows: Row[] = [];
for (const [name, bench] of BENCHES) {
  console.error(`Measuring ${name} …`);
  rows.push(...await bench());
}
printTable(rows);
Deno.exit(0);

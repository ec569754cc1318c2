// `deno task bench`: each of our figures beside its peer or limit, measured in one run; `--only NAME` runs the benches
// whose name contains NAME.
import { benchAdmission } from "./admission.ts";
import { benchAnswerWorkers } from "./answer_workers.ts";
import { benchChat } from "./chat.ts";
import { benchColdTwin } from "./cold_twin.ts";
import { benchFirstEvent } from "./first_event.ts";
import { benchGrowth } from "./growth.ts";
import { benchManyTwins } from "./many_twins.ts";
import { benchModelStreams } from "./model_streams.ts";
import { canRun } from "./processes.ts";
import { printTable, type Row } from "./report.ts";
import { benchMemory } from "./memory.ts";
import { benchServerShare } from "./server_share.ts";
import { benchServing } from "./serving.ts";
import { benchSharedStore } from "./shared_store.ts";
import { benchSizes } from "./sizes.ts";
import { benchStalls } from "./stalls.ts";
import { benchStreams } from "./streams.ts";
import { benchWidget } from "./widget/widget.ts";

const BENCHES: [string, () => Promise<Row[]>][] = [
  ["admission", benchAdmission],
  ["a message end to end", benchChat],
  ["answer workers", benchAnswerWorkers],
  ["the first event", benchFirstEvent],
  ["open streams", benchStreams],
  ["model streams", benchModelStreams],
  ["growth", benchGrowth],
  ["many twins", benchManyTwins],
  ["a cold twin far away", benchColdTwin],
  ["a shared store", benchSharedStore],
  ["memory", () => benchMemory()],
  ["serving", benchServing],
  ["the web server's share", benchServerShare],
  ["sizes", benchSizes],
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
const at = Deno.args.indexOf("--only");
const only = at < 0 ? "" : Deno.args[at + 1] ?? "";
const chosen = BENCHES.filter(([name]) => name.includes(only));
if (chosen.length === 0) {
  console.error(
    `There is no bench ${only}. There are: ${
      BENCHES.map(([name]) => name).join(", ")
    }.`,
  );
  Deno.exit(1);
}
try {
  for (const [name, bench] of chosen) {
    console.error(`Measuring ${name} …`);
    rows.push(...await bench());
  }
} finally {
  printTable(rows);
}
Deno.exit(0);

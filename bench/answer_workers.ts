// A chat message as in `chat.ts`, with answers found in the serving thread and in a worker. Both share the machine's
// processors with the store and with what sends the messages.
import { type Running, startApp } from "./app.ts";
import { BODIES, HEADERS, warmUp } from "./chat.ts";
import { alternate, beside, type Row } from "./report.ts";
import { hasWrk, wrk } from "./wrk.ts";

const ROUNDS = 3;
const SECONDS = 1;

export async function benchAnswerWorkers(): Promise<Row[]> {
  if (!await hasWrk()) return [];
  await using here = await startApp();
  await using beside_it = await startApp({
    env: { TWINCAST_ANSWER_WORKERS: "1" },
  });
  for (const app of [here, beside_it]) await warmUp(app);
  const { ours, serving } = await alternate(ROUNDS, {
    ours: measure(beside_it),
    serving: measure(here),
  });
  return [
    beside(
      "a chat message, end to end, answers found in a worker",
      ours,
      ["in the serving thread", serving],
      "/s",
    ),
  ];
}

function measure({ base, twin_id, keys }: Running): () => Promise<number> {
  return async () => {
    const { rate, failed } = await wrk(`${base}/chat-widget/${twin_id}`, {
      ...{ headers: HEADERS, bodies: BODIES, seconds: SECONDS },
      tokens: keys,
    });
    if (failed > 0) throw new Error(`${failed} answers of ${base} failed`);
    return rate;
  };
}

if (import.meta.main) {
  const { printTable } = await import("./report.ts");
  printTable(await benchAnswerWorkers());
}

// Memory of the process at rest, and after a million messages (about ten minutes; `deno task bench` sends none).
import { startApp } from "./app.ts";
import { atMost, type Row } from "./report.ts";
import { hasWrk, wrk } from "./wrk.ts";

/** Longer than an idle worker is kept. */
const AT_REST_MS = 13_000;
const A_ROUND_S = 20;

function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, AT_REST_MS));
}

/** Memory at rest, and again after this many messages. */
export async function benchMemory(messages = 0): Promise<Row[]> {
  await using app = await startApp({ passages: 50 });
  await rest();
  const rows = [atMost("memory at rest", await app.rss() / 1e6, 120, "MB")];
  if (messages === 0 || !await hasWrk()) return rows;
  for (let sent = 0; sent < messages;) {
    const { rate, failed } = await wrk(
      `${app.base}/chat-widget/${app.twin_id}`,
      {
        headers: { "content-type": "application/json" },
        bodies: [JSON.stringify({ message: "Where is shelf 7?" })],
        tokens: app.keys,
        seconds: A_ROUND_S,
      },
    );
    if (failed > 0) throw new Error(`${failed} of our answers failed`);
    sent += rate * A_ROUND_S;
    console.error(`${Math.round(sent)} messages, ${await app.rss() / 1e6} MB`);
  }
  await rest();
  const what = `memory after ${messages.toLocaleString("en")} messages`;
  return [...rows, atMost(what, await app.rss() / 1e6, 300, "MB")];
}

if (import.meta.main) {
  const { printTable } = await import("./report.ts");
  printTable(await benchMemory(1_000_000));
}

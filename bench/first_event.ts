// How soon a streamed answer begins at 200 questions a second: the median of five seconds, after one of warm-up.
import { question, startApp } from "./app.ts";
import { atMost, quantile, type Row } from "./report.ts";

const A_SECOND = 200;
const SECONDS = 6;

export async function benchFirstEvent(): Promise<Row[]> {
  await using app = await startApp();
  const times: number[] = [];
  const begin = performance.now();
  const asked: Promise<void>[] = [];
  for (let n = 0; n < A_SECOND * SECONDS; n++) {
    const due = begin + n * 1000 / A_SECOND;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    asked.push(ask(n, due));
  }
  await Promise.all(asked);
  const p99 = Array.from(
    { length: SECONDS - 1 },
    (_, i) =>
      quantile(times.slice((i + 1) * A_SECOND, (i + 2) * A_SECOND), 0.99),
  );
  return [atMost(
    "first event of a streamed answer at 200 a second, p99",
    p99,
    50,
    "ms",
  )];

  async function ask(n: number, due: number): Promise<void> {
    const response = await fetch(`${app.base}/chat-widget/${app.twin_id}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${app.keys[n % app.keys.length]}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({ message: question(n % 900) }),
    });
    const reader = response.body?.getReader();
    await reader?.read();
    times[n] = performance.now() - due;
    while (!(await reader?.read())?.done);
  }
}

if (import.meta.main) {
  const { printTable } = await import("./report.ts");
  printTable(await benchFirstEvent());
}

// A thousand twins asked in turn: the process's memory for them is bounded, and a question to a loaded twin does not
// wait for the indexes of others.
import { type Running, startApp } from "./app.ts";
import { load } from "./load.ts";
import { atMost, quantile, type Row } from "./report.ts";

const TWINS = 1_000;
const AT_ONCE = 32;
const ROUND_MS = 8_000;

type Asked = { twin_id: string; key: string };

async function makeTwin({ json }: Running, n: number): Promise<Asked> {
  const { id } = await json<{ id: string }>("POST", "/twins", {
    name: `Twin ${n}`,
  });
  const body = Array.from(
    { length: 20 },
    (_, i) =>
      `The kiln number ${i} of workshop ${n} is on shelf ${i * n % 40}.`,
  ).join("\n\n");
  await json("POST", `/twins/${id}/content`, {
    ...{ title: "Kilns", body, visibility: "public" },
  });
  const { key } = await json<{ key: string }>("POST", "/api-keys", {
    ...{ twin_id: id, name: "Bench", type: "secret" },
    rate_limit_per_minute: 100_000,
  });
  return { twin_id: id, key };
}

async function ask({ base }: Running, { twin_id, key }: Asked) {
  const response = await fetch(`${base}/chat-widget/${twin_id}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      authorization: `Bearer ${key}`,
    },
    body: JSON.stringify({ message: "Where is the kiln number 7?" }),
  });
  if (!response.ok) throw new Error(await response.text());
  await response.text();
}

export async function benchManyTwins(): Promise<Row[]> {
  await using app = await startApp({ passages: 50 });
  const twins: Asked[] = [];
  for (let n = 0; n < TWINS; n += 10) {
    const some = Array.from({ length: 10 }, (_, i) => makeTwin(app, n + i));
    twins.push(...await Promise.all(some));
  }
  const known = { twin_id: app.twin_id, key: app.keys[0] };
  await ask(app, known);
  const before = await app.rss() / 1e6;
  // The loaded twin is asked meanwhile.
  const waits: number[] = [];
  let is_over = false;
  const meanwhile = (async () => {
    while (!is_over) {
      const begin = performance.now();
      await ask(app, known);
      waits.push(performance.now() - begin);
    }
  })();
  const { times, rate } = await load(
    AT_ONCE,
    ROUND_MS,
    (i) => ask(app, twins[i % TWINS]),
  );
  is_over = true;
  await meanwhile;
  const after = await app.rss() / 1e6;
  console.error(`${Math.round(rate)} answers a second of ${TWINS} twins`);
  return [
    atMost("1,000 twins asked in turn: memory more", after - before, 150, "MB"),
    atMost("… p99 of an answer", quantile(times, 0.99), 250, "ms"),
    atMost("… p99 of a twin that is known", quantile(waits, 0.99), 250, "ms"),
  ];
}

if (import.meta.main) {
  const { printTable } = await import("./report.ts");
  printTable(await benchManyTwins());
  Deno.exit(0);
}

// What may grow and what must not: the time of one message with few and with 100,000 sessions, keys and items in the
// store; passages in one twin; a cold start.
import { PassageIndex } from "../lib/engine/passage_index.ts";
import { answerFromIndex } from "../lib/engine/answer.ts";
import { Admission } from "../lib/limits/admission.ts";
import { systemClock } from "../lib/clock.ts";
import { keys } from "../lib/store/keys.ts";
import { newId } from "../lib/crypto/ids.ts";
import { sha256 } from "../lib/crypto/secrets.ts";
import { passage, question, startApp } from "./app.ts";
import { load } from "./load.ts";
import { atMost, median, type Row } from "./report.ts";

const ROUND_MS = 1_500;

/** Admissions and key look-ups a second in a store with this many keys, sessions and items. */
async function hotCalls(kv: Deno.Kv): Promise<number> {
  const limiter = new Admission(kv, systemClock());
  const { rate } = await load(64, ROUND_MS, async (i) => {
    await kv.getMany([
      keys.apiKey(sha256(`key ${i % 10}`)),
      keys.session(`ses_${i % 10}`),
    ]);
    await limiter.admit([{
      policy: "key",
      subject: `key_${i % 10}`,
      limit: 1e9,
      window_ms: 60_000,
    }]);
  });
  limiter.close();
  return rate;
}

async function fill(kv: Deno.Kv, count: number): Promise<void> {
  for (let from = 0; from < count; from += 200) {
    const op = kv.atomic();
    for (let i = from; i < from + 200; i++) {
      const text = "x".repeat(200);
      op.set(keys.apiKey(sha256(`key ${i}`)), { name: text });
      op.set(keys.session(newId("ses")), { title: text });
      op.set(keys.content("twn_1", newId("cnt")), { title: text });
    }
    await op.commit();
  }
}

async function growth(): Promise<Row> {
  const dir = await Deno.makeTempDir();
  const kv = await Deno.openKv(`${dir}/kv.sqlite3`);
  await fill(kv, 200);
  await hotCalls(kv);
  const few = median([await hotCalls(kv), await hotCalls(kv)]);
  await fill(kv, 100_000);
  const many = median([await hotCalls(kv), await hotCalls(kv)]);
  kv.close();
  await Deno.remove(dir, { recursive: true });
  return {
    what: "key look-up and admission with 100,000 keys, sessions and items",
    ours: `${Math.round(many)} /s`,
    against: `with 200: ${Math.round(few)} /s`,
    ratio: many / few,
    target: "± 20 %",
    passes: many / few >= 0.8,
  };
}

/** How long it takes to find an answer among so many passages, in milliseconds: the medians of five rounds. */
function findingAmong(count: number): number[] {
  const index = new PassageIndex();
  for (let n = 0; n < count; n += 50) {
    index.set({
      content_id: `cnt_${n}`,
      title: `Notes ${n}`,
      source_url: null,
      passages: Array.from({ length: 50 }, (_, i) => passage(n + i)),
    });
  }
  return Array.from({ length: 5 }, () => {
    const times: number[] = [];
    for (let i = 0; i < 300; i++) {
      const begin = performance.now();
      answerFromIndex(index, question((i * 37) % count));
      times.push(performance.now() - begin);
    }
    return median(times);
  });
}

async function start(): Promise<Row> {
  const begin = performance.now();
  await using app = await startApp({ passages: 50 });
  const [status] = [await fetch(`${app.base}/healthz`)];
  await status.body?.cancel();
  const up = app.up_at - begin;
  return atMost("a cold start to a served page", up, 1_000, "ms");
}

export async function benchGrowth(): Promise<Row[]> {
  const finding = "finding an answer among";
  return [
    await growth(),
    atMost(
      `${finding} 1,000 passages`,
      findingAmong(1_000).map((ms) => ms * 1_000),
      100,
      "µs",
    ),
    atMost(`${finding} 10,000 passages`, findingAmong(10_000), 20, "ms"),
    await start(),
  ];
}

if (import.meta.main) {
  const { printTable } = await import("./report.ts");
  printTable(await benchGrowth());
}

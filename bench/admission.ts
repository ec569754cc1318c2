// One decision of the limiter, in process, durable, 64 in flight: compared with rate-limiter-flexible and with one
// check-and-set per call.
import { systemClock } from "../lib/clock.ts";
import { Admission } from "../lib/limits/admission.ts";
import { load } from "./load.ts";
import { createApiKey } from "../lib/keys/api_keys.ts";
import { verifyApiKey } from "../lib/keys/verification.ts";
import { found, openDomain, tempStore } from "../tests/stores.ts";
import { installPeers, runPeer, startRedis } from "./processes.ts";
import { alternate, atLeast, beside, type Row } from "./report.ts";

const IN_FLIGHT = 64;
const ROUND_MS = 1_000;
const ROUNDS = 5;
const MANY = 1_000;

async function withStore<T>(use: (kv: Deno.Kv) => Promise<T>): Promise<T> {
  const dir = await Deno.makeTempDir();
  const kv = await Deno.openKv(`${dir}/kv.sqlite3`);
  try {
    return await use(kv);
  } finally {
    kv.close();
    await Deno.remove(dir, { recursive: true });
  }
}

/** Decisions a second of the shipped limiter over this many subjects; the size of each commit is added to `batches`. */
export function ours(
  subjects: number,
  batches: number[] = [],
): Promise<number> {
  return withStore(async (kv) => {
    const limiter = new Admission(kv, systemClock(), {
      onBatch: (calls) => batches.push(calls),
    });
    const { rate } = await load(IN_FLIGHT, ROUND_MS, (i) =>
      limiter.admit([{
        policy: "key",
        subject: `key_${i % subjects}`,
        limit: 1e9,
        window_ms: 60_000,
      }]));
    limiter.close();
    return rate;
  });
}

/** Sequential commits a second: the most the disk allows a caller that waits for each. */
function floor(): Promise<number> {
  return withStore(async (kv) =>
    (await load(1, ROUND_MS, (i) => kv.set(["floor"], i))).rate
  );
}

/** The plain way: read, count, check and set, retrying after a conflict. */
function checkAndSet(subjects: number): Promise<number> {
  return withStore(async (kv) => {
    const { rate } = await load(IN_FLIGHT, ROUND_MS, async (i) => {
      const key = ["rate", i % subjects];
      for (;;) {
        const entry = await kv.get<number[]>(key);
        const counts = [...entry.value ?? new Array(60).fill(0)];
        counts[0]++;
        const op = kv.atomic().check(entry).set(key, counts);
        if ((await op.commit()).ok) return;
      }
    });
    return rate;
  });
}

/** Key verifications that charge all of their policies, a second. */
async function verified(): Promise<number> {
  await using store = await tempStore();
  await using domain = await openDomain({ kv_path: store.path });
  const { app } = domain;
  const owner = await found(domain);
  const { twin_id } = owner;
  const made = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      createApiKey(app, owner, {
        twin_id,
        name: `Bench ${n}`,
        type: "secret",
        allowed_domains: [],
        rate_limit_per_minute: 100_000,
      })),
  );
  const { rate } = await load(IN_FLIGHT, ROUND_MS, async (i) => {
    const { key } = await verifyApiKey(app, made[i % 100].key, twin_id);
    await app.admission.admit([{
      policy: "key",
      subject: key.id,
      limit: 1e9,
      window_ms: 60_000,
    }]);
  });
  return rate;
}

/** Decisions of rate-limiter-flexible a second. */
async function flexible(redis: { port: number } | null): Promise<number> {
  if (!redis) return NaN;
  const { redis: rate } = await runPeer<{ redis: number }>(
    "flexible.js",
    ...[IN_FLIGHT, ROUND_MS, MANY, redis.port].map(String),
  );
  return rate;
}

const WHAT = "one admission, durable, 1,000 keys";

function besideRedis(
  { many, always, everysec }: Record<"many" | "always" | "everysec", number[]>,
): Row[] {
  const limiter = "rate-limiter-flexible, Redis";
  const durable: [string, number[]] = [`${limiter} always: durable`, always];
  const lossy = `${limiter} everysec: a second may be lost`;
  return [
    atLeast(WHAT, many, durable, 1, "/s"),
    beside(WHAT, many, [lossy, everysec], "/s"),
  ];
}

export async function benchAdmission(): Promise<Row[]> {
  await installPeers();
  await using always = await startRedis("always");
  await using everysec = await startRedis("everysec");
  const batches: number[] = [];
  const figures = await alternate(ROUNDS, {
    many: () => ours(MANY, batches),
    floor,
    one: () => ours(1),
    verified,
    auth: () =>
      runPeer<number>(
        "hono_better_auth.js",
        ...["verify", IN_FLIGHT, ROUND_MS].map(String),
      ),
    set: () => checkAndSet(MANY),
    always: () => flexible(always),
    everysec: () => flexible(everysec),
  });
  const { many, one } = figures;
  const of_each = batches.reduce((sum, calls) => sum + calls) / batches.length;
  return [
    atLeast(
      WHAT,
      many,
      ["check-and-set per call: durable", figures.set],
      15,
      "/s",
    ),
    ...always ? besideRedis(figures) : [],
    beside(
      `commits of these, ${of_each.toFixed(0)} decisions each`,
      many.map((rate) => rate / of_each),
      ["one commit after another, the floor", figures.floor],
      "/s",
    ),
    atLeast(
      "a key verified and its policy charged, durable",
      figures.verified,
      [
        "better-auth verifyApiKey, SQLite: outlives the process",
        figures.auth,
      ],
      30,
      "/s",
    ),
    atLeast(
      "one admission, durable, one hot key",
      one,
      ["ours with 1,000 keys", many],
      0.8,
      "/s",
    ),
  ];
}

if (import.meta.main) {
  const { printTable } = await import("./report.ts");
  printTable(await benchAdmission());
}

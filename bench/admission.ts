// One decision of the limiter, in process, durable, 64 in flight: ours against rate-limiter-flexible and against a
// check-and-set for each call.
import { systemClock } from "../lib/clock.ts";
import { Admission } from "../lib/limits/admission.ts";
import { load } from "./load.ts";
import { createApiKey } from "../lib/keys/api_keys.ts";
import { verifyApiKey } from "../lib/keys/verification.ts";
import { found, openDomain, tempStore } from "../tests/stores.ts";
import { installPeers, runPeer, startRedis } from "./processes.ts";
import { atLeast, median, type Row } from "./report.ts";

const IN_FLIGHT = 64;
const ROUND_MS = 1_500;
const ROUNDS = 3;
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

/** Decisions a second of the shipped limiter, over so many subjects. */
function ours(subjects: number): Promise<number> {
  return withStore(async (kv) => {
    const limiter = new Admission(kv, systemClock());
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

/** The plain way: read, count, check and set, again where another was first. */
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

/** Keys verified and all of their policies charged, a second. */
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

export async function benchAdmission(): Promise<Row[]> {
  await installPeers();
  await using redis = await startRedis("everysec");
  const rounds: Record<string, number>[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({
      many: await ours(MANY),
      one: await ours(1),
      verified: await verified(),
      auth: await runPeer<number>(
        "hono_better_auth.js",
        ...["verify", IN_FLIGHT, ROUND_MS].map(String),
      ),
      set: await checkAndSet(MANY),
      ...await runPeer<Record<string, number>>(
        "flexible.js",
        ...[IN_FLIGHT, ROUND_MS, MANY, redis?.port ?? 0].map(String),
      ),
    });
  }
  const middle = (name: string) => median(rounds.map((round) => round[name]));
  const what = "one admission, durable";
  return [
    atLeast(
      `${what}, 1,000 keys`,
      middle("many"),
      ["check-and-set per call", middle("set")],
      15,
      "/s",
    ),
    ...redis
      ? [atLeast(
        `${what}, 1,000 keys`,
        middle("many"),
        ["rate-limiter-flexible, Redis everysec", middle("redis")],
        1,
        "/s",
      )]
      : [],
    atLeast(
      "a key verified and its policy charged",
      middle("verified"),
      ["better-auth verifyApiKey, SQLite", middle("auth")],
      30,
      "/s",
    ),
    atLeast(
      `${what}, one hot key`,
      middle("one"),
      ["ours with 1,000 keys", middle("many")],
      0.8,
      "/s",
    ),
  ];
}

if (import.meta.main) {
  const { printTable } = await import("./report.ts");
  printTable(await benchAdmission());
}

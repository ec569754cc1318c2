// One of several processes on one shared store: calls one busy link, 64 at once, until its limit is reached or the time
// is up. Prints how often it was admitted, how often that failed, and how long calls took.
//   DENO_KV_ACCESS_TOKEN=… deno run -A tests/kvconnect/hot_link.ts URL SECONDS LIMIT
import { HOUR, systemClock } from "../../lib/clock.ts";
import { Admission } from "../../lib/limits/admission.ts";
import type { Charge } from "../../lib/limits/rate_limiting.ts";
import { STORE_TIMES } from "../../lib/store/breaker.ts";
import { openStore } from "../../lib/store/open.ts";

const [url, seconds, limit] = Deno.args;
// On a busy machine slow does not mean gone.
const store = await openStore(url, { ...STORE_TIMES, deadline_ms: 30_000 });
const limiter = new Admission(store.kv, systemClock(), { is_shared: true });
const charge: Charge = {
  ...{ policy: "link" as const, subject: "twn_1" },
  ...{ limit: Number(limit), window_ms: HOUR },
};
/** Until all processes have met. */
const MEETING_MS = Math.min(2_000, Number(seconds) * 300);
const begin = performance.now();
const until = begin + Number(seconds) * 1_000;
const times: number[] = [];
const counts = { allowed: 0, failed: 0 };
let is_used_up = false;

async function attempt(): Promise<void> {
  while (performance.now() < until && !is_used_up) {
    const begun = performance.now();
    try {
      const { allowed } = await limiter.admit([charge]);
      if (allowed) counts.allowed++;
      else is_used_up = true;
    } catch {
      counts.failed++;
    }
    if (begun > begin + MEETING_MS) times.push(performance.now() - begun);
  }
}

await Promise.all(Array.from({ length: 64 }, attempt));
times.sort((a, b) => a - b);
const p99_ms = times[Math.floor(times.length * 0.99)] ?? null;
console.log(JSON.stringify({ ...counts, p99_ms }));
await limiter.close();
store.close();
Deno.exit(0);

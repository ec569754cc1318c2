// One of several processes on one store: tries to be admitted this many times, and prints how often it was.
import { HOUR, systemClock } from "../lib/clock.ts";
import { isAppError } from "../lib/errors.ts";
import { Admission } from "../lib/limits/admission.ts";

const [path, attempts, limit] = Deno.args;
const kv = await Deno.openKv(path);
const limiter = new Admission(kv, systemClock());
const counts = { allowed: 0, refused: 0 };
let left = Number(attempts);

async function attempt(): Promise<void> {
  while (left-- > 0) {
    for (;;) {
      try {
        const { allowed } = await limiter.admit([
          {
            policy: "link",
            subject: "twn_1",
            limit: Number(limit),
            window_ms: HOUR,
          },
        ]);
        counts[allowed ? "allowed" : "refused"]++;
        break;
      } catch (error) {
        // The other process locked the store for too long: nothing was counted then.
        if (!isAppError(error)) throw error;
      }
    }
  }
}

await Promise.all(Array.from({ length: 64 }, attempt));
console.log(JSON.stringify(counts));
limiter.close();
kv.close();

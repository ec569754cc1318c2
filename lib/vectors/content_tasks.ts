import type { Context } from "../context.ts";
import { HOUR, MINUTE } from "../clock.ts";
import { describeError } from "../log.ts";
import type { Twin } from "../schemas/twin.ts";
import { commit } from "../store/commit.ts";
import { keys } from "../store/keys.ts";
import { getTwin } from "../twins/twins.ts";

/** What is done for a twin whose content has changed. */
export type ContentTask = (twin: Twin, signal: AbortSignal) => Promise<void>;

/** How often it is looked for changed content, in milliseconds. */
const EVERY_MS = 1_000;
/** Twins looked at in one round. */
const MOST = 200;
/** As long as the work for one twin belongs to one process; and how soon it is tried again after a failure. */
const LEASE_MS = 10 * MINUTE;
const AGAIN_MS = MINUTE;
/** What fails again and again is tried at least this often. */
const LATEST_MS = 6 * HOUR;

/** Until when a twin is left alone, and how often in a row its work has failed. */
type Lease = { until_ms: number; failures: number };

/**
 * Works in the background for twins whose content has changed: one after the other, by one process each, again where it
 * failed. What is to be done stands in the store, so that no stopped process loses it. Owns its timer: `close` ends it.
 */
export class ContentTasks {
  #timer: ReturnType<typeof setInterval> | undefined;
  #stop = new AbortController();
  #round: Promise<void> | null = null;

  begin(app: Context, tasks: readonly ContentTask[]): void {
    this.#timer = setInterval(() => {
      this.#round ??= this.#work(app, tasks)
        .catch((error) => tell(app, error))
        .finally(() => this.#round = null);
    }, EVERY_MS);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#stop.abort();
    await this.#round;
  }

  async #work(app: Context, tasks: readonly ContentTask[]): Promise<void> {
    const due = await Array.fromAsync(
      app.kv.list<string>({ prefix: keys.contentsDue() }, { limit: MOST }),
    );
    for (const entry of due) {
      if (this.#stop.signal.aborted) return;
      await this.#workFor(app, tasks, entry);
    }
  }

  async #workFor(
    app: Context,
    tasks: readonly ContentTask[],
    due: Deno.KvEntry<string>,
  ): Promise<void> {
    const twin_id = String(due.key[1]);
    const lease = keys.contentLease(twin_id);
    const held = await app.kv.get<Lease>(lease);
    const now = app.clock.now();
    const { until_ms, failures } = held.value ?? { until_ms: 0, failures: 0 };
    if (until_ms > now) return;
    const claim = app.kv.atomic().check(held)
      .set(lease, { until_ms: now + LEASE_MS, failures });
    if (!(await commit(claim)).ok) return;
    const twin = await getTwin(app, twin_id);
    let has_failed = false;
    for (const task of tasks) {
      // What one cannot do keeps none of the others.
      await (twin && task(twin, this.#stop.signal).catch((error) => {
        has_failed = true;
        tell(app, error, twin_id);
      }));
    }
    if (has_failed) {
      const wait_ms = Math.min(LATEST_MS, AGAIN_MS * 2 ** failures);
      const next = { until_ms: now + wait_ms, failures: failures + 1 };
      await commit(app.kv.atomic().set(lease, next satisfies Lease));
      return;
    }
    // Changed meanwhile: then it stays due.
    await commit(app.kv.atomic().check(due).delete(due.key));
    await commit(app.kv.atomic().delete(lease));
  }
}

export type WithContentTasks = { tasks: ContentTasks };

function tell(app: Context, error: unknown, twin_id?: string): void {
  app.log("warn", "content_task_failed", {
    twin_id,
    error: describeError(error),
  });
}

import type { Context } from "../context.ts";
import { SECOND } from "../clock.ts";
import { describeError } from "../log.ts";
import { keys } from "../store/keys.ts";
import type { JobKind } from "./kind.ts";
import { type FreeSlot, Lease } from "./lease.ts";
import {
  accountsAfter,
  freeSlots,
  isAnyReady,
  jobAt,
  makeReady,
} from "./ready.ts";
import { runJob } from "./run_job.ts";

/** How often it is looked for jobs, and at least how often where none has been found for long, in milliseconds. */
const EVERY_MS = SECOND;
const QUIET_MS = 4 * SECOND;
/** Jobs of an account that are looked at for one that can be run; those that cannot are fewer. */
const LOOKED_AT = 50;

/**
 * Runs the jobs of a store, beside the runners of other processes. Jobs of one kind hold up none of another, and jobs
 * of one account none of another account. Owns its timers: `close` stops what runs, gives it back and waits for it.
 */
export class JobRunner {
  #app: Context | null = null;
  #kinds: Record<string, JobKind> = {};
  #looking: ReturnType<typeof setTimeout> | undefined;
  #renewing: ReturnType<typeof setInterval> | undefined;
  #renewal: Promise<unknown> | null = null;
  #round: Promise<void> | null = null;
  #is_called_again = false;
  #has_found = false;
  #has_failed = false;
  #closing = false;
  #running = new Map<Lease, Promise<void>>();
  /** The account after which the next round begins, a kind. */
  #last_account = new Map<string, string>();

  /** How many run here. */
  get running(): number {
    return this.#running.size;
  }

  /** Begins to look for jobs. Without `every_ms` of its own once a second; with 0 only when it is called. */
  begin(
    app: Context,
    kinds: Record<string, JobKind>,
    every_ms = EVERY_MS,
  ): void {
    this.#app = app;
    this.#kinds = kinds;
    if (every_ms === 0) return;
    // Apart from the rounds: one that takes long, on a slow store, must cost no lease.
    this.#renewing = setInterval(() => void this.#renew(), every_ms);
    this.#lookAfter(every_ms, every_ms);
  }

  /** Looks for jobs now; resolves when all are begun that can be. */
  async wake(): Promise<void> {
    this.#is_called_again = true;
    await (this.#round ??= this.#rounds());
  }

  /** Resolves when no job runs here and none is ready. */
  async idle(): Promise<void> {
    await this.wake();
    while (this.#running.size > 0) {
      await Promise.all(this.#running.values());
      await this.wake();
    }
  }

  /** Stops a job at once if it runs here. Elsewhere it ends with its next commit, or when its lease is renewed. */
  stop(job_id: string): void {
    for (const lease of this.#running.keys()) {
      if (lease.job.id === job_id) lease.stop();
    }
  }

  async close(): Promise<void> {
    this.#closing = true;
    clearTimeout(this.#looking);
    await this.#round;
    for (const lease of this.#running.keys()) lease.stop();
    await Promise.all(this.#running.values());
    clearInterval(this.#renewing);
    await this.#renewal;
  }

  /** An idle store is asked less and less often: whoever is in a hurry calls `wake`. */
  #lookAfter(wait_ms: number, every_ms: number): void {
    this.#looking = setTimeout(async () => {
      await this.wake();
      const is_quiet = !this.#has_found && this.#running.size === 0;
      const longest_ms = Math.max(QUIET_MS, every_ms);
      const next_ms = is_quiet ? Math.min(wait_ms * 2, longest_ms) : every_ms;
      if (!this.#closing) this.#lookAfter(next_ms, every_ms);
    }, wait_ms);
  }

  async #rounds(): Promise<void> {
    // Not before it is known as what runs.
    await null;
    const app = this.#app;
    while (app && this.#is_called_again && !this.#closing) {
      this.#is_called_again = false;
      try {
        await this.#renew();
        this.#has_found = await this.#lookFor(app);
        this.#has_failed = false;
      } catch (error) {
        // The store does not answer, say; the next round comes.
        if (!this.#has_failed) {
          app.log("warn", "jobs_failed", { error: describeError(error) });
        }
        this.#has_failed = true;
      }
    }
    // At once with the last look at whether it is called again: no call is lost between the two.
    this.#round = null;
  }

  /** Begins what can be begun; returns whether there was anything to be done. */
  async #lookFor(app: Context): Promise<boolean> {
    const were_due = await makeReady(app);
    if (!await isAnyReady(app.kv)) return were_due;
    for (const [name, kind] of Object.entries(this.#kinds)) {
      await this.#claimSome(app, name, kind);
    }
    return true;
  }

  async #renew(): Promise<void> {
    const renewAll = () =>
      Promise.all([...this.#running.keys()].map((lease) =>
        // A store that does not answer is asked again in time, and says so to whoever looks for jobs.
        lease.renew().catch(() => {})
      ));
    this.#renewal ??= renewAll().finally(() => this.#renewal = null);
    await this.#renewal;
  }

  #room(name: string, { at_once }: JobKind): number {
    const leases = [...this.#running.keys()];
    return at_once - leases.filter(({ job }) => job.kind === name).length;
  }

  /** Begins jobs of one kind as long as there is room: an account after the other, so that none is always last. */
  async #claimSome(app: Context, name: string, kind: JobKind): Promise<void> {
    const first = this.#last_account.get(name) ?? "";
    for await (const account of accountsAfter(app.kv, name, first)) {
      const room = this.#room(name, kind);
      if (room <= 0 || this.#closing) return;
      const free = (await freeSlots(app, name, account, kind.each))
        .slice(0, room);
      if (free.length === 0) continue;
      this.#last_account.set(name, account);
      await this.#claimOf(app, { name, kind, account }, free);
    }
  }

  async #claimOf(
    app: Context,
    { name, kind, account }: { name: string; kind: JobKind; account: string },
    free: FreeSlot[],
  ): Promise<void> {
    const prefix = keys.jobsReady(name, account);
    const ready = app.kv.list<string>({ prefix }, { limit: LOOKED_AT });
    for await (const place of ready) {
      const found = await jobAt(app, place);
      if (!found) continue;
      const slot = free.shift();
      if (!slot) return;
      const lease = await Lease.claim(app, found, slot);
      if (lease) this.#begin(app, lease, kind);
    }
  }

  #begin(app: Context, lease: Lease, kind: JobKind): void {
    const end = runJob(app, lease, kind, () => this.#closing)
      .finally(() => {
        this.#running.delete(lease);
        // Another may have waited for its place.
        if (!this.#closing) void this.wake();
      });
    this.#running.set(lease, end);
  }
}

export type WithJobs = { jobs: JobRunner };

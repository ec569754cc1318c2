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

/** How often to look for jobs, at first and after a long idle time, in milliseconds. */
const EVERY_MS = SECOND;
const QUIET_MS = 4 * SECOND;
/** How many of an account's jobs are checked to find one that can run; fewer than this are blocked. */
const LOOKED_AT = 50;

/**
 * Runs the jobs of a store, alongside the runners of other processes. Jobs of one kind do not hold up another kind,
 * nor those of one account another account. Owns its timers: `close` stops running jobs, returns them and waits for
 * them.
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
  /** Per kind, the account after which the next round starts. */
  #last_account = new Map<string, string>();

  /** How many jobs run here. */
  get running(): number {
    return this.#running.size;
  }

  /** Starts looking for jobs: every `every_ms`, by default once a second; 0 for only when called. */
  begin(
    app: Context,
    kinds: Record<string, JobKind>,
    every_ms = EVERY_MS,
  ): void {
    this.#app = app;
    this.#kinds = kinds;
    if (every_ms === 0) return;
    // Separate from the rounds: a long one, on a slow store, must not cost a lease.
    this.#renewing = setInterval(() => void this.#renew(), every_ms);
    this.#lookAfter(every_ms, every_ms);
  }

  /** Looks for jobs now; resolves when all that can run have started. */
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

  /** Checks an idle store less and less often: call `wake` to run a job at once. */
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
    // Only after it is registered as the running round.
    await null;
    const app = this.#app;
    while (app && this.#is_called_again && !this.#closing) {
      this.#is_called_again = false;
      try {
        await this.#renew();
        this.#has_found = await this.#lookFor(app);
        this.#has_failed = false;
      } catch (error) {
        // The store may not respond; the next round tries again.
        if (!this.#has_failed) {
          app.log("warn", "jobs_failed", { error: describeError(error) });
        }
        this.#has_failed = true;
      }
    }
    // In the same turn as the last check for another call, so that no call is lost in between.
    this.#round = null;
  }

  /** Starts what can be started; returns whether there was anything to do. */
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
        // If the store does not respond, the lease is renewed in time later, and the search for jobs reports it.
        lease.renew().catch(() => {})
      ));
    this.#renewal ??= renewAll().finally(() => this.#renewal = null);
    await this.#renewal;
  }

  #room(name: string, { at_once }: JobKind): number {
    const leases = [...this.#running.keys()];
    return at_once - leases.filter(({ job }) => job.kind === name).length;
  }

  /** Starts jobs of one kind while there is room, one account after the other, so that none is always last. */
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
        // Another may have waited for this slot.
        if (!this.#closing) void this.wake();
      });
    this.#running.set(lease, end);
  }
}

export type WithJobs = { jobs: JobRunner };

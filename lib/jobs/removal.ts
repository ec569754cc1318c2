import type { Context } from "../context.ts";
import type { Job } from "../schemas/job.ts";
import { commit, commitWithRetry } from "../store/commit.ts";
import { keys } from "../store/keys.ts";
import { freeSlot, JOB_KEPT_MS, placesOf } from "./jobs.ts";

/** Removes an ended job; run by the sweep. A resumed one stays. */
export async function removeEndedJob(
  app: Pick<Context, "kv" | "clock">,
  key: Deno.KvKey,
): Promise<null> {
  const entry = await app.kv.get<Job>(key);
  if (!entry.value?.ended_at) return null;
  const kept_until = Date.parse(entry.value.ended_at) + JOB_KEPT_MS;
  // It has ended again since, with its own note.
  if (kept_until > app.clock.now()) return null;
  await commit(
    app.kv.atomic().check(entry).delete(key)
      .delete(keys.jobProgress(entry.value.id)),
  );
  return null;
}

/** Removes all jobs of a deleted subject. Runs still in progress can commit nothing more. */
export async function removeJobsOf(
  kv: Deno.Kv,
  subject: string,
): Promise<void> {
  for await (const { key } of kv.list<Job>({ prefix: keys.jobs(subject) })) {
    await commitWithRetry(kv, async (op) => {
      const entry = await kv.get<Job>(key);
      if (entry.value === null) return;
      await freeSlot(kv, op, entry.value);
      for (const place of placesOf(entry.value)) op.delete(place);
      op.check(entry).delete(key).delete(keys.jobLease(entry.value.id))
        .delete(keys.jobProgress(entry.value.id));
    });
  }
}

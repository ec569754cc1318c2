// Rules for background work, for outgoing messages, and for the sweep.
import { isLive, placesOf, type Slot } from "../../lib/jobs/jobs.ts";
import type { Job } from "../../lib/schemas/job.ts";
import type { Twin } from "../../lib/schemas/twin.ts";
import type { Webhook } from "../../lib/schemas/webhook.ts";
import { keys } from "../../lib/store/keys.ts";
import { HOUR } from "../../lib/clock.ts";
import { each, hasSweepEntry, part, type Rule } from "./rule.ts";
import { type StoreView, textOf } from "./store_view.ts";

function jobsById(store: StoreView): Map<string, Job> {
  return new Map(store.values<Job>(["jobs"]).map((job) => [job.id, job]));
}

/** A rule for entries under a job's id, with that job. */
function ofJobs<T>(
  name: string,
  first: string,
  isKept: (job: Job | undefined, value: T) => boolean,
  idOf: (key: Deno.KvKey, value: T) => string = (key) => part(key, 1),
): Rule {
  return {
    name,
    broken(store) {
      const jobs = jobsById(store);
      return store.under<T>([first])
        .filter(({ key, value }) => !isKept(jobs.get(idOf(key, value)), value))
        .map(({ key }) => textOf(key));
    },
  };
}

const JOBS: Rule[] = [
  each<string>(
    "a job that lies ready is one that waits, or a standing one",
    "jobs_ready",
    ({ key, value: subject }, store) => {
      const [, kind, , id] = key.map(String);
      const job = store.get<Job>(keys.job(subject, id));
      return id === `job_${kind}_${subject}` ||
        job?.state === "queued" && job.at_ms === null;
    },
  ),
  each<string>(
    "a job that waits for a moment is there and waits for that one",
    "jobs_later",
    ({ key, value: subject }, store) => {
      const job = store.get<Job>(keys.job(subject, part(key, 2)));
      return job !== undefined && isLive(job) && job.at_ms === key[1];
    },
  ),
  each<Job>(
    "a job that has not ended lies in its place, and one that has in none",
    "jobs",
    ({ value }, store) => {
      const { kind, subject, id, at_ms } = value;
      return isLive(value)
        ? placesOf(value).every((key) => store.has(key))
        : id === `job_${kind}_${subject}` ||
          placesOf({ ...value, state: "queued", at_ms }).every((key) =>
            !store.has(key)
          );
    },
  ),
  each<Job>(
    "a job that runs has its lease, and one that does not has none",
    "jobs",
    ({ value: { id, state, fence } }, store) =>
      store.get(keys.jobLease(id)) ===
        (state === "running" ? fence : undefined),
  ),
  each<Job>(
    "a job that has ended is noted for the sweep",
    "jobs",
    ({ key, value }, store) =>
      value.ended_at === null || store.isNoted("job", key),
  ),
  ofJobs<number>(
    "a lease is that of a job's present run",
    "job_leases",
    (job, fence) => job?.state === "running" && job.fence === fence,
  ),
  ofJobs<Slot>(
    "a place for jobs is taken by one that runs",
    "job_slots",
    (job) => job?.state === "running" && job.slot !== null,
    (_, { job_id }) => job_id,
  ),
  ofJobs(
    "progress is that of a job",
    "job_progress",
    (job) => job !== undefined,
  ),
];

function webhooks(store: StoreView): Map<string, Webhook> {
  return new Map(
    store.values<Webhook>(["webhooks"]).map((one) => [one.id, one]),
  );
}

const OUTSIDE: Rule[] = [
  ...["webhook_standings", "webhook_deliveries"].map((first): Rule => ({
    name: `what lies under ${first} is a webhook's that is there`,
    broken(store) {
      const there = webhooks(store);
      return store.under([first]).filter(({ key }) => !there.has(part(key, 1)))
        .map(({ key }) => textOf(key));
    },
  })),
  each<Webhook>(
    "a webhook is a twin's, which knows of it while it is on",
    "webhooks",
    ({ value: { id, twin_id, off_at } }, store) => {
      const twin = store.get<Twin>(keys.twin(twin_id));
      const knows = twin?.webhooks?.some((one) => one.id === id) ?? false;
      return twin !== undefined && knows === (off_at === null);
    },
  ),
  each<Twin>(
    "the webhooks that a twin tells are there",
    "twins",
    ({ value: { tenant_id, webhooks = [] } }, store) =>
      webhooks.every(({ id }) => store.has(keys.webhook(tenant_id, id))),
  ),
  each<{ tenant_id: string; id: string }>(
    "a channel is listed by its team",
    "channels",
    ({ value: { tenant_id, id } }, store) =>
      store.has([...keys.channelsByTenant(tenant_id), id]),
  ),
  each(
    "a team's channel is there",
    "channels_by_tenant",
    ({ key }, store) => store.has(keys.channel(part(key, 2))),
  ),
];

const EXPIRING: Rule[] = [
  hasSweepEntry("dashboard_session", "dashboard_sessions"),
  hasSweepEntry("rate_limit", "rate_limit_tracking"),
  hasSweepEntry("session", "sessions"),
  hasSweepEntry("content_change", "content_changes"),
  hasSweepEntry("deleted_content", "deleted_content"),
  hasSweepEntry("dismissed", "dismissed"),
  hasSweepEntry("dismissed_finding", "dismissed_findings"),
  hasSweepEntry("invitation", "user_invitations"),
  hasSweepEntry("delete", "user_invitations_by_token"),
  hasSweepEntry("delete", "password_resets"),
  hasSweepEntry("delete", "refusals"),
  hasSweepEntry("delete", "idempotency"),
  hasSweepEntry("delete", "letters"),
  hasSweepEntry("delete", "letters_by_session"),
  hasSweepEntry("delete", "key_origins"),
  hasSweepEntry("delete", "webhook_deliveries"),
  hasSweepEntry("delete", "webhook_answers"),
  hasSweepEntry("delete", "channel_messages"),
  hasSweepEntry("channel_person", "channel_people"),
  hasSweepEntry("quotes", "quotes", 3),
  hasSweepEntry("opens", "opens", 3),
  hasSweepEntry("intake", "intakes"),
  hasSweepEntry("trial", "trials"),
];

const SWEPT: Rule[] = [
  {
    name: "nothing that is due is left by a sweep",
    broken: (store) => store.overdue().map(({ key }) => textOf(key)),
  },
  each(
    "no mark of a commit outlives its two hours",
    "commit_marks",
    ({ key }, { now_ms }) => Number(key[1]) >= Math.floor(now_ms / HOUR) - 1,
  ),
  {
    name: "every entry lies under a key of the table",
    broken(store) {
      const known = new Set(
        Object.values(keys).map((key) =>
          (key as (...args: unknown[]) => Deno.KvKey)("", "", [], "", "")[0]
        ),
      );
      const found = new Set<string>();
      for (const { key } of store.all()) {
        if (!known.has(key[0])) found.add(part(key, 0));
      }
      return [...found];
    },
  },
];

export const WORK_RULES: Rule[] = [...JOBS, ...OUTSIDE, ...EXPIRING, ...SWEPT];

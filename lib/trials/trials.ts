import type { Owner } from "../actor.ts";
import type { Context } from "../context.ts";
import type { WithAdmission } from "../limits/admission.ts";
import type { WithJobs } from "../jobs/runner.ts";
import { DAY, iso, SECOND } from "../clock.ts";
import { newId } from "../crypto/ids.ts";
import { newToken, sha256 } from "../crypto/secrets.ts";
import { AppError } from "../errors.ts";
import { enqueue } from "../jobs/jobs.ts";
import { admitOrThrow, trialCharge } from "../limits/policies.ts";
import type { StoredProgress } from "../schemas/job.ts";
import type {
  Trial,
  TrialPage,
  TrialProgress,
  TrialView,
} from "../schemas/trial.ts";
import type { Twin } from "../schemas/twin.ts";
import { commitWithRetry } from "../store/commit.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";
import { getTwin, setTwin } from "../twins/twins.ts";
import { viewPublicTwin } from "../twins/twin_views.ts";
import { endTrial } from "./removal.ts";
import { takeSlot } from "./slots.ts";

/** How long a trial lasts if nobody takes it over. */
export const TRIAL_MS = DAY;
/** A reading without updates for this long died with its process. */
const LONGEST_READING_MS = 60 * SECOND;

/** The job kind that reads a trial's site. The name is stored, so it cannot change. */
export const TRIAL_JOB = "trial";

/** A live trial, with its twin. */
export type LiveTrial = { trial: Trial; twin: Twin };

/** Who starts a trial. */
export type TriedFrom = {
  /** The client's address, as limits count it. */
  address: string;
  /** The token of this browser's previous trial, which ends with this one. */
  previous: string | null;
};

type Begin = Pick<Trial, "url"> & TriedFrom & {
  /** The twin's preliminary name. */
  name: string;
};

export type BeginDeps = Context & WithAdmission & WithJobs;

/**
 * Starts a trial and returns the token for its browser's cookie; the store gets only the SHA-256. A job reads its
 * site. Throws `forbidden` if sign-up is closed, `rate_limited` beyond 3 an hour per address, or 200 live ones in
 * total, checked by this very commit.
 */
export async function beginTrial(
  app: BeginDeps,
  { url, name, address, previous }: Begin,
): Promise<string> {
  if (app.config.signup === "closed") {
    throw new AppError(
      "forbidden",
      "Sign-up is closed here, so there is nothing to try. Ask someone who has an account to invite you.",
    );
  }
  const charges = [trialCharge(app, address)];
  await admitOrThrow(app, charges);
  const token = newToken();
  await commitWithRetry(app.kv, async (op) => {
    const old = previous ? await getTrial(app, previous) : null;
    if (old) await endTrial(app, op, old.trial.token_hash);
    const now = app.clock.now();
    const ends_ms = now + TRIAL_MS;
    const token_hash = sha256(token);
    const tenant_id = newId("tnt", now);
    const slot = await takeSlot(app, op, token_hash, {
      until_ms: ends_ms,
      freed: old?.trial.slot,
    });
    const actor = { tenant_id, user_id: tenant_id, user_name: TRIAL_NAME };
    const twin = setTwin(app, op, actor, { name, trial_ends_ms: ends_ms });
    const key = keys.trial(token_hash);
    const trial: Trial = {
      ...{ token_hash, tenant_id, twin_id: twin.id, slot, url },
      status: url === null ? "ready" : "reading",
      job_id: null,
      problem: null,
      created_at: iso(now),
      expires_at: iso(ends_ms),
    };
    if (url !== null) {
      const job = { account: tenant_id, subject: twin.id };
      const input = { token_hash };
      trial.job_id = enqueue(app, op, { kind: TRIAL_JOB, ...job, input });
    }
    op.check({ key, versionstamp: null }).set(key, trial)
      .set(expiryKey(ends_ms, "trial", key), null);
  }).catch(async (error) => {
    await app.admission.refund(charges);
    throw error;
  });
  void app.jobs.wake();
  return token;
}

/** The author of a trial's content in the audit log, which goes to whoever takes the trial over. */
const TRIAL_NAME = "Before sign-up";

/** The actor of a trial: valid while it lasts and nobody has taken it over. */
export function holderOf({ tenant_id, token_hash }: Trial): Owner {
  return {
    ...{ user_id: tenant_id, user_name: TRIAL_NAME, email: "" },
    ...{ tenant_id, role: "owner", session_hash: "" },
    trial: { hash: token_hash },
  };
}

/** The trial of a browser's token; null for an unknown token, one taken over, or an expired one. */
export async function getTrial(
  app: Context,
  token: string,
): Promise<LiveTrial | null> {
  const { value } = await app.kv.get<Trial>(keys.trial(sha256(token)));
  if (!value || Date.parse(value.expires_at) <= app.clock.now()) return null;
  const twin = await getTwin(app, value.twin_id);
  return twin && { trial: value, twin };
}

/** Like `getTrial`. Throws the same `not_found` instead of returning null. */
export async function requireTrial(
  app: Context,
  token: string | null,
): Promise<LiveTrial> {
  const live = token === null ? null : await getTrial(app, token);
  if (live) return live;
  throw new AppError(
    "not_found",
    "There is nothing here. A trial twin can be seen only in the browser that made it, for 24 hours.",
  );
}

/** Like `requireTrial`, for a trial whose twin can be asked. Throws `conflict` if it has no content yet. */
export async function requireReadyTrial(
  app: Context,
  token: string | null,
): Promise<LiveTrial> {
  const live = await requireTrial(app, token);
  if (live.trial.status === "ready") return live;
  throw new AppError(
    "conflict",
    "This twin knows nothing yet. Wait until its site is read.",
  );
}

/** The view of a trial for its browser. */
export async function viewTrial(
  app: Context,
  { trial, twin }: LiveTrial,
): Promise<TrialView> {
  const { status, problem } = standing(app, trial);
  return {
    status,
    pages: await pagesOf(app, trial),
    ...problem === null ? {} : { problem },
    ...status === "ready" ? { twin: viewTrialTwin(app, twin) } : {},
  };
}

async function pagesOf(app: Context, { job_id }: Trial): Promise<TrialPage[]> {
  if (job_id === null) return [];
  const { value } = await app.kv.get<StoredProgress>(keys.jobProgress(job_id));
  return (value?.memo as TrialProgress | undefined)?.pages ?? [];
}

/** A trial's twin for its own browser: only that one sees its picture. */
export function viewTrialTwin(app: Context, twin: Twin) {
  const view = viewPublicTwin(app, twin);
  return {
    ...view,
    avatar_url: view.avatar_url &&
      `${app.config.base_url}/trial/picture/${twin.avatar_version}`,
  };
}

/** The state of a trial: a reading whose process died has failed. */
function standing(
  app: Context,
  { status, problem, created_at }: Trial,
): Pick<Trial, "status" | "problem"> {
  const since_ms = app.clock.now() - Date.parse(created_at);
  if (status !== "reading" || since_ms < LONGEST_READING_MS) {
    return { status, problem };
  }
  return {
    status: "failed",
    problem: "Reading this site took too long. Try again.",
  };
}

/** Changes a live trial. Throws `not_found` if it has ended. */
export async function changeTrial(
  app: Context,
  token_hash: string,
  change: (
    trial: Trial,
    op: Deno.AtomicOperation,
  ) => Partial<Trial> | Promise<Partial<Trial>>,
): Promise<void> {
  await commitWithRetry(app.kv, async (op) => {
    const entry = await app.kv.get<Trial>(keys.trial(token_hash));
    if (!entry.value) {
      throw new AppError("not_found", "This trial has ended. Start a new one.");
    }
    const changed = await change(entry.value, op);
    op.check(entry).set(entry.key, { ...entry.value, ...changed });
  });
}

// An import is saved by the request that asks for it. If its process dies midway, a job saves the rest.
import { type Beginner, beginnerOf, type Editor, outliving } from "../actor.ts";
import { commitAs } from "../authority.ts";
import { MINUTE } from "../clock.ts";
import type { WithPassages } from "../content/content.ts";
import type { Added } from "../content/readings.ts";
import type { Context } from "../context.ts";
import { type AppError, invalidInput, isAppError } from "../errors.ts";
import type { JobKind } from "../jobs/kind.ts";
import { enqueue, isLive, withdrawJob } from "../jobs/jobs.ts";
import type { Intake } from "../schemas/intake.ts";
import type { Job } from "../schemas/job.ts";
import { commitWithRetry } from "../store/commit.ts";
import { keys } from "../store/keys.ts";
import { requireIntakeEntry, type ReviewedImport } from "./intakes.ts";
import { saveChosen } from "./save.ts";

/** The kind of job that saves an import. */
const SAVE_IMPORT = "save_import";
/** How long a request has to save it alone; a job that then helps does no harm. */
const AFTER_MS = MINUTE;

type Input = { intake: ReviewedImport; by: Beginner };

/** The result of saving an import. What was saved before an error stays saved, and the rest waits. */
export type Saved = { added: Added; error?: AppError };

/**
 * Saves the chosen items, each once, whatever happens in between; when all are saved, the import is deleted. Throws
 * `invalid_input` if none is chosen. If this process ends early, the rest is saved within minutes.
 */
export async function saveIntake(
  app: Context & WithPassages,
  editor: Editor,
  { id, twin_id, source_ids }: Intake,
): Promise<Saved> {
  const intake = { id, twin_id, source_ids };
  const job_id = await enqueueSave(app, editor, intake);
  const { added, chosen, error } = await saveChosen(app, editor, intake);
  await commitWithRetry(
    app.kv,
    (op) => withdrawJob(app, op, twin_id, job_id),
  );
  if (chosen > 0) return { added, error };
  throw invalidInput("add", "Nothing is chosen. Choose what to save.");
}

/** Enqueues a job that saves the import unless it is done by then. Returns the job's id. */
async function enqueueSave(
  app: Context,
  editor: Editor,
  intake: ReviewedImport,
): Promise<string> {
  const { twin_id, id } = intake;
  return await commitAs(app, editor, async (op) => {
    const entry = await requireIntakeEntry(app, editor, twin_id, id);
    const { save_job } = entry.value;
    const known = save_job &&
      await app.kv.get<Job>(keys.job(twin_id, save_job));
    if (save_job && known && known.value && isLive(known.value)) {
      return save_job;
    }
    const job_id = enqueue(app, op, {
      kind: SAVE_IMPORT,
      account: editor.tenant_id,
      subject: twin_id,
      input: { intake, by: beginnerOf(editor) } satisfies Input,
      at_ms: app.clock.now() + AFTER_MS,
    });
    op.check(entry).set(entry.key, { ...entry.value, save_job: job_id });
    return job_id;
  });
}

/** The job kind that saves the rest of an interrupted import. */
export function savingOfImports(
  app: Context & WithPassages,
): Record<string, JobKind> {
  return {
    [SAVE_IMPORT]: {
      async run(lease) {
        const { intake, by } = lease.job.input as Input;
        const editor = outliving(by, lease.job.account);
        const { error } = await saveChosen(app, editor, intake, lease);
        if (error) throw error;
      },
      retry_ms: [MINUTE, 10 * MINUTE],
      isFinal: (error) => isAppError(error) && error.code !== "unavailable",
      at_once: 2,
      each: 1,
    },
  };
}

import { z } from "zod";
import { sourceChange } from "../schemas/source.ts";
import {
  deleteSource,
  listSources,
  readSourceAgain,
  updateSource,
} from "../sources/sources.ts";
import {
  cancelTwinJob,
  listTwinJobs,
  retryTwinJob,
} from "../twins/twin_jobs.ts";
import type { MemberCall } from "./access.ts";
import { redirectWithFlash } from "./flash.ts";
import { type EditorAction, editorAction } from "./form.ts";

const ofSource = z.object({ source_id: z.string().default("") });
const ofJob = z.object({ job_id: z.string().default("") });

/** A twin's sources, each with the job that read it last, and the other background jobs. */
export async function loadSources({ app, actor }: MemberCall, twin_id: string) {
  const [sources, jobs] = await Promise.all([
    listSources(app, actor, twin_id, { limit: 100 }),
    listTwinJobs(app, actor, twin_id, { limit: 100 }),
  ]);
  const by_id = new Map(jobs.items.map((job) => [job.id, job]));
  return {
    sources: sources.items.map((source) => ({
      source,
      job: by_id.get(source.job_id) ?? null,
    })),
    others: jobs.items.filter(({ kind }) => kind !== "source"),
  };
}

/** Every form of the sources page, by its `action`. */
export function sourceActions(twin_id: string): Record<string, EditorAction> {
  return {
    read: editorAction({
      schema: ofSource,
      async run(page, { source_id }) {
        const { app, editor } = page;
        const { url } = await readSourceAgain(app, editor, twin_id, source_id);
        return redirectWithFlash(page, `${url} is being read.`);
      },
    }),
    change: editorAction({
      schema: ofSource.extend(sourceChange.shape),
      fields: ({ publish, ...rest }) => ({
        ...rest,
        publish: publish === "on",
      }),
      async run(page, { source_id, ...change }) {
        const { app, editor } = page;
        await updateSource(app, editor, twin_id, source_id, change);
        return redirectWithFlash(page, "Saved.");
      },
    }),
    remove: editorAction({
      schema: ofSource,
      async run(page, { source_id }) {
        await deleteSource(page.app, page.editor, twin_id, source_id);
        return redirectWithFlash(page, "Removed. What was read from it stays.");
      },
    }),
    cancel_job: editorAction({
      schema: ofJob,
      async run(page, { job_id }) {
        await cancelTwinJob(page.app, page.editor, twin_id, job_id);
        return redirectWithFlash(
          page,
          "Stopped. What it has done so far stays.",
        );
      },
    }),
    retry_job: editorAction({
      schema: ofJob,
      async run(page, { job_id }) {
        await retryTwinJob(page.app, page.editor, twin_id, job_id);
        return redirectWithFlash(page, "It continues where it stopped.");
      },
    }),
  };
}

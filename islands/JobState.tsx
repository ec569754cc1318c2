import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../components/ui/Button.tsx";
import { Disclosure } from "../components/ui/Disclosure.tsx";
import type { JobView } from "../lib/schemas/job.ts";

type Props = {
  job: JobView;
  twin_id: string;
  can_edit: boolean;
  /** What it is about, for a screen reader. */
  of: string;
  /** The page is reloaded once the job has ended. */
  reloads?: boolean;
};

const POLL_MS = 1_500;

const STATES: Record<JobView["state"], string> = {
  queued: "Waiting for its turn",
  running: "Under way",
  done: "Done",
  failed: "Failed",
  cancelled: "Stopped",
};

/** Shows the progress of a job, and refreshes by itself. */
export default function JobState(
  { job, twin_id, can_edit, of, reloads }: Props,
) {
  const now = useSignal(job);
  const { id, state, progress, problems } = now.value;
  const is_live = state === "queued" || state === "running";
  useEffect(() => {
    if (!is_live) return;
    const timer = setInterval(async () => {
      const response = await fetch(`/twins/${twin_id}/jobs/${id}`)
        .catch(() => null);
      if (!response?.ok) return;
      now.value = await response.json();
      const { state } = now.value;
      if (reloads && state !== "queued" && state !== "running") {
        location.reload();
      }
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [is_live]);
  const { done, total, note } = progress;
  const does = is_live ? "cancel_job" : state === "done" ? null : "retry_job";
  return (
    <div class="space-y-2 text-sm">
      <div class="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" class={state === "failed" ? "text-bad" : "text-muted"}>
          {STATES[state]}
          {total !== null && `: ${done} of ${total}`}
          {note && `. ${note}`}.
        </p>
        {can_edit && does && (
          <form method="post">
            <input type="hidden" name="job_id" value={id} />
            <Button
              look="plain"
              size="sm"
              name="action"
              value={does}
              aria-label={`${is_live ? "Stop" : "Try again"}: ${of}`}
            >
              {is_live ? "Stop" : "Try again"}
            </Button>
          </form>
        )}
      </div>
      {state === "running" && total !== null && (
        <progress
          value={done}
          max={total}
          aria-label={`Progress: ${of}`}
          class="w-full max-w-md"
        />
      )}
      {problems.length > 0 && (
        <Disclosure
          title={problems.length === 1
            ? "1 problem"
            : `${problems.length} problems`}
          open={state === "failed"}
          of={of}
        >
          <ul class="space-y-1">
            {problems.map(({ what, detail }, i) => (
              <li key={i} class="wrap-anywhere">
                <bdi>{what}</bdi>: {detail}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

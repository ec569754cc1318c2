import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ActionButton } from "../components/ui/ActionForm.tsx";
import { Disclosure } from "../components/ui/Disclosure.tsx";
import type { JobView } from "../lib/schemas/job.ts";

type Props = {
  job: JobView;
  twin_id: string;
  can_edit: boolean;
  /** What it is about, for screen readers. */
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

function isLive(state: JobView["state"]): boolean {
  return state === "queued" || state === "running";
}

/** The current state of a job, polled until it has ended. */
function useJob(job: JobView, twin_id: string, reloads = false): JobView {
  const now = useSignal(job);
  const { id, state } = now.value;
  useEffect(() => {
    if (!isLive(state)) return;
    const timer = setInterval(async () => {
      const response = await fetch(`/twins/${twin_id}/jobs/${id}`)
        .catch(() => null);
      if (!response?.ok) return;
      now.value = await response.json();
      if (reloads && !isLive(now.value.state)) location.reload();
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [isLive(state)]);
  return now.value;
}

/** Shows the progress of a job and refreshes by itself. */
export default function JobState(
  { job, twin_id, can_edit, of, reloads }: Props,
) {
  const { id, state, progress, problems } = useJob(job, twin_id, reloads);
  const is_live = isLive(state);
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
          <ActionButton
            does={does}
            fields={{ job_id: id }}
            look="plain"
            size="sm"
            aria-label={`${is_live ? "Stop" : "Try again"}: ${of}`}
          >
            {is_live ? "Stop" : "Try again"}
          </ActionButton>
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

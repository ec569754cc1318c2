import type { Overview } from "../../lib/schemas/overview.ts";

type Props = { steps: Overview["steps"]; twin_id: string };

const STEPS = [
  ["has_content", "Write the first thing your twin may know", "content"],
  ["has_public", "Make one piece public", "content"],
  ["is_shared", "Turn your share link on", "share"],
  ["has_key", "Make a key for your site", "api-keys"],
  ["was_asked", "Get the first question", "share"],
] as const;

/** The first steps of a new twin. It ticks itself off, and leaves when all is done. */
export function Checklist({ steps, twin_id }: Props) {
  const done = STEPS.filter(([step]) => steps[step]).length;
  if (done === STEPS.length) return null;
  return (
    <section class="rounded-xl border border-line bg-raised p-5 shadow-xs">
      <h2 class="font-semibold">First steps</h2>
      <p class="mb-3 text-sm text-muted">{done} of {STEPS.length} done</p>
      <ol class="space-y-2 text-sm">
        {STEPS.map(([step, words, page]) => (
          <li key={step} class="flex items-center gap-3">
            <span
              aria-hidden="true"
              class={`grid size-6 shrink-0 place-items-center rounded-full border ${
                steps[step] ? "border-good text-good" : "border-control-line"
              }`}
            >
              {steps[step] ? "✓" : ""}
            </span>
            {steps[step]
              ? (
                <span class="text-muted">
                  {words}
                  <span class="sr-only">: done</span>
                </span>
              )
              : (
                <a
                  class="text-accent underline"
                  href={`/dashboard/${page}?twin=${twin_id}`}
                >
                  {words}
                </a>
              )}
          </li>
        ))}
      </ol>
    </section>
  );
}

import type { ComponentChildren } from "preact";
import { Check } from "lucide-preact";
import type { Overview } from "../../lib/schemas/overview.ts";
import type { TwinView } from "../../lib/schemas/twin.ts";
import { ActionButton } from "../ui/ActionForm.tsx";
import { buttonLook } from "../ui/Button.tsx";
import { Knowing } from "./Knowing.tsx";

type Steps = Overview["steps"];

type Props = {
  twin: TwinView;
  steps: Steps;
  /** Progress of the site read last; null if there is nothing to show. */
  reading: ComponentChildren;
  is_reading: boolean;
  is_owner: boolean;
  readable: string;
};

/** Whether a twin can be talked to anywhere. */
export function isPlaced({ is_shared, has_key }: Steps): boolean {
  return is_shared || has_key;
}

/** Which of the three steps are done. */
export function doneOf(steps: Steps): boolean[] {
  return [
    steps.has_enough,
    steps.has_public && steps.was_tried,
    isPlaced(steps),
  ];
}

/** The three steps to a twin that people can talk to; the first open one shows what to do. */
export function Wizard(
  { twin, steps, reading, is_reading, is_owner, readable }: Props,
) {
  const done = doneOf(steps);
  const open = done.indexOf(false);
  return (
    <ol class="space-y-3">
      <Step
        n={1}
        title="Give it something to know"
        is_done={done[0]}
        is_open={open === 0}
      >
        {reading}
        {steps.has_public && (
          <p class="text-sm text-muted">
            It knows one thing already. A second one makes it a twin.
          </p>
        )}
        {!is_reading && (
          <Knowing
            twin_id={twin.id}
            readable={readable}
            goes_on={steps.has_public}
          />
        )}
      </Step>
      <Step
        n={2}
        title="Ask it something"
        is_done={done[1]}
        is_open={open === 1}
      >
        <p class="text-sm">
          Ask it as a visitor would, in the chat on this page. It answers from
          what you gave it, and says so where it does not know.
        </p>
        <a class={buttonLook({})} href={`?twin=${twin.id}&as=public`}>
          I asked it. What next?
        </a>
      </Step>
      <Step
        n={3}
        title="Put it somewhere"
        is_done={done[2]}
        is_open={open === 2}
      >
        {is_owner
          ? <PublishLinks twin_id={twin.id} />
          : (
            <p class="text-sm text-muted">
              An owner of this team can share it by link or put it on a site.
            </p>
          )}
      </Step>
    </ol>
  );
}

type StepProps = {
  n: number;
  title: string;
  is_done: boolean;
  is_open: boolean;
  children: ComponentChildren;
};

function Step({ n, title, is_done, is_open, children }: StepProps) {
  return (
    <li
      aria-current={is_open ? "step" : undefined}
      class={`min-w-0 rounded-xl border bg-raised p-5 ${
        is_open ? "border-accent shadow-sm" : "border-line"
      }`}
    >
      <h2 class="flex items-center gap-3 font-semibold">
        <span
          aria-hidden="true"
          class={`grid size-8 shrink-0 place-items-center rounded-full text-sm ${
            is_done
              ? "bg-good-soft text-good"
              : is_open
              ? "primary-gradient text-white"
              : "bg-hover text-muted"
          }`}
        >
          {is_done ? <Check size={16} /> : n}
        </span>
        <span class={is_done || is_open ? "" : "text-muted"}>{title}</span>
        {is_done && <span class="sr-only">: done</span>}
      </h2>
      {is_open && <div class="mt-4 space-y-4">{children}</div>}
    </li>
  );
}

/** The two ways to publish a twin. */
function PublishLinks({ twin_id }: { twin_id: string }) {
  return (
    <div class="space-y-3">
      <p class="text-sm">
        Share a page of its own by link, or put it into the corner of your site.
      </p>
      <div class="flex flex-wrap gap-3">
        <ActionButton
          path={`/dashboard/share?twin=${twin_id}`}
          does="share"
          fields={{ back_to: `/dashboard?twin=${twin_id}` }}
        >
          Turn on its link
        </ActionButton>
        <a
          class={buttonLook({ look: "plain" })}
          href={`/dashboard/embed?twin=${twin_id}`}
        >
          Put it on my site
        </a>
      </div>
    </div>
  );
}

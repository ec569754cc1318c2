import type { Overview } from "../../lib/schemas/overview.ts";
import type { TwinView } from "../../lib/schemas/twin.ts";
import { doneOf } from "./Wizard.tsx";

type Props = { twin: TwinView; steps: Overview["steps"] };

/** The one large hero: the new twin, and how many steps are done. */
export function Welcome({ twin, steps }: Props) {
  const done = doneOf(steps).filter(Boolean).length;
  return (
    <header class="hero-gradient on-dark flex flex-wrap items-center justify-between gap-x-8 gap-y-6 rounded-2xl px-6 py-8 text-white shadow-md sm:px-10 sm:py-14">
      <div class="min-w-0 flex-[1_1_20rem]">
        <h1
          dir="auto"
          class="text-3xl font-semibold tracking-tight text-balance wrap-anywhere sm:text-4xl"
        >
          Let’s bring {twin.name} to life
        </h1>
        <p class="mt-3 max-w-prose text-lg text-hero-lead">
          Three steps: give it something to know, ask it something, and put it
          where people are.
        </p>
      </div>
      <Ring done={done} of={3} />
    </header>
  );
}

/** Half its width, in SVG units; the length of its line. */
const RADIUS = 42;
const ROUND = 2 * Math.PI * RADIUS;

function Ring({ done, of }: { done: number; of: number }) {
  return (
    <svg
      viewBox="0 0 100 100"
      role="img"
      aria-label={`${done} of ${of} steps done`}
      class="size-20 shrink-0 sm:size-32"
    >
      <g fill="none" stroke-width="9" transform="rotate(-90 50 50)">
        <circle
          cx="50"
          cy="50"
          r={RADIUS}
          stroke="#fff"
          stroke-opacity="0.25"
        />
        <circle
          cx="50"
          cy="50"
          r={RADIUS}
          stroke="#34d399"
          stroke-linecap="round"
          stroke-dasharray={`${ROUND * done / of} ${ROUND}`}
          stroke-opacity={done > 0 ? 1 : 0}
        />
      </g>
      <text
        x="50"
        y="59"
        text-anchor="middle"
        font-size="26"
        font-weight="600"
        fill="#fff"
      >
        {done}/{of}
      </text>
    </svg>
  );
}

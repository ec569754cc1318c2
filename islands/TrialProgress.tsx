import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Check, LoaderCircle, Minus } from "lucide-preact";
import type { TrialPage, TrialView } from "../lib/schemas/trial.ts";

type Props = { host: string; view: TrialView };

const POLL_MS = 400;

/** Shows the progress of reading a site, and opens its twin when it is done. */
export default function TrialProgress({ host, view }: Props) {
  const now = useSignal(view);
  useEffect(() => {
    const timer = setInterval(async () => {
      const response = await fetch("/trial").catch(() => null);
      if (!response) return;
      if (response.ok) now.value = await response.json();
      if (!response.ok || now.value.status !== "reading") location.reload();
    }, POLL_MS);
    return () => clearInterval(timer);
  }, []);
  const { pages } = now.value;
  return (
    <div class="space-y-4">
      <p role="status" class="font-medium wrap-anywhere">
        {inWords(host, pages)}
      </p>
      <ul class="space-y-2 text-sm">
        {pages.map((page) => <Page key={page.url} {...page} />)}
      </ul>
    </div>
  );
}

function inWords(host: string, pages: TrialPage[]): string {
  const read = pages.filter(({ state }) => state === "read").length;
  if (pages.length <= 1) return `Looking at ${host} …`;
  return `Reading ${host}: ${read} of ${pages.length} pages …`;
}

const STATES = {
  waiting: "",
  reading: "being read",
  read: "read",
  left_out: "left out",
} satisfies Record<TrialPage["state"], string>;

function Page({ url, title, state }: TrialPage) {
  const { pathname } = new URL(url);
  return (
    <li class="flex items-center gap-2.5">
      <span class="grid size-5 shrink-0 place-items-center">
        {state === "read" && <Check size={16} class="text-good" />}
        {state === "reading" && (
          <LoaderCircle size={16} class="spin text-accent" />
        )}
        {state === "left_out" && <Minus size={16} class="text-muted" />}
      </span>
      <span
        class={`min-w-0 truncate ${state === "waiting" ? "text-muted" : ""}`}
      >
        <bdi>{title || (pathname === "/" ? "Home page" : pathname)}</bdi>
      </span>
      <span class="sr-only">{STATES[state]}</span>
    </li>
  );
}

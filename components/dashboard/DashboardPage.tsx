import type { ComponentChildren } from "preact";
import { Head } from "fresh/runtime";
import { Menu } from "lucide-preact";
import type { Frame } from "../../lib/views/frame.ts";
import { Brand } from "../ui/Brand.tsx";
import { Sidebar } from "./Sidebar.tsx";
import { Toast } from "../ui/Toast.tsx";

type Props = {
  frame: Frame;
  title: string;
  /** What this page gives, in a sentence. */
  lead: string;
  /** The page's one primary action, a `Button` or `ModalButton` with the look `hero`. */
  action?: ComponentChildren;
  /** The page's live figure, such as keys in use. */
  figure?: { value: string | number; label: string };
  children: ComponentChildren;
};

const COUNT = new Intl.NumberFormat("en");

/** The frame of the dashboard: where one is, which twin it is about, who is signed in. */
export function DashboardPage(
  { frame, title, lead, action, figure, children }: Props,
) {
  return (
    <div class="frame">
      <Head>
        <title>{`${title} · Twincast`}</title>
        <script type="module" src="/frame.js" />
      </Head>
      <a
        href="#main"
        class="sr-only z-50 rounded-lg bg-raised px-4 py-2 font-medium text-ink shadow-lg focus:not-sr-only focus:fixed focus:start-4 focus:top-4"
      >
        Skip to content
      </a>
      <header class="rail-ground sticky top-0 z-30 flex min-h-14 items-center justify-between gap-3 px-4 desk:hidden">
        <Brand />
        <button
          type="button"
          popovertarget="sidebar"
          class="-me-2 inline-flex min-h-10 items-center gap-2 rounded-lg px-3 text-sm font-medium transition hover:bg-white/10"
        >
          <Menu size={20} /> Menu
        </button>
      </header>
      <Sidebar frame={frame} />
      <main
        id="main"
        tabIndex={-1}
        class="min-w-0 px-4 py-4 outline-none sm:px-6 sm:py-6"
      >
        <div class="mx-auto max-w-6xl space-y-6">
          <Hero title={title} lead={lead} action={action} figure={figure} />
          {children}
        </div>
      </main>
      {frame.done && (
        <Toast look={frame.done.look} undo={frame.done.undo}>
          {frame.done.text}
        </Toast>
      )}
      <p id="said" role="status" class="sr-only" />
    </div>
  );
}

function Hero(
  { title, lead, action, figure }: Omit<Props, "frame" | "children">,
) {
  return (
    <header class="hero-gradient on-dark flex flex-wrap items-end justify-between gap-x-8 gap-y-5 rounded-xl px-6 py-6 text-white shadow-md sm:px-8 sm:py-7">
      <div class="min-w-0 flex-[1_1_20rem]">
        <h1
          dir="auto"
          class="text-xl font-semibold wrap-anywhere sm:text-2xl"
        >
          {title}
        </h1>
        <p
          dir="auto"
          class="mt-1 max-w-prose text-sm wrap-anywhere text-hero-lead sm:text-base"
        >
          {lead}
        </p>
        {action && (
          <div class="mt-5 flex flex-wrap items-center gap-3">{action}</div>
        )}
      </div>
      {figure && (
        <p class="flex shrink-0 flex-wrap items-baseline gap-x-2 sm:flex-col sm:items-end">
          <span class="text-2xl font-semibold tracking-tight tabular-nums sm:text-4xl">
            {typeof figure.value === "number"
              ? COUNT.format(figure.value)
              : figure.value}
          </span>{" "}
          <span class="text-sm text-hero-lead">{figure.label}</span>
        </p>
      )}
    </header>
  );
}

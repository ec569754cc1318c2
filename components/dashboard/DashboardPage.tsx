import type { ComponentChildren } from "preact";
import { Head } from "fresh/runtime";
import { Menu } from "lucide-preact";
import type { Frame } from "../../lib/views/frame.ts";
import { Brand } from "../ui/Brand.tsx";
import { tint } from "../chat/tint.ts";
import { Explanation } from "./Explanation.tsx";
import { type Figure, Hero } from "./Hero.tsx";
import { Sidebar } from "./Sidebar.tsx";
import { Toast } from "../ui/Toast.tsx";

type Props = {
  frame: Frame;
  title: string;
  /** What this page is for, in a sentence or two; shown until it is dismissed. */
  lead?: string;
  /** A few words about the state of the page's subject. */
  note?: string;
  /** The page's one primary action, a `Button` or `ModalButton` with the look `hero`. */
  action?: ComponentChildren;
  /** The page's live figure, such as keys in use. */
  figure?: Figure;
  /** Replaces the hero. */
  welcome?: ComponentChildren;
  /** Columns side by side: the page uses the full width. */
  isWide?: boolean;
  children: ComponentChildren;
};

/** The dashboard's frame: the current page, its twin, and who is signed in. */
export function DashboardPage(
  { frame, title, lead, note, action, figure, welcome, isWide, children }:
    Props,
) {
  return (
    <div class="frame">
      <Head>
        <title>{`${title} · Twincast`}</title>
        <script type="module" src="/frame.js" />
        {frame.twin && (
          <style nonce={frame.nonce}>
            {tint(frame.twin.accent_color, ".of-twin")}
          </style>
        )}
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
        <div
          class={`mx-auto space-y-5 ${isWide ? "max-w-[100rem]" : "max-w-6xl"}`}
        >
          {welcome ?? <Hero {...{ title, note, action, figure }} />}
          {lead && <Explanation frame={frame}>{lead}</Explanation>}
          {children}
        </div>
      </main>
      {frame.flash && (
        <Toast look={frame.flash.look} undo={frame.flash.undo}>
          {frame.flash.text}
        </Toast>
      )}
      <p id="said" role="status" class="sr-only" />
    </div>
  );
}

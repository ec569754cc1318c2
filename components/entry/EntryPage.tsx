import type { ComponentChildren } from "preact";
import { Head } from "fresh/runtime";
import { Brand } from "../ui/Brand.tsx";

type Props = { title: string; children: ComponentChildren };

/** The frame of the pages before the dashboard: one centred card on a glow. */
export function EntryPage({ title, children }: Props) {
  return (
    <div class="entry-ground">
      <Head>
        <title>{`${title} · Twincast`}</title>
      </Head>
      <main class="mx-auto flex min-h-dvh min-w-0 wrap-anywhere w-full max-w-md flex-col justify-center gap-6 px-4 py-10">
        <Brand />
        <div class="rounded-xl border border-line bg-raised p-6 shadow-lg sm:p-8">
          <h1 dir="auto" class="mb-6 text-xl font-semibold wrap-anywhere">
            {title}
          </h1>
          {children}
        </div>
      </main>
    </div>
  );
}

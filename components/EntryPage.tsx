import type { ComponentChildren } from "preact";
import { Head } from "fresh/runtime";
import { Brand } from "./Brand.tsx";

type Props = { title: string; children: ComponentChildren };

/** The frame of the pages before the dashboard: one card in the middle. */
export function EntryPage({ title, children }: Props) {
  return (
    <main class="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-6 px-4 py-10">
      <Head>
        <title>{`${title} · Twincast`}</title>
      </Head>
      <Brand />
      <div class="rounded-xl border border-line bg-raised p-6 shadow-sm">
        <h1 class="mb-5 text-xl font-semibold">{title}</h1>
        {children}
      </div>
    </main>
  );
}

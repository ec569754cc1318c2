import { Head } from "fresh/runtime";
import type { PublicTwin } from "../lib/schemas/twin.ts";
import type { ComponentChildren } from "preact";

type Props = { twin: PublicTwin; children: ComponentChildren };

/** The frame of a conversation that fills the window: the twin's face and that it is an AI. */
export function ChatPage({ twin, children }: Props) {
  return (
    <main class="mx-auto flex h-dvh w-full max-w-2xl flex-col gap-3 px-4 py-4">
      <Head>
        <title>{`${twin.name} · Twincast`}</title>
        <meta name="description" content={twin.bio || twin.greeting} />
        <meta property="og:title" content={twin.name} />
        <meta
          property="og:description"
          content={twin.bio || twin.greeting}
        />
        <meta name="robots" content="noindex" />
      </Head>
      <header class="flex items-center gap-3 border-b border-line pb-3">
        {twin.avatar_url
          ? (
            <img
              src={twin.avatar_url}
              alt=""
              width="48"
              height="48"
              class="size-12 rounded-full object-cover"
            />
          )
          : (
            <span
              aria-hidden="true"
              class="grid size-12 shrink-0 place-items-center rounded-full bg-linear-to-br from-brand-600 to-purple-600 text-lg font-semibold text-white"
            >
              {[...twin.name][0]}
            </span>
          )}
        <div class="min-w-0">
          <h1 dir="auto" class="truncate text-lg font-semibold">{twin.name}</h1>
          <p dir="auto" class="text-xs text-muted">{twin.disclosure}</p>
        </div>
      </header>
      {twin.bio && <p dir="auto" class="text-sm text-muted">{twin.bio}</p>}
      {children}
    </main>
  );
}

import type { ComponentChildren } from "preact";
import { Head } from "fresh/runtime";
import type { PublicTwinView } from "../../lib/schemas/twin.ts";
import { tint } from "../chat/tint.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Badge } from "../ui/Badge.tsx";

type Props = {
  twin: PublicTwinView;
  nonce: string;
  /** The conversation. */
  children: ComponentChildren;
};

/** A twin on the landing page that answers as on its own page. */
export function ShownTwin({ twin, nonce, children }: Props) {
  return (
    <section
      aria-label={`${twin.name}, a twin to try`}
      class="shown-twin flex h-[34rem] sm:h-[32rem] min-w-0 flex-col rounded-2xl bg-raised p-4 text-ink shadow-lg sm:p-5"
    >
      <Head>
        <style nonce={nonce}>
          {tint(twin.accent_color, ".shown-twin")}
        </style>
      </Head>
      <header class="flex items-center gap-3 border-b border-line pb-3">
        <Avatar
          name={twin.name}
          src={twin.avatar_url}
          colour={twin.accent_color}
        />
        <div class="min-w-0">
          <p class="flex flex-wrap items-center gap-2 font-semibold">
            {twin.name} <Badge>AI</Badge>
          </p>
          <p class="line-clamp-2 text-xs text-balance text-muted">{twin.bio}</p>
        </div>
      </header>
      {children}
      <p class="pt-1 text-xs text-balance text-muted">{twin.disclosure}</p>
    </section>
  );
}

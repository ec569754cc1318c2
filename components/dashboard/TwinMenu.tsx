import { ChevronsUpDown, Layers } from "lucide-preact";
import type { TwinView } from "../../lib/schemas/twin.ts";
import type { Frame } from "../../lib/views/frame.ts";
import { Avatar } from "../ui/Avatar.tsx";

type Props = {
  frame: Frame;
  /** The page the links lead to, with another twin. */
  place: string;
};

/** The current twin, and a way to switch. */
export function TwinMenu({ frame: { me, twin, path }, place }: Props) {
  if (!twin) {
    return (
      <a href="/dashboard/twins" class="rail-link border border-rail-line">
        <Layers size={18} strokeWidth={1.75} />
        <span class="folded:sr-only">Make a twin</span>
      </a>
    );
  }
  const others = me.twins.filter(({ id }) => id !== twin.id);
  return (
    <details
      data-menu
      class="rounded-lg border border-rail-line open:bg-white/5"
    >
      <Current twin={twin} />
      <ul class="relative max-h-64 space-y-0.5 overflow-y-auto p-1 text-sm">
        {others.map(({ id, name }) => (
          <li key={id}>
            <a href={`${place}?twin=${id}`} title={name} class="rail-link">
              <Avatar name={name} size="xs" />
              <span dir="auto" class="min-w-0 truncate folded:sr-only">
                {name}
              </span>
            </a>
          </li>
        ))}
        <li>
          <a
            href={`/dashboard/twins?twin=${twin.id}`}
            aria-current={path === "/dashboard/twins" ? "page" : undefined}
            class="rail-link"
          >
            <Layers size={18} strokeWidth={1.75} class="mx-[3px]" />
            <span class="folded:sr-only">All twins</span>
          </a>
        </li>
      </ul>
    </details>
  );
}

function Current({ twin }: { twin: TwinView }) {
  return (
    <summary
      title={twin.name}
      class="bare-summary flex min-h-12 items-center gap-3 rounded-lg px-2.5 transition hover:bg-white/10 folded:justify-center folded:px-0"
    >
      <Avatar
        name={twin.name}
        src={twin.avatar_url}
        size="sm"
        colour={twin.accent_color}
      />
      <span class="min-w-0 flex-1 folded:sr-only">
        <span class="sr-only">Twin:</span>
        <span
          dir="auto"
          class="block truncate text-sm font-medium text-white"
        >
          {twin.name}
        </span>
      </span>
      <ChevronsUpDown
        size={16}
        class="shrink-0 text-rail-muted folded:hidden"
      />
    </summary>
  );
}

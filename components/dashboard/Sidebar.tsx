import {
  ChartNoAxesColumn,
  CircleUser,
  CodeXml,
  FileText,
  History,
  KeyRound,
  Link,
  MessageSquareShare,
  MessagesSquare,
  Search,
  Settings,
  Users,
  Webhook,
  X,
} from "lucide-preact";
import type { Frame } from "../../lib/views/frame.ts";
import { Brand } from "../ui/Brand.tsx";
import { FoldForm, ThemeForm } from "./LookForms.tsx";
import { SignedIn } from "./SignedIn.tsx";
import { TwinMenu } from "./TwinMenu.tsx";

const SECTIONS = [
  {
    title: null,
    links: [
      ["Overview", "/dashboard", ChartNoAxesColumn],
      ["Content", "/dashboard/content", FileText],
      ["Conversations", "/dashboard/conversations", MessagesSquare],
    ],
  },
  {
    title: "Distribution",
    links: [
      ["API Keys", "/dashboard/api-keys", KeyRound],
      ["Share Links", "/dashboard/share", Link],
      ["Embed Widget", "/dashboard/embed", CodeXml],
      ["Channels", "/dashboard/channels", MessageSquareShare],
      ["Webhooks", "/dashboard/webhooks", Webhook],
      ["Team", "/dashboard/team", Users],
    ],
  },
  {
    title: "Twin and account",
    links: [
      ["Settings", "/dashboard/settings", Settings],
      ["Activity", "/dashboard/activity", History],
      ["My account", "/dashboard/account", CircleUser],
    ],
  },
] as const;

/**
 * Beside the page if there is room, and foldable to its icons; below 900 px a drawer over it: the same element as a
 * popover, which needs no script.
 */
export function Sidebar({ frame }: { frame: Frame }) {
  return (
    <aside
      id="sidebar"
      popover="auto"
      class="sidebar rail-ground"
      aria-label="Sidebar"
    >
      <div class="flex min-h-10 items-center justify-between gap-2 folded:justify-center">
        <span class="flex folded:hidden">
          <Brand />
        </span>
        <button
          type="button"
          popovertarget="sidebar"
          popovertargetaction="hide"
          aria-label="Close menu"
          class="grid size-10 place-items-center rounded-lg transition hover:bg-white/10 desk:hidden"
        >
          <X size={20} />
        </button>
        <FoldForm frame={frame} />
      </div>
      <TwinMenu frame={frame} place={sectionOf(frame.path) ?? "/dashboard"} />
      <button
        type="button"
        data-palette
        title="Search (Ctrl K)"
        aria-keyshortcuts="Control+K Meta+K"
        class="rail-link -my-2 noscript:hidden w-full border border-rail-line text-rail-muted folded:justify-center"
      >
        <Search size={16} strokeWidth={1.75} />
        <span class="flex-1 text-start folded:sr-only">Search</span>
        <kbd
          class="text-xs folded:hidden pointer-coarse:hidden"
          aria-hidden="true"
        >
          Ctrl K
        </kbd>
      </button>
      <nav aria-label="Dashboard" class="space-y-5 text-sm">
        {SECTIONS.map((section) => (
          <Section key={section.title} section={section} frame={frame} />
        ))}
      </nav>
      <div class="mt-auto space-y-3 border-t border-rail-line pt-4">
        <ThemeForm frame={frame} />
        <SignedIn frame={frame} />
      </div>
    </aside>
  );
}

type SectionProps = { section: typeof SECTIONS[number]; frame: Frame };

function Section({ section: { title, links }, frame }: SectionProps) {
  const query = frame.twin ? `?twin=${frame.twin.id}` : "";
  return (
    <div>
      {title && (
        <h2 class="mb-1 px-2.5 text-xs font-medium tracking-normal text-rail-muted folded:mx-2 folded:mb-2 folded:h-px folded:overflow-hidden folded:bg-rail-line folded:px-0 folded:text-transparent">
          {title}
        </h2>
      )}
      <ul class="space-y-0.5">
        {links.map(([label, href, Icon]) => (
          <li key={href}>
            <a
              href={href + query}
              aria-current={currentMark(href, frame.path)}
              title={frame.look.is_folded ? label : undefined}
              class="rail-link"
            >
              <Icon size={18} strokeWidth={1.75} />
              <span class="folded:sr-only">{label}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The page itself, or its section. */
function currentMark(href: string, path: string) {
  if (href === path) return "page";
  return href === sectionOf(path) ? "true" : undefined;
}

/** The sidebar's page that contains a path, if any. */
function sectionOf(path: string) {
  return SECTIONS.flatMap(({ links }) => links.map(([, href]) => href))
    .find((href) => href !== "/dashboard" && `${path}/`.startsWith(`${href}/`));
}

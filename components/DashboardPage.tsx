import type { ComponentChildren } from "preact";
import { Head } from "fresh/runtime";
import type { Frame } from "../lib/http/dashboard.ts";
import { Brand } from "./Brand.tsx";

const SECTIONS = [
  {
    title: "",
    links: [
      ["Overview", "/dashboard"],
      ["Content", "/dashboard/content"],
      ["Conversations", "/dashboard/conversations"],
    ],
  },
  {
    title: "Distribution",
    links: [
      ["API Keys", "/dashboard/api-keys"],
      ["Share Links", "/dashboard/share"],
      ["Embed Widget", "/dashboard/embed"],
      ["Team", "/dashboard/team"],
    ],
  },
  {
    title: "More",
    links: [
      ["Twins", "/dashboard/twins"],
      ["Activity", "/dashboard/activity"],
      ["Settings", "/dashboard/settings"],
    ],
  },
] as const;

type Props = {
  frame: Frame;
  title: string;
  /** What this page gives, in a sentence. */
  lead: string;
  children: ComponentChildren;
};

/** The frame of the dashboard: where one is, which twin it is about, who is signed in. */
export function DashboardPage({ frame, title, lead, children }: Props) {
  return (
    <div class="min-h-dvh lg:grid lg:grid-cols-[15rem_1fr]">
      <Head>
        <title>{`${title} · Twincast`}</title>
      </Head>
      <a
        href="#main"
        class="sr-only focus:not-sr-only focus:absolute focus:m-2 focus:bg-raised focus:p-2"
      >
        Skip to content
      </a>
      <details class="bg-brand-950 text-brand-100 lg:hidden">
        <summary class="flex min-h-14 list-none items-center justify-between gap-3 px-4 [&::-webkit-details-marker]:hidden">
          <span class="font-semibold">Twincast</span>
          <span class="rounded-lg border border-brand-700 px-3 py-1.5 text-sm">
            Menu
          </span>
        </summary>
        <Sidebar frame={frame} scope="drawer-" />
      </details>
      <div class="hidden lg:block">
        <Sidebar frame={frame} scope="" />
      </div>
      <main id="main" class="min-w-0 space-y-6 px-4 py-6 lg:px-8">
        <header class="rounded-xl bg-linear-to-br from-brand-700 to-purple-700 px-6 py-7 text-white">
          <h1 dir="auto" class="text-2xl font-semibold wrap-anywhere">
            {title}
          </h1>
          <p class="mt-1 max-w-prose text-brand-100 wrap-anywhere">{lead}</p>
        </header>
        {children}
      </main>
    </div>
  );
}

/** The page itself, or the section that the page lies in. */
function currentMark(href: string, path: string) {
  if (href === path) return "page";
  return href !== "/dashboard" && path.startsWith(`${href}/`)
    ? "true"
    : undefined;
}

/** `scope` tells the two apart: the one beside the page and the one in the drawer. */
function Sidebar({ frame, scope }: { frame: Frame; scope: string }) {
  const { me, twin, teams, path } = frame;
  const query = twin ? `?twin=${twin.id}` : "";
  return (
    <aside class="flex flex-col gap-5 bg-linear-to-b from-brand-950 to-slate-950 px-4 py-5 text-brand-100 lg:sticky lg:top-0 lg:h-dvh lg:overflow-y-auto">
      <Brand />
      {me.twins.length > 1 && (
        <form class="flex gap-2 text-sm">
          <label for={`${scope}twin`} class="sr-only">Twin</label>
          <select
            id={`${scope}twin`}
            name="twin"
            class="min-w-0 flex-1 rounded-lg border border-brand-700 bg-brand-950 px-2 py-1.5"
          >
            {me.twins.map(({ id, name }) => (
              <option value={id} selected={id === twin?.id}>{name}</option>
            ))}
          </select>
          <button type="submit" class="rounded-lg border border-brand-700 px-2">
            Go
          </button>
        </form>
      )}
      <nav aria-label="Dashboard" class="space-y-5 text-sm">
        {SECTIONS.map((section) => (
          <div>
            {section.title && (
              <p class="mb-1 px-2 text-xs text-brand-300">{section.title}</p>
            )}
            <ul>
              {section.links.map(([label, href]) => (
                <li>
                  <a
                    href={href + query}
                    aria-current={currentMark(href, path)}
                    class="block rounded-lg px-2 py-1.5 hover:bg-white/10 aria-[current]:bg-white/15 aria-[current]:font-medium aria-[current]:text-white"
                  >
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div class="mt-auto space-y-2 text-sm">
        {teams.length > 1 && (
          <form
            method="post"
            action="/dashboard/team/switch"
            class="flex gap-2"
          >
            <label for={`${scope}tenant`} class="sr-only">Team</label>
            <select
              id={`${scope}tenant`}
              name="tenant_id"
              class="min-w-0 flex-1 rounded-lg border border-brand-700 bg-brand-950 px-2 py-1.5"
            >
              {teams.map(({ id, name }) => (
                <option value={id} selected={id === me.tenant.id}>
                  {name}
                </option>
              ))}
            </select>
            <button
              type="submit"
              class="rounded-lg border border-brand-700 px-2"
            >
              Switch
            </button>
          </form>
        )}
        <p class="truncate" dir="auto">
          <a class="underline" href={`/dashboard/account${query}`}>
            {me.user.name}
          </a>{" "}
          · {me.user.role}
        </p>
        <form method="post" action="/logout">
          <button type="submit" class="underline">Log out</button>
        </form>
      </div>
    </aside>
  );
}

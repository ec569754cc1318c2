import type { ComponentChildren } from "preact";
import { Head } from "fresh/runtime";
import type { DocsGroup } from "../../lib/views/docs.ts";
import { Brand } from "../ui/Brand.tsx";

type Props = {
  groups: Pick<DocsGroup, "id" | "name">[];
  /** The part shown; none on the first page. */
  current?: string;
  title: string;
  children: ComponentChildren;
};

/** The frame of the API reference: its parts beside the content. */
export function DocsPage({ groups, current, title, children }: Props) {
  return (
    <div class="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6">
      <Head>
        <title>{`${title} · Twincast`}</title>
        <meta
          name="description"
          content="Every call of Twincast’s API, with examples in curl, TypeScript and Python."
        />
      </Head>
      <header class="mb-8 flex flex-wrap items-center justify-between gap-4">
        <Brand />
        <a class="text-sm text-accent underline" href="/openapi.json">
          As an OpenAPI document
        </a>
      </header>
      <div class="gap-10 desk:grid desk:grid-cols-[13rem_minmax(0,1fr)]">
        <nav
          aria-label="Parts of the API"
          class="mb-8 text-sm desk:sticky desk:top-6 desk:self-start"
        >
          <ul class="flex flex-wrap gap-1 desk:block desk:space-y-1">
            <Part href="/docs" isCurrent={!current}>Begin here</Part>
            {groups.map(({ id, name }) => (
              <Part key={id} href={`/docs/${id}`} isCurrent={id === current}>
                {name}
              </Part>
            ))}
          </ul>
        </nav>
        <main class="min-w-0 space-y-6">
          <h1 class="text-2xl font-semibold tracking-tight">{title}</h1>
          {children}
        </main>
      </div>
    </div>
  );
}

type PartProps = {
  href: string;
  isCurrent: boolean;
  children: ComponentChildren;
};

function Part({ href, isCurrent, children }: PartProps) {
  return (
    <li>
      <a
        href={href}
        aria-current={isCurrent ? "page" : undefined}
        class={`block rounded-lg px-2.5 py-1.5 transition hover:bg-hover ${
          isCurrent ? "bg-accent-soft font-medium text-accent" : ""
        }`}
      >
        {children}
      </a>
    </li>
  );
}

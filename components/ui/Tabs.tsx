import { type ComponentChildren, Fragment } from "preact";

type Props = {
  /** What the tabs choose. */
  label: string;
  /** The name shared by the radio buttons, unique on a page. */
  name: string;
  tabs: readonly { id: string; label: string; content: ComponentChildren }[];
  /** The id of the initial tab. */
  chosen?: string;
  /** The tabs look like options, and are part of a form. */
  areCards?: boolean;
};

/** One of several contents at a time, switched without scripts: radio buttons under the hood. */
export function Tabs(
  { label, name, tabs, chosen = tabs[0]?.id, areCards }: Props,
) {
  return (
    <fieldset
      class={`tabs flex min-w-0 flex-wrap ${areCards ? "gap-2" : "gap-1"}`}
    >
      <legend class="sr-only">{label}</legend>
      {tabs.map(({ id, label, content }) => (
        <Fragment key={id}>
          <input
            type="radio"
            id={`${name}-${id}`}
            name={name}
            value={id}
            checked={id === chosen}
            class="sr-only"
          />
          <label
            for={`${name}-${id}`}
            class={`tab order-1 inline-flex cursor-pointer items-center rounded-lg text-sm font-medium transition ${
              areCards ? "tab-card min-h-12 px-4" : "min-h-9 px-3"
            }`}
          >
            {label}
          </label>
          <div class="tab-panel order-2 mt-2 min-w-0 basis-full">
            {content}
          </div>
        </Fragment>
      ))}
    </fieldset>
  );
}

type LinksProps = {
  label: string;
  links: readonly { href: string; label: string; isCurrent: boolean }[];
};

/** Tabs that are pages of their own. */
export function TabLinks({ label, links }: LinksProps) {
  return (
    <nav aria-label={label} class="flex flex-wrap gap-1">
      {links.map(({ href, label, isCurrent }) => (
        <a
          key={href}
          href={href}
          aria-current={isCurrent ? "page" : undefined}
          class="inline-flex min-h-9 items-center rounded-lg px-2 text-sm font-medium text-muted sm:px-3 transition hover:bg-hover hover:text-ink aria-[current]:bg-accent-soft aria-[current]:text-accent"
        >
          {label}
        </a>
      ))}
    </nav>
  );
}

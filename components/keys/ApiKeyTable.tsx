import type { ComponentChildren } from "preact";
import type { KeyRow } from "../../lib/views/api_keys.ts";
import { domainWarning } from "./DomainWarning.tsx";
import { InstallCheck } from "./KeyOrigins.tsx";
import { Badge } from "../ui/Badge.tsx";
import { SCOPE_WORDS } from "./KeyScopes.tsx";
import { Time } from "../ui/Time.tsx";

const STATUS_LOOK = {
  live: "good",
  expired: "warn",
  revoked: "plain",
} as const;

/** A key's main use, as text. */
const USED_FOR: Record<string, string> = {
  "GET /chat-widget/{twin_id}": "by the widget, opened",
  "POST /chat-widget/{twin_id}": "for a question",
};

const COLUMNS = [
  ["Name", "w-[22%]"],
  ["Type", "w-[11%]"],
  ["Domains", "w-[26%]"],
  ["Last used", "w-[17%]"],
  ["Status", "w-[11%]"],
  ["Actions", "w-[13%]"],
] as const;

/** Keys in a table; on a narrow screen each is a card. The roles stay either way. */
export function ApiKeyTable({ children }: { children: ComponentChildren }) {
  return (
    <div class="xl:rounded-xl xl:border xl:border-line xl:bg-raised xl:shadow-sm">
      <table
        role="table"
        aria-label="Keys"
        class="w-full table-fixed text-start text-sm max-xl:block"
      >
        <thead role="rowgroup" class="max-xl:sr-only">
          <tr role="row" class="border-b border-line bg-surface">
            {COLUMNS.map(([name, width]) => (
              <th
                key={name}
                role="columnheader"
                scope="col"
                class={`px-4 py-2.5 text-start text-xs font-medium text-muted first:rounded-ss-xl last:rounded-se-xl ${width}`}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody
          role="rowgroup"
          class="max-xl:block max-xl:space-y-4 xl:divide-y xl:divide-line"
        >
          {children}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = {
  row: KeyRow;
  now: number;
  is_owner: boolean;
  children?: ComponentChildren;
};

/** One key: what it is, where it works, how it is used, and its actions. */
export function ApiKeyRow({ row, now, is_owner, children }: RowProps) {
  const { key, status } = row;
  const end = key.revoked_at ?? key.expires_at;
  return (
    <tr
      role="row"
      id={key.id}
      class="align-top target:bg-accent-soft max-xl:block max-xl:rounded-xl max-xl:border max-xl:border-line max-xl:bg-raised max-xl:p-5 max-xl:shadow-xs"
    >
      <th
        role="rowheader"
        scope="row"
        class="text-start font-normal max-xl:block xl:px-4 xl:py-3.5"
      >
        <bdi class="block font-semibold wrap-anywhere">{key.name}</bdi>
        <code class="font-mono text-xs text-muted">{key.key_prefix}…</code>
      </th>
      <Cell name="Type">
        <span class="block capitalize">{key.type}</span>
        <span class="block text-xs text-muted tabular-nums">
          {key.rate_limit_per_minute.toLocaleString("en")} a minute
        </span>
      </Cell>
      <Cell name="Domains">
        <Domains row={row} />
      </Cell>
      <Cell name="Last used">
        <span class="block">
          {key.last_used_at
            ? <Time at={key.last_used_at} now={now} />
            : "Never"}
        </span>
        {key.last_used_for && (
          <span
            class="block text-xs wrap-anywhere text-muted"
            title={key.last_used_for}
          >
            {USED_FOR[key.last_used_for] ?? key.last_used_for}
          </span>
        )}
        {status !== "revoked" && (
          <InstallCheck row={row} now={now} is_owner={is_owner} />
        )}
      </Cell>
      <Cell name="Status">
        <Badge look={STATUS_LOOK[status]}>{status}</Badge>
        {end && (
          <span class="mt-1 block text-xs text-muted">
            {status === "live" && "ends "}
            <Time at={end} now={status === "live" ? undefined : now} />
          </span>
        )}
      </Cell>
      <td role="cell" class="max-xl:block max-xl:pt-4 xl:px-4 xl:py-3">
        {children}
      </td>
    </tr>
  );
}

/** A cell, with the column's name in it on a card. */
function Cell(
  { name, children }: { name: string; children: ComponentChildren },
) {
  return (
    <td
      role="cell"
      class="max-xl:grid max-xl:grid-cols-[6rem_minmax(0,1fr)] max-xl:gap-3 max-xl:pt-2.5 xl:px-4 xl:py-3.5"
    >
      <span aria-hidden="true" class="text-xs leading-5 text-muted xl:hidden">
        {name}
      </span>
      <div class="min-w-0">{children}</div>
    </td>
  );
}

/** Where the key works, as chips, with a warning if that is too wide or nowhere. */
function Domains({ row: { key, status } }: { row: KeyRow }) {
  if (key.type === "secret") {
    return (
      <>
        <span class="text-muted">Servers only</span>
        {key.scopes.join() !== "chat" && (
          <ul class="mt-1.5 flex flex-wrap gap-1.5">
            {key.scopes.map((scope) => (
              <li key={scope} title={SCOPE_WORDS[scope]}>
                <Badge>{scope}</Badge>
              </li>
            ))}
          </ul>
        )}
      </>
    );
  }
  const warning = status === "live" && domainWarning(key.allowed_domains);
  return (
    <>
      {key.allowed_domains.length === 0
        ? <span class="text-muted">None</span>
        : (
          <ul class="flex flex-wrap gap-1.5">
            {key.allowed_domains.map((domain) => (
              <li key={domain} class="max-w-full" title={domain}>
                <Badge look={domain === "*" ? "warn" : "plain"}>
                  {domain === "*" ? "* (any site)" : domain}
                </Badge>
              </li>
            ))}
          </ul>
        )}
      {warning && <p class="mt-1.5 text-xs text-warn">{warning}</p>}
    </>
  );
}

import type { ComponentChildren } from "preact";
import type { KeyRow } from "../lib/http/api_key_rows.ts";
import { Badge } from "./ui/Badge.tsx";
import { Notice } from "./ui/Notice.tsx";
import { Time } from "./ui/Time.tsx";

const STATUS_LOOK = {
  live: "good",
  expired: "warn",
  revoked: "plain",
} as const;

type Props = { row: KeyRow; now: number; children?: ComponentChildren };

/** One key: what it is, where it works and how it is used; below it what can be done. */
export function ApiKeyCard({ row, now, children }: Props) {
  const { key, status } = row;
  return (
    <li
      id={key.id}
      class="min-w-0 rounded-xl border border-line bg-raised p-5 shadow-xs"
    >
      <div class="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 dir="auto" class="min-w-0 font-semibold break-words">{key.name}</h3>
        <Badge look={STATUS_LOOK[status]}>{status}</Badge>
        <Badge>{key.type}</Badge>
        <code class="font-mono text-sm text-muted">{key.key_prefix}…</code>
      </div>
      <Domains row={row} />
      <dl class="mt-4 grid grid-cols-2 gap-x-6 gap-y-3 text-sm sm:grid-cols-4">
        <Fact name="Last used">
          {key.last_used_at
            ? <Time at={key.last_used_at} now={now} />
            : "never"}
        </Fact>
        <Fact name="Limit">
          {key.rate_limit_per_minute.toLocaleString("en")} a minute
        </Fact>
        <Fact name="Made">
          <Time at={key.created_at} now={now} />
        </Fact>
        {key.revoked_at
          ? (
            <Fact name="Revoked">
              <Time at={key.revoked_at} now={now} />
            </Fact>
          )
          : (
            <Fact name={status === "expired" ? "Expired" : "Expires"}>
              {key.expires_at ? <Time at={key.expires_at} /> : "never"}
            </Fact>
          )}
      </dl>
      {children && <div class="mt-4">{children}</div>}
    </li>
  );
}

function Fact(
  { name, children }: { name: string; children: ComponentChildren },
) {
  return (
    <div class="min-w-0">
      <dt class="text-xs text-muted">{name}</dt>
      <dd class="tabular-nums">{children}</dd>
    </div>
  );
}

/** Where the key works, as chips, with a word about what is too wide or nothing at all. */
function Domains({ row: { key, status } }: { row: KeyRow }) {
  if (key.type === "secret") {
    return (
      <p class="mt-3 text-sm text-muted">
        For servers only: a call from a web page is refused.
      </p>
    );
  }
  const domains = key.allowed_domains;
  return (
    <div class="mt-3 space-y-3">
      {domains.length > 0 && (
        <ul class="flex flex-wrap gap-2" aria-label="Domains">
          {domains.map((domain) => (
            <li key={domain} class="max-w-full">
              <Badge look={domain === "*" ? "warn" : "plain"}>
                {domain === "*" ? "* (any site)" : domain}
              </Badge>
            </li>
          ))}
        </ul>
      )}
      {status === "live" && <DomainWarning domains={domains} />}
    </div>
  );
}

/** Says so when a publishable key works everywhere, or nowhere. */
export function DomainWarning({ domains }: { domains: string[] }) {
  if (domains.includes("*")) {
    return (
      <Notice look="warn">
        Any site may use this key, and spend its limit. Name your own domains
        instead of <code>*</code> when you know them.
      </Notice>
    );
  }
  if (domains.length > 0) return null;
  return (
    <Notice look="warn">
      No site may use this key yet. Add the domain of your site to it.
    </Notice>
  );
}

import { Check } from "lucide-preact";
import type { OriginRow } from "../../lib/views/api_keys.ts";
import { HiddenFields } from "../ui/ActionForm.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { Time } from "../ui/Time.tsx";

type Props = {
  key_id: string;
  /** The expected site. */
  site: string;
  uses: OriginRow[];
  /** Of the code this one replaces. */
  replaced: OriginRow[];
  now: number;
  is_owner: boolean;
};

/** Whether the code works on a site yet: which origins called with the key, allowed or refused. */
export function EmbedLive(
  { key_id, site, uses, replaced, now, is_owner }: Props,
) {
  const live = uses.filter(({ allowed }) => allowed > 0);
  const refused = uses.filter(({ allowed, is_let_in }) =>
    allowed === 0 && !is_let_in
  );
  return (
    <div class="space-y-3 text-sm" role="status">
      {live.length === 0 && (
        <p class="flex items-center gap-3">
          <span class="size-2.5 shrink-0 animate-pulse rounded-full bg-warn motion-reduce:animate-none" />
          <span>
            Waiting for{" "}
            <bdi class="font-medium">{site}</bdi>… Open your site with the code
            in it, and open the chat there once.
          </span>
        </p>
      )}
      {live.map(({ origin, last_seen_at }) => (
        <p key={origin} class="flex flex-wrap items-center gap-x-3">
          <Check size={18} class="shrink-0 text-good" aria-hidden="true" />
          <span class="font-medium break-all">{origin}</span>
          <Badge look="good">live</Badge>
          <span class="text-muted">
            last seen <Time at={last_seen_at} now={now} />
          </span>
        </p>
      ))}
      {refused.map(({ origin, can_allow }) => (
        <Refused
          key={origin}
          {...{ key_id, origin }}
          can_allow={is_owner && can_allow}
        />
      ))}
      {replaced.length > 0 && (
        <p class="text-muted">
          The previous code was last used on{" "}
          {replaced.map(({ origin, last_seen_at }, i) => (
            <span key={origin}>
              {i > 0 && ", "}
              <bdi class="text-ink">{origin}</bdi>{" "}
              (<Time at={last_seen_at} now={now} />)
            </span>
          ))}. It ends 7 days after the new one’s first call.
        </p>
      )}
    </div>
  );
}

type RefusedProps = { key_id: string; origin: string; can_allow: boolean };

/** A site that is not among the key's domains. */
function Refused({ key_id, origin, can_allow }: RefusedProps) {
  return (
    <form
      method="post"
      class="flex flex-wrap items-center gap-x-3 gap-y-1"
    >
      <Badge look="bad">refused</Badge>
      <span class="font-medium break-all">{origin}</span>
      <span class="text-muted">is not among the key’s domains.</span>
      {can_allow && (
        <>
          <HiddenFields fields={{ key_id, origin }} />
          <Button look="plain" size="sm" name="action" value="allow">
            Allow this one
          </Button>
        </>
      )}
    </form>
  );
}

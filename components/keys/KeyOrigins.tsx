import type { KeyRow } from "../../lib/views/api_keys.ts";
import { ActionButton } from "../ui/ActionForm.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Modal, ModalButton } from "../ui/Modal.tsx";
import { Time } from "../ui/Time.tsx";

type OriginsProps = { row: KeyRow; now: number; is_owner: boolean };

/** Opens the page that shows whether the code on a site works. */
export function InstallCheck({ row, now, is_owner }: OriginsProps) {
  const { key, origins } = row;
  const refused = origins.filter(({ is_let_in }) => !is_let_in).length;
  if (key.type === "secret") return null;
  return (
    <>
      <ModalButton
        opens={`calls-${key.id}`}
        look="quiet"
        size="sm"
        class="-ms-3"
        of={key.name}
      >
        Who called
      </ModalButton>
      {refused > 0 && <Badge look="bad">{refused} refused</Badge>}
      <Modal
        id={`calls-${key.id}`}
        title={`Who called with ${key.name}`}
        wide
      >
        <KeyOrigins row={row} now={now} is_owner={is_owner} />
      </Modal>
    </>
  );
}

/** Which pages called with the key in the last 7 days. */
function KeyOrigins(
  { row: { key, origins }, now, is_owner }: OriginsProps,
) {
  if (origins.length === 0) {
    return (
      <p class="text-sm text-muted">
        No page has called with this key in the last 7 days. Open your site once
        with the code in it, then come back: it is listed here, allowed or
        refused.
      </p>
    );
  }
  return (
    <ul class="divide-y divide-line text-sm">
      {origins.map((use) => (
        <li
          key={use.origin}
          class="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 py-2"
        >
          <span class="min-w-0 flex-1 basis-48 font-medium break-all">
            {use.origin === "null"
              ? "null (a file or a sandboxed frame)"
              : use.origin}
          </span>
          <span class="text-muted tabular-nums">
            {use.allowed} let in, {use.refused} refused,{" "}
            <Time at={use.last_seen_at} now={now} />
          </span>
          <Badge look={use.is_let_in ? "good" : "bad"}>
            {use.is_let_in ? "let in" : "refused"}
          </Badge>
          {is_owner && use.can_allow && (
            <ActionButton
              does="allow"
              fields={{ key_id: key.id, origin: use.origin }}
              look="plain"
            >
              Allow this one
              <span class="sr-only">: {use.origin}</span>
            </ActionButton>
          )}
        </li>
      ))}
    </ul>
  );
}

import type { KeyRow, Tested } from "../lib/http/api_key_rows.ts";
import { Badge } from "./ui/Badge.tsx";
import { Button } from "./ui/Button.tsx";
import { Field } from "./ui/Field.tsx";
import { Time } from "./ui/Time.tsx";

type TesterProps = {
  row: KeyRow;
  tested: Tested | null;
  twin_id: string;
  cursor: string;
};

/** Answers whether a page would be let in. Changes nothing, so it asks by GET. */
export function OriginTester({ row: { key }, tested, ...rest }: TesterProps) {
  return (
    <form class="max-w-xl space-y-2 pt-3" action={`#${key.id}`}>
      <input type="hidden" name="twin" value={rest.twin_id} />
      {rest.cursor && <input type="hidden" name="cursor" value={rest.cursor} />}
      <input type="hidden" name="test_key" value={key.id} />
      <div class="flex flex-wrap items-end gap-3">
        <div class="min-w-0 flex-1 basis-56">
          <Field
            label="Would this page be let in?"
            name="test_origin"
            scope={key.id}
            required
            maxLength={300}
            placeholder="https://shop.example.com"
            value={tested?.origin}
          />
        </div>
        <Button look="plain">Try</Button>
      </div>
      {tested && (
        <p
          role="status"
          class={`text-sm font-medium break-all ${
            tested.is_let_in ? "text-good" : "text-bad"
          }`}
        >
          {tested.is_let_in
            ? `Yes, ${tested.origin} is let in.`
            : `No, ${tested.origin} is refused. If it is yours, add it to the domains.`}
        </p>
      )}
    </form>
  );
}

type OriginsProps = { row: KeyRow; now: number; is_owner: boolean };

/** Which pages called with the key in the last 7 days. */
export function KeyOrigins(
  { row: { key, origins }, now, is_owner }: OriginsProps,
) {
  if (origins.length === 0) {
    return (
      <p class="text-sm text-muted">
        No page has called with this key in the last 7 days.
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
              ? "null (a file or a closed-off frame)"
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
            <form method="post">
              <input type="hidden" name="key_id" value={key.id} />
              <input type="hidden" name="origin" value={use.origin} />
              <Button look="plain" name="action" value="allow">
                Allow this one
                <span class="sr-only">: {use.origin}</span>
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

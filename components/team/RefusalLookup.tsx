import type { RefusalView } from "../../lib/schemas/refusal.ts";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { Time } from "../ui/Time.tsx";

type Props = {
  /** The code looked up; empty if none. */
  code: string;
  /** What the code stands for; null if nothing was found. */
  refusal: RefusalView | null;
  twin_id: string | undefined;
  now: number;
};

/** Why a visitor was refused, by the code they report. */
export function RefusalLookup({ code, refusal, twin_id, now }: Props) {
  return (
    <Card title="Why was somebody refused?" class="mb-6">
      <p class="mb-3 text-sm text-muted">
        A visitor who is refused sees a code of 8 characters. For 7 days, you
        can use it to find out which limit or rule refused them.
      </p>
      <form method="get" role="search" class="flex flex-wrap gap-2">
        {twin_id && <input type="hidden" name="twin" value={twin_id} />}
        <SearchField
          label="The code"
          placeholder="7F3KQ9ZD"
          value={code}
          class="min-w-0 flex-1 basis-48"
          width="w-full"
        />
        <Button look="plain">Look it up</Button>
      </form>
      <div aria-live="polite">
        {code !== "" && !refusal && (
          <p class="mt-4 text-sm">
            No refusal has this code. Check it for typos; codes are kept for 7
            days.
          </p>
        )}
        {refusal && <RefusalFacts refusal={refusal} now={now} />}
      </div>
    </Card>
  );
}

function RefusalFacts({ refusal, now }: { refusal: RefusalView; now: number }) {
  const { twin, policy, key, origin, detail, time, status } = refusal;
  const facts: [string, string | null][] = [
    ["Twin", twin.name],
    ["Limit", policy],
    ["Key", key && `${key.name} (${key.key_prefix}…)`],
    ["Website", origin],
    ["Answered with", String(status)],
  ];
  return (
    <div class="mt-4 text-sm">
      <p class="wrap-anywhere font-medium">{detail}</p>
      <dl class="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {facts.map(([name, value]) =>
          value !== null && (
            <>
              <dt class="text-muted">{name}</dt>
              <dd class="wrap-anywhere">
                <bdi>{value}</bdi>
              </dd>
            </>
          )
        )}
        <dt class="text-muted">When</dt>
        <dd>
          <Time at={time} now={now} />
        </dd>
      </dl>
    </div>
  );
}

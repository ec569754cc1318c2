import { ChevronRight } from "lucide-preact";
import type { Attempt, DeliveryView } from "../../lib/schemas/webhook.ts";
import { ActionButton } from "../ui/ActionForm.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Time } from "../ui/Time.tsx";

const LOOKS = {
  delivered: "good",
  waiting: "warn",
  failed: "bad",
  gone: "plain",
} as const;

const WORDS = {
  delivered: "delivered",
  waiting: "on its way",
  failed: "failed",
  gone: "erased",
} as const;

type Props = { webhook_id: string; delivery: DeliveryView; now: number };

/** One event that was sent: its content, and each response. */
export function DeliveryRow({ webhook_id, delivery, now }: Props) {
  const { id, event, state, request, attempts, created_at } = delivery;
  return (
    <li>
      <details class="group/row py-1">
        <summary class="bare-summary flex min-h-9 cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 rounded-lg text-sm">
          <ChevronRight
            size={16}
            class="shrink-0 text-muted transition-[rotate] group-open/row:rotate-90 rtl:-scale-x-100"
          />
          <code class="font-mono text-xs">{event}</code>
          <Badge look={LOOKS[state]}>{WORDS[state]}</Badge>
          <span class="ms-auto text-muted">
            <Time at={created_at} now={now} />
          </span>
        </summary>
        <div class="mt-2 space-y-3 text-sm">
          {request === null
            ? (
              <p class="text-muted">
                What it reported has been erased, so there is nothing to send.
              </p>
            )
            : (
              <pre
                tabIndex={0}
                role="region"
                aria-label={`Body of ${event}`}
                dir="ltr"
                class="max-h-64 overflow-auto rounded-lg border border-line bg-surface p-3 text-xs whitespace-pre-wrap wrap-anywhere"
              >
                {pretty(request)}
              </pre>
            )}
          <ul class="space-y-1">
            {attempts.map((attempt) => (
              <AttemptLine key={attempt.at} attempt={attempt} />
            ))}
          </ul>
          <ActionButton
            does="resend"
            fields={{ webhook_id, delivery_id: id }}
            look="plain"
            size="sm"
          >
            {state === "waiting" ? "Send now" : "Send again"}
            <span class="sr-only">: {event}, {id}</span>
          </ActionButton>
        </div>
      </details>
    </li>
  );
}

function AttemptLine({ attempt }: { attempt: Attempt }) {
  const { at, took_ms, status, error, answer } = attempt;
  return (
    <li class="text-muted wrap-anywhere">
      <Time at={at} />, {took_ms} ms: {status ?? "no answer"}
      {status === null && error ? `. ${error}` : ""}
      {answer && (
        <>
          {" – "}
          <bdi class="font-mono text-xs">{answer}</bdi>
        </>
      )}
    </li>
  );
}

function pretty(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2);
}

import type { WebhookView } from "../../lib/schemas/webhook.ts";
import type { FormState } from "../../lib/views/form.ts";
import type { WebhookRow } from "../../lib/views/webhooks.ts";
import { ConfirmModal } from "../ui/ActionForm.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { Disclosure } from "../ui/Disclosure.tsx";
import { Modal, ModalButton } from "../ui/Modal.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Time } from "../ui/Time.tsx";
import { DeliveryRow } from "./DeliveryRow.tsx";
import { EVENT_WORDS, RotateForm, WebhookForm } from "./WebhookForms.tsx";

type Props = { row: WebhookRow; now: number; form: FormState | null };

/** One webhook: its address, its state, its deliveries and its actions. */
export function WebhookCard({ row, now, form }: Props) {
  const { webhook } = row;
  const { host } = new URL(webhook.url);
  return (
    <Card id={webhook.id}>
      <div class="flex items-start justify-between gap-3">
        <div class="min-w-0">
          <h3 class="font-semibold wrap-anywhere">{host}</h3>
          <p dir="ltr" class="text-sm text-muted wrap-anywhere">
            {webhook.url}
          </p>
        </div>
        <span class="shrink-0">
          <StateBadge webhook={webhook} />
        </span>
      </div>
      <p class="mt-3 text-sm">
        {webhook.events.map((event) => EVENT_WORDS[event]).join(" · ")}
      </p>
      <p class="mt-1 text-sm text-muted">
        {webhook.last_called_at
          ? (
            <>
              Last called <Time at={webhook.last_called_at} now={now} />
            </>
          )
          : "Not called yet"}
      </p>
      {webhook.old_secret_until && (
        <p class="mt-1 text-sm text-muted">
          Signed with the old secret too until{" "}
          <Time at={webhook.old_secret_until} />
        </p>
      )}
      <Problem webhook={webhook} />
      <Tools webhook={webhook} host={host} />
      <Deliveries row={row} host={host} now={now} />
      <Modals
        webhook={webhook}
        host={host}
        form={form?.values.webhook_id === webhook.id ? form : null}
      />
    </Card>
  );
}

function StateBadge({ webhook }: { webhook: WebhookView }) {
  if (!webhook.enabled) return <Badge>off</Badge>;
  return webhook.failing_since
    ? <Badge look="bad">failing</Badge>
    : <Badge look="good">on</Badge>;
}

type PartProps = { webhook: WebhookView; host: string };

/** Why it was switched off, or why the last call failed. */
function Problem({ webhook }: Pick<PartProps, "webhook">) {
  return (
    <>
      {webhook.off_because && (
        <div class="mt-3">
          <Notice look="warn">
            It was switched off: {webhook.off_because}{" "}
            Fix the address, then switch it on again.
          </Notice>
        </div>
      )}
      {webhook.enabled && webhook.last_error && (
        <div class="mt-3">
          <Notice look="warn">
            {webhook.last_error}{" "}
            Each event is tried seven times within a day. Check the address and
            your server, then send a test.
          </Notice>
        </div>
      )}
    </>
  );
}

function Tools({ webhook, host }: PartProps) {
  return (
    <div class="mt-4 flex flex-wrap gap-2">
      <form method="post" class="contents">
        <input type="hidden" name="webhook_id" value={webhook.id} />
        {webhook.enabled && (
          <Button look="plain" size="sm" name="action" value="test">
            Send a test<span class="sr-only">: {host}</span>
          </Button>
        )}
        <Button
          look="plain"
          size="sm"
          name="action"
          value={webhook.enabled ? "off" : "on"}
        >
          {webhook.enabled ? "Switch off" : "Switch on"}
          <span class="sr-only">: {host}</span>
        </Button>
      </form>
      <ModalButton opens={`edit-${webhook.id}`} size="sm" of={host}>
        Change
      </ModalButton>
      <ModalButton opens={`rotate-${webhook.id}`} size="sm" of={host}>
        New secret
      </ModalButton>
      <ModalButton
        opens={`delete-${webhook.id}`}
        size="sm"
        look="quiet"
        of={host}
      >
        Delete
      </ModalButton>
    </div>
  );
}

type DeliveriesProps = { row: WebhookRow; host: string; now: number };

function Deliveries({ row: { webhook, sent }, host, now }: DeliveriesProps) {
  return (
    <div class="mt-4">
      <Disclosure title={`Deliveries (${sent.length})`} of={host}>
        {sent.length === 0 && (
          <p class="text-sm text-muted">
            Nothing yet. Send a test to see how it responds.
          </p>
        )}
        <ul class="divide-y divide-line">
          {sent.map((delivery) => (
            <DeliveryRow
              key={delivery.id}
              webhook_id={webhook.id}
              delivery={delivery}
              now={now}
            />
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

function Modals({ webhook, host, form }: PartProps & Pick<Props, "form">) {
  return (
    <>
      <Modal
        id={`edit-${webhook.id}`}
        title={`Change the webhook of ${host}`}
        open={form?.action === "update"}
      >
        <WebhookForm webhook={webhook} form={form} />
      </Modal>
      <Modal
        id={`rotate-${webhook.id}`}
        title={`A new secret for the webhook of ${host}?`}
        open={form?.action === "rotate"}
      >
        <RotateForm webhook={webhook} form={form} />
      </Modal>
      <ConfirmModal
        id={`delete-${webhook.id}`}
        title={`Delete the webhook of ${host}?`}
        does="delete"
        fields={{ webhook_id: webhook.id }}
        button="Delete webhook"
      >
        <p class="text-sm">
          Nothing more is sent to it, and its delivery log is deleted.
        </p>
      </ConfirmModal>
    </>
  );
}

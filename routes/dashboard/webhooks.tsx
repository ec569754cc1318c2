import { Webhook } from "lucide-preact";
import { DashboardPage } from "../../components/dashboard/DashboardPage.tsx";
import { buttonLook } from "../../components/ui/Button.tsx";
import { CodeBlock } from "../../components/ui/CodeBlock.tsx";
import { EmptyState } from "../../components/ui/EmptyState.tsx";
import { formOf, FormProblem } from "../../components/ui/FormProblem.tsx";
import { Modal, ModalButton } from "../../components/ui/Modal.tsx";
import { Time } from "../../components/ui/Time.tsx";
import { WebhookCard } from "../../components/webhooks/WebhookCard.tsx";
import { WebhookForm } from "../../components/webhooks/WebhookForms.tsx";
import CopyButton from "../../islands/CopyButton.tsx";
import { loadWebhooks, webhookActions } from "../../lib/pages/webhooks.ts";
import { twinPage } from "../../lib/pages/page.ts";
import type { NewWebhook } from "../../lib/views/webhooks.ts";
import { handler, page } from "./$webhooks.ts";

export const handlers = handler(twinPage({
  load: async (page, { twin }) => ({
    rows: await loadWebhooks(page, twin.id),
    now: page.app.clock.now(),
  }),
  actions: ({ twin }) => webhookActions(twin.id),
}));

export default page(({ data: { frame, rows, now, result, form } }) => {
  const create_form = formOf(form, "create");
  const on = rows.filter(({ webhook }) => webhook.enabled).length;
  return (
    <DashboardPage
      frame={frame}
      title="Webhooks"
      lead="Your own server, or Zapier, Make and n8n, hear at once what happens with your twin: a question, an e-mail left, an answer that was missing."
      action={frame.is_owner && (
        <ModalButton opens="create-webhook" look="hero">
          Create a webhook
        </ModalButton>
      )}
      figure={{ value: on, label: on === 1 ? "webhook on" : "webhooks on" }}
    >
      {form && !create_form && form.action !== "rotate" && (
        <FormProblem error={form} />
      )}
      {result && <CopySecret made={result.made} twin_id={frame.twin.id} />}
      {frame.is_owner && (
        <Modal
          id="create-webhook"
          title="Create a webhook"
          open={create_form !== null}
          wide
        >
          {create_form && (
            <div class="mb-4">
              <FormProblem error={create_form} />
            </div>
          )}
          <WebhookForm form={create_form} />
        </Modal>
      )}
      <section class="space-y-4">
        <h2 class="font-semibold wrap-anywhere">
          Webhooks of <bdi>{frame.twin.name}</bdi>
        </h2>
        {rows.length === 0 && <NoWebhooks is_owner={frame.is_owner} />}
        {rows.map((row) => (
          <WebhookCard
            key={row.webhook.id}
            row={row}
            now={now}
            form={form}
          />
        ))}
      </section>
    </DashboardPage>
  );
});

function CopySecret({ made, twin_id }: NewWebhook & { twin_id: string }) {
  return (
    <Modal
      id="made-webhook"
      title="Copy the secret now: it is shown only this once"
      open
      wide
      closedby="none"
    >
      <div class="space-y-5">
        <CodeBlock code={made.secret} label="Webhook secret">
          <CopyButton text={made.secret} label="Copy secret" isPrimary />
        </CodeBlock>
        <p class="text-sm">
          With it your server checks that a call comes from here: any Standard
          Webhooks library does that in one line. Each event has an id; the same
          event may arrive twice, so act on each id once.
        </p>
        {made.old_secret_until && (
          <p class="text-sm">
            Each call is signed with the old secret too until{" "}
            <Time at={made.old_secret_until} />.
          </p>
        )}
        <a class={buttonLook({ look: "plain" })} href={`?twin=${twin_id}`}>
          I have copied it
        </a>
      </div>
    </Modal>
  );
}

function NoWebhooks({ is_owner }: { is_owner: boolean }) {
  return (
    <EmptyState
      title={is_owner ? "No webhooks yet" : "Webhooks are managed by owners"}
      icon={<Webhook size={22} strokeWidth={1.75} />}
      action={is_owner && (
        <ModalButton opens="create-webhook" look="primary">
          Create a webhook
        </ModalButton>
      )}
    >
      {is_owner
        ? "Enter an address and choose what it is told: an unanswered question to your chat, a visitor’s address to your CRM."
        : "An owner of this team can create them and see what they were sent."}
    </EmptyState>
  );
}

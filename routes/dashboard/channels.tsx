import { MessageSquareShare } from "lucide-preact";
import { ChannelCard } from "../../components/channels/ChannelCard.tsx";
import { ChannelForm } from "../../components/channels/ChannelForm.tsx";
import { GUIDES, slackManifest } from "../../components/channels/guides.ts";
import { DashboardPage } from "../../components/dashboard/DashboardPage.tsx";
import { CodeBlock } from "../../components/ui/CodeBlock.tsx";
import { EmptyState } from "../../components/ui/EmptyState.tsx";
import { formOf, FormProblem } from "../../components/ui/FormProblem.tsx";
import { PlatformIcon } from "../../components/ui/PlatformIcon.tsx";
import { Modal, ModalButton } from "../../components/ui/Modal.tsx";
import CopyButton from "../../islands/CopyButton.tsx";
import { channelActions, loadChannels } from "../../lib/pages/channels.ts";
import { twinPage } from "../../lib/pages/page.ts";
import {
  CHANNEL_KINDS,
  type ChannelKind,
  PLATFORM_NAMES,
} from "../../lib/schemas/channel.ts";
import type { FormState } from "../../lib/views/form.ts";
import { handler, page } from "./$channels.ts";

export const handlers = handler(twinPage({
  load: async (page, { twin }) => ({
    channels: await loadChannels(page, twin.id),
    now: page.app.clock.now(),
  }),
  actions: ({ twin }) => channelActions(twin.id),
}));

export default page(({ data: { frame, channels, now, form } }) => {
  const refused = formOf(form, "create");
  const on = channels.filter(({ channel }) => !channel.paused).length;
  return (
    <DashboardPage
      frame={frame}
      title="Channels"
      lead="Your twin, where people already are: it answers on Telegram, Slack, Discord and WhatsApp as it does on your site, within the same limits, and what is said appears under Conversations."
      figure={{ value: on, label: on === 1 ? "channel on" : "channels on" }}
    >
      {form && !refused && <FormProblem error={form} />}
      {channels.length > 0 && (
        <section class="space-y-4">
          <h2 class="font-semibold wrap-anywhere">
            Channels of <bdi>{frame.twin.name}</bdi>
          </h2>
          {channels.map(({ channel, test_code }) => (
            <ChannelCard
              key={channel.id}
              channel={channel}
              test_code={test_code}
              platform={PLATFORM_NAMES[channel.kind]}
              now={now}
              copy={<CopyButton text={channel.hook_url} label="Copy address" />}
            />
          ))}
        </section>
      )}
      {frame.is_owner
        ? (
          <section class="space-y-4">
            <h2 class="font-semibold">Add a channel</h2>
            <ul class="grid gap-4 sm:grid-cols-2">
              {CHANNEL_KINDS.map((kind) => (
                <NewChannel
                  key={kind}
                  kind={kind}
                  twin_name={frame.twin.name}
                  form={refused?.values.kind === kind ? refused : null}
                />
              ))}
            </ul>
          </section>
        )
        : (
          <EmptyState
            title="Channels are managed by owners"
            icon={<MessageSquareShare size={22} strokeWidth={1.75} />}
          >
            An owner of this team can connect Telegram, Slack, Discord and
            WhatsApp.
          </EmptyState>
        )}
    </DashboardPage>
  );
});

type NewProps = {
  kind: ChannelKind;
  twin_name: string;
  /** The refused form. */
  form: FormState | null;
};

/** A platform, and how to connect the twin to it. */
function NewChannel({ kind, twin_name, form }: NewProps) {
  return (
    <li class="flex min-w-0 flex-col items-start gap-3 rounded-xl border border-line bg-raised p-5 shadow-sm">
      <h3 class="flex items-center gap-2 font-semibold">
        <PlatformIcon kind={kind} size={18} />
        {PLATFORM_NAMES[kind]}
      </h3>
      <p class="text-sm text-muted">{GUIDES[kind].about}</p>
      <span class="mt-auto">
        <ModalButton opens={`add-${kind}`} size="sm">
          Connect {PLATFORM_NAMES[kind]}
        </ModalButton>
      </span>
      <Modal
        id={`add-${kind}`}
        title={`Connect ${PLATFORM_NAMES[kind]}`}
        open={form !== null}
        wide
      >
        <ChannelForm
          kind={kind}
          platform={PLATFORM_NAMES[kind]}
          form={form}
        >
          {kind === "slack" && (
            <CodeBlock
              code={slackManifest(twin_name)}
              label="Manifest of the Slack app"
            >
              <CopyButton
                text={slackManifest(twin_name)}
                label="Copy manifest"
              />
            </CodeBlock>
          )}
        </ChannelForm>
      </Modal>
    </li>
  );
}

import type { ComponentChildren } from "preact";
import type { ChannelView } from "../../lib/schemas/channel.ts";
import { ConfirmModal } from "../ui/ActionForm.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { CodeBlock } from "../ui/CodeBlock.tsx";
import { ModalButton } from "../ui/Modal.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PlatformIcon } from "../ui/PlatformIcon.tsx";
import { Time } from "../ui/Time.tsx";
import { GUIDES } from "./guides.ts";

type Props = {
  channel: ChannelView;
  /** The name of its platform. */
  platform: string;
  now: number;
  /** The code the owner sends from their own chat while a test waits for it. */
  test_code: string | null;
  /** Copies the address to enter on the platform. */
  copy: ComponentChildren;
};

/** One channel: its account on the platform, its state, and what can be done with it. */
export function ChannelCard(
  { channel, platform, now, test_code, copy }: Props,
) {
  const { id, kind, name, paused, hook_url } = channel;
  const { after } = GUIDES[kind];
  return (
    <Card id={id}>
      <Head {...{ channel, platform, now }} />
      {after && !channel.last_message_at && (
        <div class="mt-4 space-y-2">
          <p class="text-sm">{after}</p>
          <CodeBlock code={hook_url} label={`Address for ${name}`}>
            {copy}
          </CodeBlock>
        </div>
      )}
      {test_code && !paused && <Test channel={channel} code={test_code} />}
      <Tools channel={channel} />
    </Card>
  );
}

function StateBadge({ channel }: OfChannel) {
  if (channel.paused) return <Badge>paused</Badge>;
  return channel.last_error
    ? <Badge look="bad">failing</Badge>
    : <Badge look="good">on</Badge>;
}

function Head(
  { channel, platform, now }: Pick<Props, "channel" | "platform" | "now">,
) {
  const { kind, name, bot_name, bot_url } = channel;
  return (
    <>
      <div class="flex items-start justify-between gap-3">
        <div class="min-w-0">
          <h3 class="flex items-center gap-2 font-semibold wrap-anywhere">
            <PlatformIcon kind={kind} size={18} />
            <bdi class="min-w-0">{name}</bdi>
          </h3>
          <p class="text-sm text-muted wrap-anywhere">
            {platform}, {bot_url
              ? (
                <a
                  class="text-accent underline"
                  href={bot_url}
                  target="_blank"
                  rel="noopener noreferrer"
                >
                  <bdi>{bot_name}</bdi>
                </a>
              )
              : <bdi>{bot_name}</bdi>}
          </p>
        </div>
        <span class="shrink-0">
          <StateBadge channel={channel} />
        </span>
      </div>
      <p class="mt-2 text-sm text-muted">
        {channel.last_message_at
          ? (
            <>
              Last answered <Time at={channel.last_message_at} now={now} />
            </>
          )
          : "Nothing answered yet"}
      </p>
      {channel.last_error && (
        <div class="mt-3">
          <Notice look="warn">{channel.last_error}</Notice>
        </div>
      )}
    </>
  );
}

type OfChannel = { channel: ChannelView };

/** The code to send from one's own chat, so that test messages arrive there. */
function Test(
  { channel: { kind, bot_name }, code }: OfChannel & { code: string },
) {
  return (
    <div class="mt-3">
      <Notice look="good">
        Write this to <bdi>{bot_name}</bdi> within the hour, from your own chat:
        {" "}
        <code class="font-mono">
          {kind === "discord" ? "/ask " : ""}test {code}
        </code>
        . It answers that it works, and test messages come there from then on.
      </Notice>
    </div>
  );
}

function Tools({ channel: { id, name, paused } }: OfChannel) {
  return (
    <>
      <div class="mt-4 flex flex-wrap gap-2">
        <form method="post" class="contents">
          <input type="hidden" name="channel_id" value={id} />
          <Button look="plain" size="sm" name="action" value="test">
            Check it<span class="sr-only">: {name}</span>
          </Button>
          {!paused && (
            <Button look="plain" size="sm" name="action" value="test_message">
              Send a test message<span class="sr-only">: {name}</span>
            </Button>
          )}
          <Button
            look="plain"
            size="sm"
            name="action"
            value={paused ? "resume" : "pause"}
          >
            {paused ? "Go on" : "Pause"}
            <span class="sr-only">: {name}</span>
          </Button>
        </form>
        <ModalButton
          opens={`remove-${id}`}
          size="sm"
          look="quiet"
          of={name}
        >
          Remove
        </ModalButton>
      </div>
      <ConfirmModal
        id={`remove-${id}`}
        title={`Remove ${name}?`}
        does="remove"
        fields={{ channel_id: id }}
        button="Remove channel"
      >
        <p class="text-sm">
          Your twin stops answering there, and its secrets are deleted.
          Conversations are kept.
        </p>
      </ConfirmModal>
    </>
  );
}

import type { ComponentChildren } from "preact";
import type { ChannelView } from "../../lib/schemas/channel.ts";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { CodeBlock } from "../ui/CodeBlock.tsx";
import { Modal, ModalButton } from "../ui/Modal.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PlatformIcon } from "../ui/PlatformIcon.tsx";
import { Time } from "../ui/Time.tsx";
import { GUIDES } from "./guides.ts";

type Props = {
  channel: ChannelView;
  /** What its platform is called. */
  platform: string;
  now: number;
  /** What the owner has to write from their own chat while a test waits for it. */
  test_code: string | null;
  /** Copies the address to enter on the platform. */
  copy: ComponentChildren;
};

/** One channel: its account on the platform, its state, and what can be done with it. */
export function ChannelCard(
  { channel, platform, now, test_code, copy }: Props,
) {
  const { id, kind, name, paused, bot_name, bot_url, hook_url } = channel;
  const { after } = GUIDES[kind];
  return (
    <Card id={id}>
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
          <Standing channel={channel} />
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
      {after && !channel.last_message_at && (
        <div class="mt-4 space-y-2">
          <p class="text-sm">{after}</p>
          <CodeBlock code={hook_url} label={`Address for ${name}`}>
            {copy}
          </CodeBlock>
        </div>
      )}
      {test_code && !paused && (
        <div class="mt-3">
          <Notice look="good">
            Write this to <bdi>{bot_name}</bdi>{" "}
            within the hour, from your own chat:{" "}
            <code class="font-mono">
              {kind === "discord" ? "/ask " : ""}test {test_code}
            </code>
            . It answers that it works, and test messages come there from then
            on.
          </Notice>
        </div>
      )}
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
      <Modal id={`remove-${id}`} title={`Remove ${name}?`}>
        <form method="post" class="space-y-4">
          <input type="hidden" name="channel_id" value={id} />
          <p class="text-sm">
            Your twin stops answering there, and its secrets are deleted.
            Conversations are kept.
          </p>
          <Button look="danger" name="action" value="remove">
            Remove channel
          </Button>
        </form>
      </Modal>
    </Card>
  );
}

function Standing({ channel }: { channel: ChannelView }) {
  if (channel.paused) return <Badge>paused</Badge>;
  return channel.last_error
    ? <Badge look="bad">failing</Badge>
    : <Badge look="good">on</Badge>;
}

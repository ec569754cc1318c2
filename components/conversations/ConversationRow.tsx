import { KeyRound, Link } from "lucide-preact";
import type { ConversationView } from "../../lib/schemas/conversation.ts";
import { Badge } from "../ui/Badge.tsx";
import { PlatformIcon } from "../ui/PlatformIcon.tsx";
import { Time } from "../ui/Time.tsx";

type Props = {
  conversation: ConversationView;
  /** The address where it is read. */
  href: string;
  /** It is open beside the list. */
  is_open: boolean;
  /** The name of its key; null for the share link. */
  key_name: string | null;
  now: number;
};

/** One conversation of the list: when, on which channel, how long, and what needs attention. */
export function ConversationRow(
  { conversation, href, is_open, key_name, now }: Props,
) {
  return (
    <li
      class="inbox-row relative space-y-1 px-2 py-2.5 text-sm"
      data-talk={conversation.id}
      data-active={conversation.last_active_at}
    >
      <p class="flex items-baseline gap-2">
        <a
          dir="auto"
          aria-current={is_open ? "true" : undefined}
          class="inbox-link min-w-0 flex-1 truncate text-ink after:absolute after:inset-0"
          href={href}
        >
          {conversation.title}
        </a>
        <span class="relative shrink-0 text-xs text-muted">
          <Time at={conversation.last_active_at} now={now} />
        </span>
      </p>
      <p class="flex min-w-0 items-center gap-1.5 text-xs text-muted">
        <ChannelName name={key_name} channel={conversation.channel} />
        <span class="shrink-0 tabular-nums">
          · {conversation.messages}{" "}
          {conversation.messages === 1 ? "question" : "questions"}
        </span>
      </p>
      <Marks conversation={conversation} />
    </li>
  );
}

/** What needs the owner's attention. */
function Marks({ conversation }: Pick<Props, "conversation">) {
  const { unanswered, rated_down, blocked } = conversation;
  if (unanswered + rated_down === 0 && !blocked) return null;
  return (
    <p class="flex flex-wrap gap-1">
      {unanswered > 0 && <Badge look="warn">{unanswered} unsure</Badge>}
      {rated_down > 0 && <Badge look="bad">{rated_down} rated down</Badge>}
      {blocked && <Badge look="bad">Blocked</Badge>}
    </p>
  );
}

type ChannelNameProps = {
  /** A key's name; null for any other channel. */
  name: string | null;
  channel: ConversationView["channel"];
};

/** The channel of a conversation: a key by its name, a platform, or the share link. */
export function ChannelName({ name, channel }: ChannelNameProps) {
  const kind = isPlatform(channel) ? channel : null;
  const Icon = name === null ? Link : KeyRound;
  return (
    <>
      {kind
        ? <PlatformIcon kind={kind} size={14} />
        : <Icon size={14} class="shrink-0" />}
      <span dir="auto" class="min-w-0 truncate">
        {kind ? PLATFORMS[kind] : name ?? "Share link"}
      </span>
    </>
  );
}

const PLATFORMS = {
  telegram: "Telegram",
  slack: "Slack",
  discord: "Discord",
  whatsapp: "WhatsApp",
} as const;

function isPlatform(channel: string): channel is keyof typeof PLATFORMS {
  return Object.hasOwn(PLATFORMS, channel);
}

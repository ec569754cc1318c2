import { KeyRound, Link } from "lucide-preact";
import type { ConversationView } from "../../lib/schemas/conversation.ts";
import { Badge } from "../ui/Badge.tsx";
import { Time } from "../ui/Time.tsx";

type Props = {
  talk: ConversationView;
  /** Where it is read. */
  href: string;
  /** It stands beside the list. */
  is_open: boolean;
  /** The name of the key it came by; null for the share link. */
  key_name: string | null;
  now: number;
};

/** A conversation among others: when, by which way, how long, and what wants the owner's eye. */
export function ConversationRow(
  { talk, href, is_open, key_name, now }: Props,
) {
  return (
    <li
      class="inbox-row relative space-y-1 px-2 py-2.5 text-sm"
      data-talk={talk.id}
      data-active={talk.last_active_at}
    >
      <p class="flex items-baseline gap-2">
        <a
          dir="auto"
          aria-current={is_open ? "true" : undefined}
          class="inbox-link min-w-0 flex-1 truncate text-ink after:absolute after:inset-0"
          href={href}
        >
          {talk.title}
        </a>
        <span class="relative shrink-0 text-xs text-muted">
          <Time at={talk.last_active_at} now={now} />
        </span>
      </p>
      <p class="flex min-w-0 items-center gap-1.5 text-xs text-muted">
        <Way name={key_name} />
        <span class="shrink-0 tabular-nums">
          · {talk.messages} {talk.messages === 1 ? "question" : "questions"}
        </span>
      </p>
      <Marks talk={talk} />
    </li>
  );
}

/** What wants the owner's eye. */
function Marks({ talk }: Pick<Props, "talk">) {
  const { unanswered, rated_down, blocked } = talk;
  if (unanswered + rated_down === 0 && !blocked) return null;
  return (
    <p class="flex flex-wrap gap-1">
      {unanswered > 0 && <Badge look="warn">{unanswered} not answered</Badge>}
      {rated_down > 0 && <Badge look="bad">{rated_down} rated down</Badge>}
      {blocked && <Badge look="bad">Blocked</Badge>}
    </p>
  );
}

/** By which way somebody came: a key by its name, or, where that is null, the share link. */
export function Way({ name }: { name: string | null }) {
  const Icon = name === null ? Link : KeyRound;
  return (
    <>
      <Icon size={14} class="shrink-0" />
      <span dir="auto" class="min-w-0 truncate">{name ?? "Share link"}</span>
    </>
  );
}

import { KeyRound, Link } from "lucide-preact";
import type { ConversationView } from "../../lib/schemas/conversation.ts";
import { Badge } from "../ui/Badge.tsx";
import { Time } from "../ui/Time.tsx";

type Props = {
  talk: ConversationView;
  /** The name of the key it came by; null for the share link. */
  key_name: string | null;
  now: number;
};

/** A conversation among others: when, by which way, how long, and what wants the owner's eye. */
export function ConversationRow({ talk, key_name, now }: Props) {
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 text-sm">
      <div class="min-w-0 flex-1 basis-52">
        <a
          dir="auto"
          class="block truncate font-medium text-accent underline"
          href={`/dashboard/conversations/${talk.id}?twin=${talk.twin_id}`}
        >
          {talk.title}
        </a>
        <p class="flex items-center gap-1.5 text-xs text-muted">
          <Way name={key_name} />
          <span class="shrink-0">
            · <Time at={talk.started_at} />
          </span>
        </p>
      </div>
      {talk.unanswered > 0 && (
        <Badge look="warn">{talk.unanswered} not answered</Badge>
      )}
      {talk.rated_down > 0 && (
        <Badge look="bad">{talk.rated_down} rated down</Badge>
      )}
      {talk.blocked && <Badge look="bad">Blocked</Badge>}
      <p class="text-muted tabular-nums sm:w-40 sm:text-end">
        <span class="text-ink">
          {talk.messages} {talk.messages === 1 ? "question" : "questions"}
        </span>
        <span class="max-sm:before:content-[',_'] sm:block">
          last <Time at={talk.last_active_at} now={now} />
        </span>
      </p>
    </li>
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

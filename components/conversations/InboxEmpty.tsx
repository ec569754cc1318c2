import { MessagesSquare, SearchX, ThumbsUp } from "lucide-preact";
import type { Inbox } from "../../lib/views/inbox.ts";
import { buttonLook } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";

/** Why no conversation is listed, and what to do about it. */
export function NoneListed({ inbox }: { inbox: Inbox }) {
  const { twin_id, shown, cursor, q, days, channel } = inbox;
  if (q || days || channel) {
    return <NoneFound twin_id={twin_id} shown={shown} />;
  }
  return shown === "rated_down"
    ? <NoneRatedDown is_first={!cursor} />
    : <NoTalks twin_id={twin_id} is_first={!cursor} />;
}

function NoneFound({ twin_id, shown }: Pick<Inbox, "twin_id" | "shown">) {
  return (
    <EmptyState
      title="No such conversation"
      icon={<SearchX size={22} strokeWidth={1.75} />}
      action={
        <a
          class={buttonLook({ look: "plain" })}
          href={`?twin=${twin_id}&show=${shown}`}
        >
          Show all
        </a>
      }
    >
      No conversation in this period has these words.
    </EmptyState>
  );
}

/** The twin does not keep conversations. */
export function NothingKept({ twin_id }: { twin_id: string }) {
  return (
    <EmptyState
      title="Conversations are not stored"
      icon={<MessagesSquare size={22} strokeWidth={1.75} />}
      action={
        <a
          class={buttonLook({ look: "plain" })}
          href={`/dashboard/settings?twin=${twin_id}&tab=privacy`}
        >
          See the settings
        </a>
      }
    >
      Each conversation is deleted when it ends, as set for this twin. The
      figures are on the Overview.
    </EmptyState>
  );
}

function NoneRatedDown({ is_first }: { is_first: boolean }) {
  if (!is_first) return <p class="py-2 text-sm text-muted">Nothing here.</p>;
  return (
    <EmptyState
      title="Nobody has rated an answer down"
      icon={<ThumbsUp size={22} strokeWidth={1.75} />}
    >
      Visitors may rate each answer. Conversations with an answer rated down
      appear here, and you can correct it in one step.
    </EmptyState>
  );
}

type NoTalksProps = { twin_id: string; is_first: boolean };

function NoTalks({ twin_id, is_first }: NoTalksProps) {
  if (!is_first) return <p class="py-2 text-sm text-muted">Nothing here.</p>;
  return (
    <EmptyState
      title="Nobody has asked yet"
      icon={<MessagesSquare size={22} strokeWidth={1.75} />}
      action={
        <p class="flex flex-wrap justify-center gap-3">
          <a class={buttonLook({})} href={`/dashboard/share?twin=${twin_id}`}>
            Share your link
          </a>
          <a
            class={buttonLook({ look: "plain" })}
            href={`/dashboard/embed?twin=${twin_id}`}
          >
            Embed the widget
          </a>
        </p>
      }
    >
      What people ask your twin appears here, with what it answered.
    </EmptyState>
  );
}

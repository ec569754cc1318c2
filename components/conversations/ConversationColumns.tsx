import { Mail, Maximize2 } from "lucide-preact";
import { sourceName } from "../../lib/client/sources.ts";
import type { Inbox } from "../../lib/views/inbox.ts";
import type { TranscriptView } from "../../lib/schemas/conversation.ts";
import { Exchange } from "../chat/Exchange.tsx";
import { Markdown } from "../chat/Markdown.tsx";
import { BackLink } from "../ui/BackLink.tsx";
import { Badge } from "../ui/Badge.tsx";
import { buttonLook } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { Time } from "../ui/Time.tsx";
import { ChannelName } from "./ConversationRow.tsx";
import { answerPath } from "./WaitingList.tsx";

type Props = {
  inbox: Inbox;
  transcript: TranscriptView;
  can_edit: boolean;
  class: string;
};

/** A conversation beside the list, and the sources of one of its answers. */
export function ConversationColumns(props: Props) {
  const { inbox, transcript } = props;
  const { twin_id, shown, message_id } = inbox;
  const chosen = transcript.exchanges.find(({ id }) => id === message_id) ??
    transcript.exchanges.at(-1);
  const back = `/dashboard/conversations?twin=${twin_id}&show=${shown}`;
  return (
    <>
      <Card class={`inbox-talk ${props.class}`}>
        <ConversationHead {...{ inbox, transcript, back }} />
        <ol class="space-y-6">
          {transcript.exchanges.map((exchange) => (
            <li key={exchange.id} id={exchange.id}>
              <Exchange
                exchange={exchange}
                sources={{
                  is_shown: exchange.id === chosen?.id,
                  href:
                    `${back}&talk=${transcript.id}&message=${exchange.id}#${exchange.id}`,
                }}
                answer_path={pathOf(props, exchange.id)}
              />
            </li>
          ))}
        </ol>
      </Card>
      {chosen && (
        <Sources
          exchange={chosen}
          opens_mail={opensMail(inbox)}
          answer_path={pathOf(props, chosen.id)}
        />
      )}
    </>
  );
}

type SourcesProps = {
  exchange: TranscriptView["exchanges"][number];
  answer_path: string | null;
  /** Replies go to whoever is waiting. */
  opens_mail: boolean;
};

/** The sources of an answer. */
function Sources({ exchange, answer_path, opens_mail }: SourcesProps) {
  const is_fine = exchange.grounded || exchange.is_small_talk;
  return (
    <Card
      title="Sources of this answer"
      class="inbox-sources max-xl:hidden"
    >
      <div class="space-y-4 text-sm">
        <p dir="auto" class="line-clamp-2 text-muted wrap-anywhere">
          {exchange.question}
        </p>
        {exchange.citations.length === 0 && (
          <p>Nothing in your content answers this.</p>
        )}
        {exchange.citations.map((citation, i) => (
          <figure key={i}>
            <figcaption dir="auto" class="font-medium wrap-anywhere">
              {sourceName(citation)}
            </figcaption>
            <blockquote
              dir="auto"
              class="prose-chat mt-1 relative max-h-60 overflow-y-auto border-s-2 border-line ps-3 wrap-anywhere whitespace-pre-line text-muted"
              tabIndex={0}
            >
              <Markdown text={citation.excerpt} />
            </blockquote>
          </figure>
        ))}
        {answer_path && (
          <a
            data-answers
            class={buttonLook({ look: is_fine ? "plain" : "primary" })}
            href={answer_path}
          >
            {is_fine
              ? "Correct"
              : opens_mail
              ? "Answer and open mail"
              : "Answer this now"}
          </a>
        )}
      </div>
    </Card>
  );
}

type ConversationHeadProps = Pick<Props, "inbox" | "transcript"> & {
  back: string;
};

/** Channel and time of a conversation, and whether the visitor is waiting for a reply. */
function ConversationHead({ inbox, transcript, back }: ConversationHeadProps) {
  const { twin_id, names, lead } = inbox;
  const { id, key_id, channel, started_at } = transcript;
  return (
    <header class="mb-5 space-y-2 border-b border-line pb-4 text-sm">
      <p class="xl:hidden">
        <BackLink href={back}>All conversations</BackLink>
      </p>
      <div class="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p class="flex min-w-0 flex-1 items-center gap-1.5 text-muted">
          <ChannelName
            name={key_id && (names.get(key_id) ?? "A former key")}
            channel={channel}
          />
          <span class="shrink-0">
            · <Time at={started_at} />
          </span>
        </p>
        <a
          class={buttonLook({ look: "quiet", size: "sm" })}
          href={`/dashboard/conversations/${id}?twin=${twin_id}`}
        >
          <Maximize2 size={14} /> Open as a page
        </a>
      </div>
      {lead && (
        <p class="flex flex-wrap items-center gap-2">
          <Mail size={16} class="shrink-0 text-muted" />
          <span class="min-w-0 break-all">{lead.email}</span>
          <Badge look={lead.answered_at ? "good" : "warn"}>
            {lead.answered_at ? "Answered" : "Waits for a reply"}
          </Badge>
        </p>
      )}
    </header>
  );
}

/** Opens the reader's own mail program for a visitor who left an e-mail. */
function opensMail({ lead, can_mail }: Inbox): boolean {
  return lead !== null && !lead.answered_at && !can_mail;
}

function pathOf({ inbox, transcript, can_edit }: Props, message: string) {
  if (!can_edit) return null;
  return answerPath(inbox.twin_id, {
    talk: transcript.id,
    message,
    from: "inbox",
  });
}

import { sourceName } from "../../lib/client/sources.ts";
import type { Inbox } from "../../lib/views/inbox.ts";
import type { TranscriptView } from "../../lib/schemas/conversation.ts";
import { Exchange } from "../chat/Exchange.tsx";
import { Markdown } from "../chat/Markdown.tsx";
import { buttonLook } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { answerPath } from "./WaitingList.tsx";

type Props = {
  inbox: Inbox;
  transcript: TranscriptView;
  can_edit: boolean;
  class: string;
};

/** A conversation beside the list, and what one of its answers rests on. */
export function ConversationColumns(props: Props) {
  const { inbox, transcript } = props;
  const { twin_id, shown, message_id } = inbox;
  const chosen = transcript.exchanges.find(({ id }) => id === message_id) ??
    transcript.exchanges.at(-1);
  const back = `/dashboard/conversations?twin=${twin_id}&show=${shown}`;
  return (
    <>
      <Card class={`inbox-talk ${props.class}`}>
        <p class="mb-4 flex flex-wrap gap-x-5 gap-y-1 text-sm">
          <a class="text-accent underline xl:hidden" href={back}>
            All conversations
          </a>
          <a
            class="text-accent underline"
            href={`/dashboard/conversations/${transcript.id}?twin=${twin_id}`}
          >
            Open as a page
          </a>
        </p>
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
          answer_path={pathOf(props, chosen.id)}
        />
      )}
    </>
  );
}

type SourcesProps = {
  exchange: TranscriptView["exchanges"][number];
  answer_path: string | null;
};

/** What an answer rests on. */
function Sources({ exchange, answer_path }: SourcesProps) {
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
            class={buttonLook({ look: "primary" })}
            href={answer_path}
          >
            {exchange.grounded || exchange.is_small_talk
              ? "Correct"
              : "Answer this now"}
          </a>
        )}
      </div>
    </Card>
  );
}

function pathOf({ inbox, transcript, can_edit }: Props, message: string) {
  if (!can_edit) return null;
  return answerPath(inbox.twin_id, {
    talk: transcript.id,
    message,
    from: "inbox",
  });
}

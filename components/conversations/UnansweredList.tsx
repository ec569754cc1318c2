import { CircleCheck, Mail } from "lucide-preact";
import type { UnansweredView } from "../../lib/schemas/conversation.ts";
import { answerPath } from "./WaitingList.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Button, buttonLook } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ChannelName } from "./ConversationRow.tsx";
import { Time } from "../ui/Time.tsx";

type Props = {
  questions: UnansweredView[];
  twin_id: string;
  /** Key names by id. */
  nameOf: (key_id: string) => string;
  can_edit: boolean;
  can_mail: boolean;
  now: number;
};

/** Questions without an answer; each becomes content in one step. */
export function UnansweredList({ questions, ...rest }: Props) {
  if (questions.length === 0) {
    return (
      <EmptyState
        title="No open questions"
        icon={<CircleCheck size={22} strokeWidth={1.75} />}
      >
        Questions your twin could not answer appear here, and you can answer
        each in one step.
      </EmptyState>
    );
  }
  return (
    <ul class="divide-y divide-line">
      {questions.map((question) => (
        <Row key={question.id} question={question} {...rest} />
      ))}
    </ul>
  );
}

type RowProps = Omit<Props, "questions"> & { question: UnansweredView };

function Row(
  { question, twin_id, nameOf, can_edit, can_mail, now }: RowProps,
) {
  return (
    <li
      data-row
      class="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 text-sm"
    >
      <div class="min-w-0 flex-1 basis-64">
        <p dir="auto" class="line-clamp-3 font-medium wrap-anywhere">
          {question.question}
        </p>
        <OtherWordings question={question} />
        <p class="flex flex-wrap items-center gap-x-1.5 text-xs text-muted">
          <ChannelName
            name={question.key_id === null ? null : nameOf(question.key_id)}
            channel={question.channel}
          />
          <span>
            · {question.count > 1 && "last asked "}
            <Time at={question.asked_at} now={now} /> ·
          </span>
          <a
            class="underline"
            href={`/dashboard/conversations/${question.conversation_id}?twin=${twin_id}`}
          >
            Read the conversation
          </a>
        </p>
        <Waiting leads={question.leads} />
      </div>
      {question.confidence === "near" && <Badge>Weak answer</Badge>}
      {question.count > 1 && (
        <Badge look="accent">Asked {question.count} times</Badge>
      )}
      {can_edit && <Answering {...{ question, twin_id, can_mail }} />}
    </li>
  );
}

function Answering(
  { question, twin_id, can_mail }: Pick<
    RowProps,
    "question" | "twin_id" | "can_mail"
  >,
) {
  return (
    <form method="post" class="flex flex-wrap gap-2">
      <input type="hidden" name="message_id" value={question.id} />
      <a
        data-answers
        class={buttonLook({ look: "plain", size: "sm" })}
        href={answerPath(twin_id, {
          talk: question.conversation_id,
          message: question.id,
        })}
      >
        {question.leads.length === 0
          ? "Answer this now"
          : can_mail
          ? "Answer and send"
          : "Answer and open mail"}
      </a>
      <Button
        look="quiet"
        size="sm"
        name="action"
        value="dismiss"
        aria-label={`Dismiss: ${question.question.slice(0, 100)}`}
      >
        Dismiss
      </Button>
    </form>
  );
}

/** Other wordings of a question. */
function OtherWordings({ question }: { question: UnansweredView }) {
  if (question.ways.length === 0) return null;
  return (
    <details class="text-xs text-muted">
      <summary class="w-fit py-0.5">Also asked in other words</summary>
      <ul class="list-disc space-y-0.5 ps-5 pb-1">
        {question.ways.map((way) => (
          <li key={way}>
            <bdi class="line-clamp-3 wrap-anywhere">{way}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Visitors who left an e-mail with a question. */
function Waiting({ leads }: Pick<UnansweredView, "leads">) {
  if (leads.length === 0) return null;
  return (
    <p class="flex items-center gap-1.5 text-xs text-muted">
      <Mail size={14} class="shrink-0" />
      <span class="min-w-0 break-all">
        {leads.slice(0, 2).map(({ email }) => email).join(", ")}
        {leads.length > 2 && ` and ${leads.length - 2} more`}
        {leads.length === 1 ? " wants a reply" : " want a reply"}
      </span>
    </p>
  );
}

import { useRef } from "preact/hooks";
import { ArrowDown } from "lucide-preact";
import { Answer } from "../components/chat/Answer.tsx";
import { ChatFoot } from "../components/chat/ChatFoot.tsx";
import { Composer } from "../components/chat/Composer.tsx";
import { LeaveEmail } from "../components/chat/LeaveEmail.tsx";
import { Questions } from "../components/chat/Questions.tsx";
import { Rate } from "../components/chat/Rate.tsx";
import {
  type Channel,
  type Conversation,
  type Entry,
  useConversation,
} from "../components/chat/use_conversation.ts";
import { useFollowing } from "../components/chat/use_following.ts";
import type { PublicTwinView } from "../lib/schemas/twin.ts";
import type { Endpoint } from "../lib/client/chat_client.ts";
import { followUps, mergeCitations } from "../lib/client/sources.ts";

type Props = Channel & {
  twin: PublicTwinView;
  /** Where a visitor may leave an e-mail if there was no answer; null if not offered. */
  leads: Endpoint | null;
  /** Where answers are rated; null if they are not. */
  ratings: Endpoint | null;
  /** Where a new conversation begins without scripts. */
  start_path?: string;
  /** Why the form sent without scripts failed. */
  problem?: string;
};

/** A conversation with a twin: on the share page, the embedded page and in the preview. */
export default function Chat(
  { twin, leads, ratings, start_path = "?", problem, ...channel }: Props,
) {
  const { words, session_id = "", history: said = [] } = channel;
  const conversation = useConversation(channel);
  const log = useRef<HTMLDivElement>(null);
  const { isBehind, toLast, toEnd } = useFollowing(log);
  const entries = conversation.entries.value;
  const isBusy = conversation.isBusy.value;
  const last = entries.at(-1);
  const ask = (question: string) => {
    toLast();
    return conversation.send(question);
  };
  const failure = conversation.problem.value;
  const refusal = failure ||
    (entries.length === said.length && !isBusy && problem);
  const mayRetry = failure !== "" && conversation.mayRetry.value;
  return (
    <div
      class="chat flex min-h-0 flex-1 flex-col gap-3"
      data-begun={entries.length > 0 || undefined}
    >
      <div class="log relative min-h-0 flex-1">
        <div
          ref={log}
          role="log"
          aria-label={words.conversation}
          aria-live="off"
          tabIndex={0}
          class="relative -mx-1 h-full overflow-y-auto overscroll-contain px-1"
        >
          <Messages
            {...{ twin, words, conversation, session_id, leads, ratings }}
            onPick={ask}
          />
        </div>
        {isBehind.value && <Newer label={words.newer} onClick={toEnd} />}
      </div>
      <Announced text={!isBusy && last?.role === "twin" ? last.text : ""} />
      {refusal && (
        <Refusal
          text={refusal}
          retry={words.retry}
          onRetry={mayRetry ? () => ask(conversation.draft.value) : undefined}
        />
      )}
      <Composer
        conversation={{ ...conversation, send: ask }}
        session_id={session_id}
        words={words}
      />
      <ChatFoot
        {...{ conversation, session_id, start_path, words }}
        privacy_url={twin.privacy_url}
        retention_days={channel.session ? channel.retention_days ?? 0 : null}
      />
    </div>
  );
}

/** An answer is announced once, when it is complete. */
function Announced({ text }: { text: string }) {
  return <p role="status" class="sr-only">{text}</p>;
}

type NewerProps = { label: string; onClick(): void };

function Newer({ label, onClick }: NewerProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      class="tint absolute inset-x-0 bottom-2 mx-auto flex min-h-8 w-fit items-center gap-1 rounded-full px-3 text-sm font-medium shadow-md"
    >
      <ArrowDown size={16} /> {label}
    </button>
  );
}

type RefusalProps = { text: string; retry: string; onRetry?: () => void };

/** Why a message was not answered. */
function Refusal({ text, retry, onRetry }: RefusalProps) {
  return (
    <p
      role="alert"
      dir="auto"
      class="rounded-xl bg-bad-soft px-4 py-2 text-sm text-bad"
    >
      {text} {onRetry && (
        <button
          type="button"
          class="min-h-8 font-medium underline"
          onClick={onRetry}
        >
          {retry}
        </button>
      )}
    </p>
  );
}

type MessagesProps = Pick<Props, "twin" | "words" | "leads" | "ratings"> & {
  conversation: Conversation;
  session_id: string;
  onPick(question: string): void;
};

/** The greeting, the messages, and suggested questions. */
function Messages(props: MessagesProps) {
  const { twin, words, conversation, onPick } = props;
  const entries = conversation.entries.value;
  const isBusy = conversation.isBusy.value;
  const last = entries.at(-1);
  const asked = entries.filter(({ role }) => role === "visitor")
    .map(({ text }) => text);
  return (
    <div class="space-y-4 py-3">
      <Answer text={twin.greeting} words={words} isGreeting />
      {entries.length === 0 && (
        <Questions
          look="cards"
          label={words.starters}
          questions={twin.suggested_questions}
          onPick={onPick}
        />
      )}
      {entries.map((entry, i) =>
        entry.role === "visitor"
          ? (
            <Asked
              key={i}
              text={entry.text}
              label={words.you}
              isLast={i >= entries.length - 2}
            />
          )
          : (
            <Answered
              key={i}
              entry={entry}
              isWhole={!isBusy || i < entries.length - 1}
              {...props}
            />
          )
      )}
      {last?.role === "twin" && !isBusy && (
        <Questions
          look="chips"
          label={words.next}
          questions={followUps(
            mergeCitations(last.citations ?? []),
            twin.suggested_questions,
            asked,
          )}
          onPick={onPick}
        />
      )}
    </div>
  );
}

type AnsweredProps = MessagesProps & { entry: Entry; isWhole: boolean };

/** An answer and its actions. */
function Answered(props: AnsweredProps) {
  const { twin, words, conversation, session_id, entry, isWhole } = props;
  const { leads, ratings } = props;
  return (
    <Answer
      text={entry.text}
      words={words}
      citations={entry.citations}
      isWhole={isWhole}
      within={leads && entry.id && entry.may_leave_email && (
        <LeaveEmail
          key={entry.id}
          message_id={entry.id}
          name={twin.name}
          {...{ conversation, leads, session_id, words }}
        />
      )}
    >
      {ratings && entry.id && (
        <Rate
          key={entry.id}
          {...{ conversation, ratings, entry, session_id, words }}
        />
      )}
    </Answer>
  );
}

type AskedProps = { text: string; label: string; isLast: boolean };

function Asked({ text, label, isLast }: AskedProps) {
  return (
    <p
      id={isLast ? "end" : undefined}
      dir="auto"
      class="tint ms-auto w-fit max-w-[85%] rounded-2xl rounded-se-sm px-4 py-2.5 wrap-anywhere whitespace-pre-wrap shadow-xs scroll-mt-3"
    >
      <bdi class="sr-only">{label}:</bdi>
      {text}
    </p>
  );
}

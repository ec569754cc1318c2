import type { ComponentChildren } from "preact";
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
  type Entry,
  useConversation,
} from "../components/chat/use_conversation.ts";
import { useFollowing } from "../components/chat/use_following.ts";
import type { ChatWords } from "../lib/embed/words/words.ts";
import type { PublicTwinView } from "../lib/schemas/twin.ts";
import type { Endpoint } from "../lib/client/chat_client.ts";
import { followUps, mergeCitations } from "../lib/client/sources.ts";

type Props = Channel & {
  twin: PublicTwinView;
  /** Where an e-mail may be left when an answer was not found; null where it may not. */
  leads: Endpoint | null;
  /** Where answers are rated; null where they are not. */
  ratings: Endpoint | null;
  /** Where a new conversation begins without scripts. */
  start_path?: string;
  /** Why the form that was sent without scripts did not get done. */
  problem?: string;
};

/** A conversation with a twin: the share page's, the embedded page's and the preview's. */
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
    conversation.send(question);
  };
  const refusal = conversation.problem.value ||
    (entries.length === said.length && !isBusy && problem);
  const more = (entry: Entry) =>
    ratings && entry.id && (
      <Rate
        key={entry.id}
        {...{ conversation, ratings, entry, session_id, words }}
      />
    );
  const within = ({ id, may_leave_email }: Entry) =>
    leads && id && may_leave_email && (
      <LeaveEmail
        key={id}
        message_id={id}
        name={twin.name}
        {...{ conversation, leads, session_id, words }}
      />
    );
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
          <Said
            {...{ twin, words, entries, isBusy, within }}
            onPick={ask}
            below={more}
          />
        </div>
        {isBehind.value && (
          <button
            type="button"
            onClick={toEnd}
            class="tint absolute inset-x-0 bottom-2 mx-auto flex min-h-8 w-fit items-center gap-1 rounded-full px-3 text-sm font-medium shadow-md"
          >
            <ArrowDown size={16} /> {words.newer}
          </button>
        )}
      </div>
      {/* An answer is announced once, when it is whole. */}
      <p role="status" class="sr-only">
        {!isBusy && last?.role === "twin" ? last.text : ""}
      </p>
      {refusal && (
        <p
          role="alert"
          dir="auto"
          class="rounded-xl bg-bad-soft px-4 py-2 text-sm text-bad"
        >
          {refusal}{" "}
          {conversation.problem.value && conversation.mayRetry.value && (
            <button
              type="button"
              class="min-h-8 font-medium underline"
              onClick={() => ask(conversation.draft.value)}
            >
              {words.retry}
            </button>
          )}
        </p>
      )}
      <Composer
        conversation={{
          ...conversation,
          send: (text) => {
            ask(text);
            return Promise.resolve();
          },
        }}
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

type SaidProps = {
  twin: PublicTwinView;
  words: ChatWords;
  entries: Entry[];
  isBusy: boolean;
  onPick(question: string): void;
  /** What is added within an answer, and below it. */
  within(entry: Entry): ComponentChildren;
  below(entry: Entry): ComponentChildren;
};

/** The greeting, what was said, and questions to ask next. */
function Said(props: SaidProps) {
  const { twin, words, entries, isBusy, onPick, within, below } = props;
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
            <Answer
              key={i}
              text={entry.text}
              words={words}
              citations={entry.citations}
              isWhole={!isBusy || i < entries.length - 1}
              within={within(entry)}
            >
              {below(entry)}
            </Answer>
          )
      )}
      {last?.role === "twin" && !isBusy && (
        <Questions
          look="chips"
          label={words.next}
          questions={further(last, twin, asked)}
          onPick={onPick}
        />
      )}
    </div>
  );
}

/** Two questions that may come next: what was cited beside the first item, and what the twin suggests. */
function further(
  { citations = [] }: Entry,
  { suggested_questions }: PublicTwinView,
  asked: string[],
): string[] {
  const others = followUps(mergeCitations(citations), asked);
  const unasked = suggested_questions.filter((one) =>
    !asked.includes(one) && !others.includes(one)
  );
  return [...others, ...unasked].slice(0, 2);
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

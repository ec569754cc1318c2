import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Answer } from "../components/chat/Answer.tsx";
import { Composer } from "../components/chat/Composer.tsx";
import { LeaveEmail } from "../components/chat/LeaveEmail.tsx";
import { Rate } from "../components/chat/Rate.tsx";
import { Stored } from "../components/chat/Stored.tsx";
import {
  type Channel,
  useConversation,
} from "../components/chat/use_conversation.ts";
import type { PublicTwinView } from "../lib/schemas/twin.ts";
import type { Endpoint } from "../lib/client/chat_client.ts";

type Props = Channel & {
  twin: PublicTwinView;
  /** Where an e-mail may be left when an answer was not found; null where it may not. */
  leads: Endpoint | null;
  /** Where answers are rated; null where they are not. */
  ratings: Endpoint | null;
  /** Where it begins anew without scripts. */
  start_path?: string;
  /** Why the form that was sent without scripts did not get done. */
  problem?: string;
};

/** A conversation with a twin: the share page's, the embedded page's and the preview's. */
export default function Chat(
  { twin, leads, ratings, start_path = "?", problem, ...channel }: Props,
) {
  const talk = useConversation(channel);
  const { entries, isBusy } = talk;
  const log = useRef<HTMLDivElement>(null);
  const session_id = channel.session_id ?? "";
  useFollowing(talk, log);
  const last = entries.value.at(-1);
  const said = !isBusy.value && last?.role === "twin" ? last.text : "";
  const refusal = talk.problem.value || (entries.value.length ===
      (channel.said ?? []).length && !isBusy.value && problem);
  return (
    <div class="flex min-h-0 flex-1 flex-col gap-3">
      <div
        ref={log}
        role="log"
        aria-label="Conversation"
        aria-live="off"
        tabIndex={0}
        class="-mx-1 flex-1 space-y-4 overflow-y-auto overscroll-contain px-1 py-3"
      >
        <Answer text={twin.greeting} />
        {entries.value.length === 0 && (
          <Suggestions
            questions={twin.suggested_questions}
            onPick={talk.send}
          />
        )}
        {entries.value.map((entry, i) =>
          entry.role === "visitor"
            ? <Asked key={i} text={entry.text} />
            : (
              <Answer
                key={i}
                text={entry.text}
                citations={entry.citations}
                isWhole={!isBusy.value || i < entries.value.length - 1}
              >
                {ratings && entry.id && (
                  <Rate
                    key={entry.id}
                    {...{ talk, ratings, entry, session_id }}
                  />
                )}
              </Answer>
            )
        )}
        {leads && last?.grounded === false && !isBusy.value && (
          <LeaveEmail talk={talk} leads={leads} session_id={session_id} />
        )}
      </div>
      {/* An answer is announced once, when it is whole. */}
      <p role="status" class="sr-only">{said}</p>
      {refusal && (
        <p
          role="alert"
          class="rounded-xl bg-bad-soft px-4 py-2 text-sm text-bad"
        >
          {refusal}
        </p>
      )}
      <Composer talk={talk} session_id={session_id} />
      <div class="-mx-2 flex flex-wrap items-center">
        {channel.session && (
          <Stored
            {...{ talk, session_id }}
            retention_days={channel.retention_days ?? 0}
          />
        )}
        <a
          href={start_path}
          class="inline-flex min-h-8 items-center rounded-lg px-3 text-sm font-medium text-muted transition hover:bg-hover hover:text-ink"
          onClick={(event) => {
            event.preventDefault();
            talk.forget();
          }}
        >
          Start again
        </a>
        {twin.privacy_url && (
          <a
            class="inline-flex min-h-8 items-center rounded-lg px-3 text-sm text-muted underline transition hover:text-ink"
            href={twin.privacy_url}
            rel="noreferrer nofollow"
            target="_blank"
          >
            Privacy
          </a>
        )}
      </div>
    </div>
  );
}

/** Keeps the end in sight as it grows, unless the reader has scrolled up. */
function useFollowing(
  { entries }: ReturnType<typeof useConversation>,
  log: { current: HTMLDivElement | null },
): void {
  const count = useRef(0);
  useSignalEffect(() => {
    const { length } = entries.value;
    const box = log.current;
    if (!box) return;
    const below = box.scrollHeight - box.scrollTop - box.clientHeight;
    const follows = below < 80 || length !== count.current;
    count.current = length;
    if (follows) requestAnimationFrame(() => box.scrollTop = box.scrollHeight);
  });
}

type SuggestionsProps = {
  questions: string[];
  onPick: (question: string) => void;
};

function Suggestions({ questions, onPick }: SuggestionsProps) {
  return (
    <ul class="flex flex-wrap gap-2">
      {questions.map((question) => (
        <li key={question}>
          <button
            type="submit"
            form="ask"
            formNoValidate
            name="suggested"
            value={question}
            dir="auto"
            class="min-h-9 rounded-full border border-control-line/60 bg-raised px-4 py-1.5 text-start text-sm wrap-anywhere transition hover:border-control-line hover:bg-hover"
            onClick={(event) => {
              event.preventDefault();
              onPick(question);
            }}
          >
            {question}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Asked({ text }: { text: string }) {
  return (
    <p
      dir="auto"
      class="tint ms-auto w-fit max-w-[85%] rounded-2xl rounded-se-sm px-4 py-2.5 wrap-anywhere whitespace-pre-wrap shadow-xs"
    >
      <span class="sr-only">You:</span>
      {text}
    </p>
  );
}

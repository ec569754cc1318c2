import { CircleCheck } from "lucide-preact";
import type { UnansweredView } from "../lib/schemas/chat.ts";
import { answerPath } from "./WaitingList.tsx";
import { Button, buttonLook } from "./ui/Button.tsx";
import { EmptyState } from "./ui/EmptyState.tsx";
import { Way } from "./ConversationRow.tsx";
import { Time } from "./ui/Time.tsx";

type Props = {
  questions: UnansweredView[];
  twin_id: string;
  /** The name of a key by its id. */
  nameOf: (key_id: string) => string;
  is_owner: boolean;
  now: number;
};

/** Questions that found no answer; each becomes content in one step. */
export function UnansweredList(
  { questions, twin_id, nameOf, is_owner, now }: Props,
) {
  if (questions.length === 0) {
    return (
      <EmptyState
        title="Nothing waits for an answer"
        icon={<CircleCheck size={22} strokeWidth={1.75} />}
      >
        What your twin could not answer appears here, to be answered in one
        step.
      </EmptyState>
    );
  }
  return (
    <ul class="divide-y divide-line">
      {questions.map((question) => (
        <li
          key={question.id}
          class="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 text-sm"
        >
          <div class="min-w-0 flex-1 basis-64">
            <p dir="auto" class="line-clamp-3 font-medium wrap-anywhere">
              {question.question}
            </p>
            <p class="flex flex-wrap items-center gap-x-1.5 text-xs text-muted">
              <Way
                name={question.key_id === null ? null : nameOf(question.key_id)}
              />
              <span>
                · <Time at={question.asked_at} now={now} /> ·
              </span>
              <a
                class="underline"
                href={`/dashboard/conversations/${question.conversation_id}?twin=${twin_id}`}
              >
                Read the conversation
              </a>
            </p>
          </div>
          {is_owner && (
            <form method="post" class="flex flex-wrap gap-2">
              <input type="hidden" name="message_id" value={question.id} />
              <a
                class={buttonLook({ look: "plain", size: "sm" })}
                href={answerPath(twin_id, question.question, question.id)}
              >
                Answer this now
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
          )}
        </li>
      ))}
    </ul>
  );
}

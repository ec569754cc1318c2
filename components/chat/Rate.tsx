import { useSignal } from "@preact/signals";
import { ThumbsDown, ThumbsUp } from "lucide-preact";
import type { Endpoint } from "../../lib/client/chat_client.ts";
import type { ChatWords } from "../../lib/embed/words/words.ts";
import type { Conversation, Entry } from "./use_conversation.ts";

type Props = {
  conversation: Conversation;
  ratings: Endpoint;
  entry: Entry;
  session_id: string;
  words: ChatWords;
};

const THUMBS = [["up", "good", ThumbsUp], ["down", "bad", ThumbsDown]] as const;

/** The chosen rating, and what sends it. */
function useRating({ conversation, ratings, entry }: Props) {
  const given = useSignal(entry.rating?.rating);
  const state = useSignal<"" | "sent" | "failed">("");
  const rate = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const { rating, comment } = Object.fromEntries(
      new FormData(form, event.submitter),
    );
    const before = given.value;
    given.value = rating === "up" ? "up" : "down";
    state.value = "";
    const { url, headers } = conversation.authorized(ratings);
    const response = await fetch(url, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify({
        session_id: conversation.session_id(),
        message_id: entry.id,
        rating,
        comment,
      }),
    }).catch(() => null);
    if (!response?.ok) given.value = before;
    state.value = !response?.ok ? "failed" : comment ? "sent" : "";
  };
  return { given, state, rate };
}

/** Thumbs for an answer, and a comment field once one is chosen. Sends plain forms until scripts run. */
export function Rate(props: Props) {
  const { entry, session_id, words } = props;
  const { given, state, rate } = useRating(props);
  const about = (
    <>
      <input type="hidden" name="action" value="rate" />
      <input type="hidden" name="session_id" value={session_id} />
      <input type="hidden" name="message_id" value={entry.id} />
    </>
  );
  return (
    <>
      <form method="post" class="flex gap-1" onSubmit={rate}>
        {about}
        {THUMBS.map(([value, word, Icon]) => (
          <button
            key={value}
            type="submit"
            name="rating"
            value={value}
            aria-label={words[word]}
            title={words[word]}
            aria-pressed={given.value === value}
            class="grid size-7 place-items-center rounded-lg text-muted transition hover:bg-hover hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent"
          >
            <Icon size={15} />
          </button>
        ))}
      </form>
      {/* A separate form: Enter in a field presses the first button of its form. */}
      {given.value && state.value !== "sent" && (
        <form
          method="post"
          class="flex basis-full flex-wrap gap-2 pt-1"
          onSubmit={rate}
        >
          {about}
          <Comment {...{ entry, words }} given={given.value} />
        </form>
      )}
      <span role="status" class="text-xs text-muted empty:hidden">
        {state.value === "sent" && words.thanks}
        {state.value === "failed" && words.failed}
      </span>
    </>
  );
}

type CommentProps = Pick<Props, "entry" | "words"> & { given: "up" | "down" };

/** The comment fields for a rated answer. */
function Comment({ entry, words, given }: CommentProps) {
  return (
    <>
      <input type="hidden" name="rating" value={given} />
      <input
        name="comment"
        aria-label={words.comment}
        maxLength={500}
        dir="auto"
        value={entry.rating?.comment}
        placeholder={given === "up" ? words.helped : words.missing}
        class="min-h-9 min-w-0 flex-1 basis-48 rounded-lg border border-control-line bg-raised px-3 text-sm"
      />
      <button
        type="submit"
        class="min-h-9 rounded-lg border border-control-line px-3 text-sm font-medium transition hover:bg-hover"
      >
        {words.send}
      </button>
    </>
  );
}

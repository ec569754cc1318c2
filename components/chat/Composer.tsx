import { ArrowUp, Square } from "lucide-preact";
import { isComposing } from "../../lib/client/composing.ts";
import type { ChatWords } from "../../lib/embed/words/words.ts";
import type { Conversation } from "./use_conversation.ts";

type Props = {
  conversation: Conversation;
  session_id: string;
  words: ChatWords;
};

const GO =
  "tint grid size-11 shrink-0 place-items-center rounded-xl shadow-sm transition hover:brightness-110";

/** The message field. Sends a plain form until scripts run. */
export function Composer({ conversation, session_id, words }: Props) {
  const { draft, isBusy } = conversation;
  return (
    <form
      id="ask"
      method="post"
      action="#end"
      class="composer flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        conversation.send(draft.value);
      }}
    >
      <input type="hidden" name="session_id" value={session_id} />
      <label for="message" class="sr-only">{words.message}</label>
      <textarea
        id="message"
        name="message"
        rows={1}
        required
        dir="auto"
        placeholder={words.ask}
        value={draft.value}
        onInput={(event) => draft.value = event.currentTarget.value}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || isComposing(event)) {
            return;
          }
          event.preventDefault();
          conversation.send(draft.value);
        }}
        class="field-sizing-content max-h-40 min-h-11 flex-1 resize-none rounded-xl border border-control-line bg-raised px-4 py-2.5 text-base shadow-xs"
      >
        {draft.value}
      </textarea>
      {isBusy.value
        ? (
          <button
            type="button"
            class={GO}
            aria-label={words.stop}
            onClick={conversation.stop}
          >
            <Square size={18} />
          </button>
        )
        : (
          <button type="submit" class={GO} aria-label={words.send}>
            <ArrowUp size={20} />
          </button>
        )}
    </form>
  );
}

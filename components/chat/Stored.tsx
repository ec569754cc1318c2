import { say } from "../../lib/client/say.ts";
import type { ChatWords } from "../../lib/embed/words/words.ts";
import { Modal, ModalButton } from "../ui/Modal.tsx";
import type { Conversation } from "./use_conversation.ts";

type Props = {
  conversation: Conversation;
  session_id: string;
  /** For how many days the twin's team may read a conversation. */
  retention_days: number;
  words: ChatWords;
};

/** Says what is stored about a visitor, and lets them delete it. */
export function Stored(
  { conversation, session_id, retention_days, words }: Props,
) {
  const count = conversation.entries.value.length;
  const forget = async (event: Event) => {
    event.preventDefault();
    (event.currentTarget as HTMLElement).closest("dialog")?.close();
    await conversation.forget();
  };
  // For browsers without invoker commands.
  const open = () => {
    if ("commandForElement" in HTMLButtonElement.prototype) return;
    document.querySelector<HTMLDialogElement>("#stored")?.showModal();
  };
  return (
    <div onClick={open}>
      <ModalButton opens="stored" look="quiet" size="sm">
        {words.stored}
      </ModalButton>
      <Modal id="stored" title={words.stored_title} close={words.dismiss}>
        <form method="post" class="space-y-4 text-sm" onSubmit={forget}>
          <p>
            {count === 0
              ? words.stored_nothing
              : say(words.stored_messages, { count })}{" "}
            {retention_days > 0 ? words.stored_no_but : words.stored_no}
          </p>
          <p class="text-muted">
            {retention_days === 0 ? words.stored_unread : say(
              words.stored_read,
              { days: inDays(retention_days, words.lang) },
            )}
          </p>
          <input type="hidden" name="session_id" value={session_id} />
          <button
            type="submit"
            name="action"
            value="delete"
            class="min-h-10 rounded-lg border border-control-line px-4 font-medium text-bad transition hover:bg-bad-soft"
          >
            {words.delete_now}
          </button>
        </form>
      </Modal>
    </div>
  );
}

function inDays(days: number, lang: string): string {
  const style = { style: "unit", unit: "day", unitDisplay: "long" } as const;
  return new Intl.NumberFormat(lang, style).format(days);
}

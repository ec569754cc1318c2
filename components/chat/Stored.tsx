import { Modal, ModalButton } from "../ui/Modal.tsx";
import type { Conversation } from "./use_conversation.ts";

type Props = {
  talk: Conversation;
  session_id: string;
  /** For how many days the twin's makers may read a conversation. */
  retention_days: number;
};

/** What is stored of a visitor, in words, and its deletion. */
export function Stored({ talk, session_id, retention_days }: Props) {
  const count = talk.entries.value.length;
  const forget = async (event: Event) => {
    event.preventDefault();
    (event.currentTarget as HTMLElement).closest("dialog")?.close();
    await talk.forget();
  };
  // Where a browser knows no invoker commands.
  const open = () => {
    if ("commandForElement" in HTMLButtonElement.prototype) return;
    document.querySelector<HTMLDialogElement>("#stored")?.showModal();
  };
  return (
    <div onClick={open}>
      <ModalButton opens="stored" look="quiet" size="sm">
        What is stored about me
      </ModalButton>
      <Modal id="stored" title="What is stored about you">
        <form method="post" class="space-y-4 text-sm" onSubmit={forget}>
          <p>
            {count === 0
              ? "Nothing: you have not written yet."
              : `The ${count} messages of this conversation, with their times.`}
            {" "}
            No name, no address, no cookie
            {retention_days > 0 && "; an e-mail only if you leave one"}.
          </p>
          <p class="text-muted">
            {retention_days === 0
              ? "Nobody reads the conversation: it is kept for your next questions only, and deleted soon after you stop. Or delete it now."
              : `Whoever made this twin can read the conversation for ${
                retention_days === 1 ? "a day" : `${retention_days} days`
              }, unless you delete it. Then it is gone for them too, at once.`}
          </p>
          <input type="hidden" name="session_id" value={session_id} />
          <button
            type="submit"
            name="action"
            value="delete"
            class="min-h-10 rounded-lg border border-control-line px-4 font-medium text-bad transition hover:bg-bad-soft"
          >
            Delete now
          </button>
        </form>
      </Modal>
    </div>
  );
}

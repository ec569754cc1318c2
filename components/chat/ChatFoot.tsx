import type { ChatWords } from "../../lib/embed/words/words.ts";
import { Stored } from "./Stored.tsx";
import type { Conversation } from "./use_conversation.ts";

type Props = {
  conversation: Conversation;
  session_id: string;
  /** Where a new conversation begins without scripts. */
  start_path: string;
  privacy_url: string | null;
  /** For how many days the twin's team may read it; null if no session is kept. */
  retention_days: number | null;
  words: ChatWords;
};

const LINK =
  "inline-flex min-h-8 items-center rounded-lg px-3 text-sm text-muted transition hover:text-ink";

/** What a visitor can do with the whole conversation. */
export function ChatFoot(
  { conversation, session_id, start_path, privacy_url, retention_days, words }:
    Props,
) {
  return (
    <div class="chat-foot -mx-2 flex flex-wrap items-center">
      {retention_days !== null && (
        <Stored {...{ conversation, session_id, retention_days, words }} />
      )}
      {conversation.entries.value.length > 0 && (
        <a
          href={start_path}
          class={`${LINK} font-medium hover:bg-hover`}
          onClick={(event) => {
            event.preventDefault();
            conversation.forget();
          }}
        >
          {words.reset}
        </a>
      )}
      {privacy_url && (
        <a
          class={`${LINK} underline`}
          href={privacy_url}
          rel="noreferrer nofollow"
          target="_blank"
        >
          {words.privacy}
        </a>
      )}
    </div>
  );
}

import { useSignal } from "@preact/signals";
import type { Conversation } from "./use_conversation.ts";
import type { Endpoint } from "../../lib/client/chat_client.ts";
import { say } from "../../lib/client/say.ts";
import type { ChatWords } from "../../lib/embed/words/words.ts";

type Props = {
  conversation: Conversation;
  leads: Endpoint;
  session_id: string;
  /** The answer that found nothing. */
  message_id: string;
  /** The twin's name. */
  name: string;
  words: ChatWords;
};

/** Asks for an e-mail where the twin had no answer. Sends a plain form until scripts run. */
export function LeaveEmail(
  { conversation, leads, session_id, message_id, name, words }: Props,
) {
  const id = `email-${message_id}`;
  const state = useSignal<"open" | "sent" | "failed">("open");
  if (state.value === "sent") {
    return (
      <p role="status" class="mt-2 text-sm font-medium text-good">
        {say(words.offered, { name })}
      </p>
    );
  }
  const leave = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const { url, headers } = conversation.authorized(leads);
    const response = await fetch(url, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify({
        session_id: conversation.session_id(),
        email: form.get("email"),
      }),
    }).catch(() => null);
    state.value = response?.ok ? "sent" : "failed";
  };
  return (
    <form
      method="post"
      class="mt-3 space-y-2 border-t border-line pt-3 text-sm"
      onSubmit={leave}
    >
      <input type="hidden" name="session_id" value={session_id} />
      <label for={id} class="block">{say(words.offer, { name })}</label>
      <div class="flex flex-wrap gap-2">
        <input
          id={id}
          name="email"
          type="email"
          required
          autocomplete="email"
          placeholder={words.email}
          class="min-h-10 min-w-0 flex-1 basis-48 rounded-lg border border-control-line bg-raised px-3"
        />
        <button
          type="submit"
          name="action"
          value="leave_email"
          class="min-h-10 rounded-lg border border-control-line px-3 font-medium transition hover:bg-hover"
        >
          {words.lead_send}
        </button>
      </div>
      {state.value === "failed" && (
        <p role="alert" class="text-bad">{words.lead_failed}</p>
      )}
    </form>
  );
}

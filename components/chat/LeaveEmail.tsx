import { useSignal } from "@preact/signals";
import type { Conversation } from "./use_conversation.ts";
import type { Endpoint } from "../../lib/client/chat_client.ts";

type Props = { talk: Conversation; leads: Endpoint; session_id: string };

/** Asks for an e-mail where the twin had no answer. Sends a plain form until scripts run. */
export function LeaveEmail({ talk, leads, session_id }: Props) {
  const state = useSignal<"open" | "sent" | "failed">("open");
  if (state.value === "sent") {
    return (
      <p role="status" class="text-sm font-medium text-good">
        Thank you. You will hear as soon as there is an answer.
      </p>
    );
  }
  const leave = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const { url, headers } = talk.here(leads);
    const response = await fetch(url, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify({
        session_id: talk.session_id(),
        email: form.get("email"),
      }),
    }).catch(() => null);
    state.value = response?.ok ? "sent" : "failed";
  };
  return (
    <form
      method="post"
      class="w-fit max-w-full space-y-2 rounded-2xl border border-line p-4 text-sm"
      onSubmit={leave}
    >
      <input type="hidden" name="session_id" value={session_id} />
      <label for="email" class="block font-medium">
        Want to be told when there is an answer?
      </label>
      <div class="flex flex-wrap gap-2">
        <input
          id="email"
          name="email"
          type="email"
          required
          autocomplete="email"
          placeholder="you@example.com"
          class="min-h-10 min-w-0 flex-1 basis-48 rounded-lg border border-control-line bg-raised px-3"
        />
        <button
          type="submit"
          name="action"
          value="leave_email"
          class="min-h-10 rounded-lg border border-control-line px-3 font-medium transition hover:bg-hover"
        >
          Tell me
        </button>
      </div>
      {state.value === "failed" && (
        <p role="alert" class="text-bad">
          That did not work. Check the address and try again.
        </p>
      )}
    </form>
  );
}

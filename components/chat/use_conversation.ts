import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import {
  ask,
  ChatError,
  type Citation,
  type Endpoint,
} from "../../lib/client/chat_client.ts";
import { explain, isFinal } from "../../lib/client/explain.ts";
import { typedBefore } from "../../lib/client/typed_before.ts";
import { newMessageId } from "../../lib/client/message_id.ts";
import type { ChatWords } from "../../lib/embed/words/words.ts";
import {
  endSession,
  loadHistory,
  sessionStore,
} from "../../lib/client/visitor_session.ts";

/** A message of a visitor or the twin. */
export type Entry = {
  /** Id of an answer, once it is recorded. */
  id?: string;
  role: "visitor" | "twin";
  text: string;
  citations?: Citation[];
  /** The twin had no answer, and the visitor may leave an e-mail to get it later. */
  may_leave_email?: boolean;
  rating?: { rating: "up" | "down"; comment: string };
};

/** Where a conversation is sent and how it starts. */
export type Channel = {
  /** In the visitor's language. */
  words: ChatWords;
  /** Where messages go. */
  chat: Endpoint;
  /** Where the session is read and ended; null for a preview, which has none. */
  session: Endpoint | null;
  /** For how many days the twin's team may read the conversation; absent in a preview. */
  retention_days?: number;
  /** The viewer a preview answers for, and the channel. */
  preview_as?: { as: "owner" | "public"; channel?: string };
  /** Where an embedded page renews its ticket. */
  ticket_url?: string;
  /** Messages from before any script ran. */
  history?: Entry[];
  session_id?: string;
  /** A message typed before any script ran and not sent yet. */
  draft?: string;
};

export type Conversation = {
  entries: Signal<Entry[]>;
  draft: Signal<string>;
  isBusy: Signal<boolean>;
  problem: Signal<string>;
  /** Sending the message again may help. */
  mayRetry: Signal<boolean>;
  session_id(): string;
  /** An endpoint with currently valid headers. */
  authorized(endpoint: Endpoint): Endpoint;
  send(text: string): Promise<void>;
  stop(): void;
  /** Ends the session on the server, which deletes its messages, and starts a new one. */
  forget(): Promise<void>;
};

const TICKET_RENEWED_MS = 5 * 60_000;

/**
 * The state of one conversation and its actions.
 * One function: sending, stopping and forgetting share that state.
 */
export function useConversation(channel: Channel): Conversation {
  const { chat, session, words } = channel;
  const entries = useSignal<Entry[]>(channel.history ?? []);
  const draft = useSignal(typedBefore("message") || channel.draft || "");
  const isBusy = useSignal(false);
  const problem = useSignal("");
  const mayRetry = useSignal(false);
  const running = useRef<AbortController | null>(null);
  const { store, authorized } = useSession(
    channel,
    (said) => entries.value = said,
  );

  async function send(text: string) {
    const message = text.trim();
    if (!message || isBusy.value) return;
    isBusy.value = true;
    problem.value = "";
    draft.value = "";
    const before = entries.value;
    const show = (answer: Partial<Entry>) =>
      entries.value = [
        ...before,
        { role: "visitor", text: message },
        { role: "twin", text: "", ...answer },
      ];
    show({});
    const control = running.current = new AbortController();
    // A preview is not a visitor's message and keeps no such id.
    const rest = channel.preview_as ?? { client_message_id: newMessageId() };
    const session_id = store.get() || undefined;
    try {
      const answer = await ask(
        authorized(chat),
        { message, session_id, ...rest },
        { onSession: store.set, onText: (text) => show({ text }) },
        control.signal,
      );
      show({ ...answer, id: answer.message_id });
    } catch (error) {
      if (error instanceof ChatError && error.code === "stopped") return;
      // The text is kept, to be sent again.
      entries.value = before;
      draft.value = message;
      problem.value = error instanceof ChatError
        ? explain(error, words)
        : words.failed;
      mayRetry.value = !(error instanceof ChatError && isFinal(error));
    } finally {
      isBusy.value = false;
    }
  }

  async function forget() {
    running.current?.abort();
    const id = store.get();
    try {
      if (id && session) await endSession(authorized(session), id);
    } catch (error) {
      if (!(error instanceof ChatError && error.code === "not_found")) {
        problem.value = words.failed;
        mayRetry.value = false;
        return;
      }
    }
    store.set("");
    entries.value = [];
    problem.value = "";
  }

  return {
    ...{
      entries,
      draft,
      isBusy,
      problem,
      mayRetry,
      authorized,
      send,
      forget,
    },
    session_id: () => store.get(),
    stop: () => running.current?.abort(),
  };
}

/** The visitor's session and the headers for calls; its earlier messages are passed to `onHistory`. */
function useSession(
  { chat, session, session_id, history, ticket_url }: Channel,
  onHistory: (said: Entry[]) => void,
) {
  const store = useRef(
    sessionStore(`twincast:${chat.url}`, session ? "session" : "none"),
  ).current;
  const headers = useRef(chat.headers);
  const authorized = ({ url }: Endpoint) => ({ url, headers: headers.current });
  useEffect(() => {
    if (session_id) store.set(session_id);
    const id = store.get();
    if (!id || !session || history?.length) return;
    loadHistory(authorized(session), id)
      .then(onHistory, () => store.set(""));
  }, []);
  useTicket(ticket_url, (fresh) => headers.current = fresh);
  return { store, authorized };
}

/** Renews an embedded page's ticket before it ends, and when a laptop wakes after it has ended. */
function useTicket(
  url: string | undefined,
  renewed: (headers: Record<string, string>) => void,
): void {
  useEffect(() => {
    if (!url) return;
    const renew = async () => {
      const response = await fetch(url).catch(() => null);
      if (!response?.ok) return;
      const { ticket } = await response.json();
      renewed({ authorization: `Bearer ${ticket}` });
    };
    const awake = () => document.visibilityState === "visible" && renew();
    const timer = setInterval(renew, TICKET_RENEWED_MS);
    document.addEventListener("visibilitychange", awake);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", awake);
    };
  }, []);
}

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { ChatAnswer } from "../components/ChatAnswer.tsx";
import type { PublicTwin } from "../lib/schemas/twin.ts";
import {
  ask,
  ChatError,
  type Citation,
  type Endpoint,
} from "../lib/widget/chat_client.ts";
import { explain } from "../lib/widget/explain.ts";
import { english } from "../lib/widget/strings.ts";
import {
  endSession,
  loadHistory,
  sessionStore,
} from "../lib/widget/visitor_session.ts";

/** A version 4 UUID; `crypto.randomUUID` is missing on pages served over plain http. */
function newMessageId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6] & 0x0f | 0x40;
  bytes[8] = bytes[8] & 0x3f | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0"));
  return hex.join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

type Entry = {
  role: "visitor" | "twin";
  text: string;
  citations?: Citation[];
  grounded?: boolean;
};

type Props = {
  twin: PublicTwin;
  /** Where messages go. */
  chat: Endpoint;
  /** Where the session is read and ended; null for a preview, which keeps none. */
  session: Endpoint | null;
  /** Where an e-mail may be left when an answer was not found; null where it may not. */
  leads: Endpoint | null;
  /** Whose eyes a preview answers for. */
  as?: "owner" | "public";
  /** Where an embedded page gets its next ticket. */
  ticket_url?: string;
  /** What was said before any script ran. */
  said?: Entry[];
  session_id?: string;
  /** What was typed before any script ran and is yet to be asked. */
  draft?: string;
};

/** A conversation with a twin: the share page's, the embedded page's and the preview's. */
export default function Chat(props: Props) {
  const { twin, chat, session } = props;
  const entries = useSignal<Entry[]>(props.said ?? []);
  const draft = useSignal(props.draft ?? "");
  const busy = useSignal(false);
  const problem = useSignal("");
  const about = useSignal<string | null>(null);
  const store = useRef(
    sessionStore(`twincast:${chat.url}`, session ? "session" : "none"),
  );
  const headers = useRef(chat.headers);
  const log = useRef<HTMLDivElement>(null);
  const running = useRef<AbortController | null>(null);
  const here = (endpoint: Endpoint): Endpoint => ({
    url: endpoint.url,
    headers: headers.current,
  });

  useEffect(() => {
    if (props.session_id) store.current.set(props.session_id);
    const id = store.current.get();
    if (!id || !session || props.said?.length) return;
    loadHistory(here(session), id)
      .then(
        (messages) => entries.value = messages,
        () => store.current.set(""),
      );
  }, []);

  useEffect(() => {
    if (!props.ticket_url) return;
    const url = props.ticket_url;
    const renew = async () => {
      const response = await fetch(url).catch(() => null);
      if (!response?.ok) return;
      const { ticket } = await response.json();
      headers.current = { authorization: `Bearer ${ticket}` };
    };
    const timer = setInterval(renew, 5 * 60_000);
    // A laptop that slept through the ticket's end asks for a new one on waking.
    const awake = () => document.visibilityState === "visible" && renew();
    document.addEventListener("visibilitychange", awake);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", awake);
    };
  }, []);

  useEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [entries.value]);

  async function send(text: string) {
    const message = text.trim();
    if (!message || busy.value) return;
    busy.value = true;
    problem.value = "";
    about.value = null;
    draft.value = "";
    const before = entries.value;
    const show = (answer: Entry) =>
      entries.value = [...before, { role: "visitor", text: message }, answer];
    const answer: Entry = { role: "twin", text: "" };
    show(answer);
    const control = running.current = new AbortController();
    try {
      const result = await ask(
        here(chat),
        {
          message,
          session_id: store.current.get() || undefined,
          // A preview is no visitor's message and keeps no such id.
          ...(props.as
            ? { as: props.as }
            : { client_message_id: newMessageId() }),
        },
        {
          onSession: store.current.set,
          onText: (text) => show({ ...answer, text }),
        },
        control.signal,
      );
      show({ ...answer, ...result });
    } catch (error) {
      const stopped = error instanceof ChatError && error.code === "stopped";
      if (!stopped) {
        // What was typed is kept, to be sent again.
        entries.value = before;
        draft.value = message;
        problem.value = error instanceof ChatError
          ? explain(error, english)
          : english.failed;
      }
    } finally {
      busy.value = false;
    }
  }

  async function startAgain() {
    running.current?.abort();
    const id = store.current.get();
    if (id && session) {
      try {
        await endSession(here(session), id);
      } catch (error) {
        const gone = error instanceof ChatError && error.code === "not_found";
        if (!gone) {
          problem.value = "Deleting did not work. Try again in a moment.";
          return;
        }
      }
    }
    store.current.set("");
    entries.value = [];
    problem.value = "";
    about.value = null;
  }

  async function showStored() {
    const id = store.current.get();
    if (!id || !session) {
      about.value = "Nothing is stored about you: you have not written yet.";
      return;
    }
    try {
      const response = await fetch(session.url, {
        headers: { ...headers.current, "x-session-id": id },
      });
      if (!response.ok) throw new Error();
      const { messages, expires_at } = await response.json();
      about.value =
        `${messages.length} messages of this conversation, with their times, and no name or address. The conversation ends at ${
          new Date(expires_at).toLocaleTimeString()
        } unless you go on.`;
    } catch {
      about.value =
        "This conversation has ended. You can still start a new one.";
    }
  }

  const last = entries.value.at(-1);
  return (
    <div class="flex min-h-0 flex-1 flex-col gap-3">
      <div
        ref={log}
        role="log"
        aria-label="Conversation"
        aria-busy={busy.value}
        tabIndex={0}
        class="flex-1 space-y-4 overflow-y-auto px-1 py-2"
      >
        <ChatAnswer text={twin.greeting} />
        {entries.value.length === 0 && twin.suggested_questions.length > 0 && (
          <ul class="flex flex-wrap gap-2">
            {twin.suggested_questions.map((question) => (
              <li key={question}>
                <button
                  type="submit"
                  form="ask"
                  formNoValidate
                  name="suggested"
                  value={question}
                  dir="auto"
                  class="rounded-2xl border border-line bg-raised px-3 py-1.5 text-start text-sm wrap-anywhere"
                  onClick={(event) => {
                    event.preventDefault();
                    send(question);
                  }}
                >
                  {question}
                </button>
              </li>
            ))}
          </ul>
        )}
        {entries.value.map((entry, i) =>
          entry.role === "visitor"
            ? (
              <p
                key={i}
                dir="auto"
                class="ms-auto w-fit max-w-[85%] rounded-2xl bg-brand-600 px-4 py-2 text-white whitespace-pre-wrap break-words"
              >
                <span class="sr-only">You:</span>
                {entry.text}
              </p>
            )
            : (
              <ChatAnswer
                key={i}
                text={entry.text}
                citations={entry.citations}
              />
            )
        )}
        {props.leads && last?.grounded === false && !busy.value && (
          <LeaveEmail
            endpoint={here(props.leads)}
            session_id={store.current.get()}
          />
        )}
      </div>
      {problem.value && (
        <p role="alert" class="text-sm text-bad">{problem.value}</p>
      )}
      {about.value && (
        <div
          role="status"
          class="rounded-lg border border-line bg-raised p-3 text-sm"
        >
          <p>{about.value}</p>
          <button
            type="button"
            class="mt-2 text-bad underline"
            onClick={startAgain}
          >
            Delete now
          </button>
        </div>
      )}
      <form
        id="ask"
        method="post"
        class="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          send(draft.value);
        }}
      >
        <input
          type="hidden"
          name="session_id"
          value={props.session_id ?? ""}
        />
        <label for="message" class="sr-only">Your message</label>
        <textarea
          id="message"
          name="message"
          rows={1}
          required
          maxLength={4000}
          dir="auto"
          placeholder="Ask me anything"
          value={draft.value}
          onInput={(event) => draft.value = event.currentTarget.value}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.isComposing) {
              return;
            }
            event.preventDefault();
            send(draft.value);
          }}
          class="min-h-11 flex-1 resize-none rounded-xl border border-control-line bg-raised px-4 py-2.5"
        />
        {busy.value
          ? (
            <button
              type="button"
              class="min-h-11 rounded-xl border border-line px-4"
              onClick={() => running.current?.abort()}
            >
              Stop
            </button>
          )
          : (
            <button
              type="submit"
              class="min-h-11 rounded-xl bg-brand-600 px-4 font-medium text-white"
            >
              Send
            </button>
          )}
      </form>
      <p class="flex flex-wrap gap-x-4 text-xs text-muted">
        <button type="button" class="min-h-6 underline" onClick={startAgain}>
          Start again
        </button>
        {session && (
          <button type="button" class="min-h-6 underline" onClick={showStored}>
            What is stored about me
          </button>
        )}
        {twin.privacy_url && (
          <a
            class="min-h-6 underline"
            href={twin.privacy_url}
            rel="noopener noreferrer nofollow"
            target="_blank"
          >
            Privacy
          </a>
        )}
      </p>
    </div>
  );
}

function LeaveEmail(
  { endpoint, session_id }: { endpoint: Endpoint; session_id: string },
) {
  const email = useSignal("");
  const state = useSignal<"open" | "sent" | "failed">("open");
  if (state.value === "sent") {
    return (
      <p role="status" class="text-sm text-good">Thank you. You will hear.</p>
    );
  }
  const leave = async (event: Event) => {
    event.preventDefault();
    const response = await fetch(endpoint.url, {
      method: "POST",
      headers: { ...endpoint.headers, "content-type": "application/json" },
      body: JSON.stringify({ session_id, email: email.value }),
    }).catch(() => null);
    state.value = response?.ok ? "sent" : "failed";
  };
  return (
    <form class="flex flex-wrap items-center gap-2 text-sm" onSubmit={leave}>
      <label for="lead">Want to be told? Leave your e-mail:</label>
      <input
        id="lead"
        type="email"
        required
        autocomplete="email"
        class="min-h-9 rounded-lg border border-control-line bg-raised px-3"
        value={email.value}
        onInput={(event) =>
          email.value = event.currentTarget.value}
      />
      <button type="submit" class="min-h-9 rounded-lg border border-line px-3">
        Tell me
      </button>
      {state.value === "failed" && (
        <span role="alert" class="text-bad">
          That did not work. Check the address.
        </span>
      )}
    </form>
  );
}

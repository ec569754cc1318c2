import { readEvents } from "./event_stream.ts";

export type Citation = { title: string; excerpt: string; url?: string };

/** Where to talk to a twin, and what names the caller (a key or a ticket). */
export type Endpoint = { url: string; headers?: Record<string, string> };

/** The body of a chat call. Only a `client_message_id` makes it safe to send again. */
export type Question = {
  message: string;
  session_id?: string;
  client_message_id?: string;
  as?: "owner" | "public";
};

export type Answer = {
  session_id: string;
  message_id: string;
  text: string;
  citations: Citation[];
  grounded: boolean;
};

/** `onText` gets all of the text so far: after a reconnect the answer starts over. */
export type Listener = {
  onSession?(session_id: string): void;
  onText(text: string): void;
  onCitations?(citations: Citation[]): void;
};

/** A problem's code from the server, or one of the client's own: `offline`, `network`, `stopped`. */
export class ChatError extends Error {
  code: string;
  /** The server's words, English, may be empty. */
  detail: string;
  /** Unix milliseconds at which a limit ends; 0 where there is none. */
  retry_at_ms: number;

  constructor(code: string, detail = "", retry_at_ms = 0) {
    super(detail || code);
    this.code = code;
    this.detail = detail;
    this.retry_at_ms = retry_at_ms;
  }
}

type Problem = { code?: string; detail?: string; retry_after_seconds?: number };
type Payload = Partial<Answer> & Problem;

const RETRIES = 4;

/**
 * Asks and streams the answer. A stream dropped before its end is taken up again with the same
 * `client_message_id`, up to 4 times over about 8 seconds. Throws only `ChatError`.
 */
export async function ask(
  endpoint: Endpoint,
  question: Question,
  listener: Listener,
  signal?: AbortSignal,
): Promise<Answer> {
  const body = { ...question };
  for (let attempt = 0;; attempt++) {
    try {
      return await attemptOnce(endpoint, body, listener, signal);
    } catch (cause) {
      if (signal?.aborted) throw new ChatError("stopped");
      const error = toChatError(cause);
      // "conflict": the dropped attempt is still being answered.
      const transient = /network|offline|conflict/.test(error.code);
      if (!transient || !body.client_message_id || attempt === RETRIES) {
        throw error;
      }
      await pause(500 * 2 ** attempt * (0.75 + Math.random() / 2), signal);
    }
  }
}

async function attemptOnce(
  endpoint: Endpoint,
  body: Question,
  listener: Listener,
  signal?: AbortSignal,
): Promise<Answer> {
  const response = await call(endpoint, {
    method: "POST",
    headers: {
      accept: "text/event-stream",
      "content-type": "application/json",
    },
    body: JSON.stringify(body),
    signal,
  });
  const answer: Answer = {
    session_id: "",
    message_id: "",
    text: "",
    citations: [],
    grounded: true,
  };
  for await (const { event, data } of readEvents(response.body!)) {
    const payload: Payload = JSON.parse(data);
    if (event === "error") throw problemError(payload);
    if (event === "delta") listener.onText(answer.text += payload.text);
    else Object.assign(answer, payload);
    if (event === "session") {
      // A retry must come back to the session that the lost attempt began.
      body.session_id = answer.session_id;
      listener.onSession?.(answer.session_id);
    }
    if (event === "citations") listener.onCitations?.(answer.citations);
    if (event === "done") return answer;
  }
  throw new ChatError("network");
}

/** `fetch` that throws a `ChatError` for anything but a success. */
export async function call(
  endpoint: Endpoint,
  init: RequestInit & { headers?: Record<string, string> } = {},
): Promise<Response> {
  const headers = { ...endpoint.headers, ...init.headers };
  const response = await fetch(endpoint.url, { ...init, headers })
    .catch((cause) => {
      throw toChatError(cause);
    });
  if (response.ok) return response;
  const problem: Problem = await response.json().catch(() => ({}));
  throw problemError(problem, response.status);
}

function problemError(problem: Problem, status = 0): ChatError {
  const wait_s = problem.retry_after_seconds;
  return new ChatError(
    problem.code ??
      (/502|504/.test(`${status}`)
        ? "network"
        : status === 413
        ? "payload_too_large"
        : "internal"),
    problem.detail,
    wait_s ? Date.now() + wait_s * 1000 : 0,
  );
}

function toChatError(cause: unknown): ChatError {
  if (cause instanceof ChatError) return cause;
  return new ChatError(navigator.onLine === false ? "offline" : "network");
}

function pause(wait_ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, wait_ms);
    signal?.addEventListener("abort", () => resolve());
  });
}

/** A random UUID; `crypto.randomUUID` is missing on pages served over plain http. */
export function newMessageId(): string {
  return "10000000-1000-4000-8000-100000000000".replace(
    /[018]/g,
    (digit) =>
      (+digit ^
        (crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> +digit / 4))
        .toString(16),
  );
}

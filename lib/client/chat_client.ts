import { readEvents } from "./event_stream.ts";

export type Citation = {
  title: string;
  excerpt: string;
  url?: string;
  /** The place in the item: a page or a time. */
  where?: string;
};

/** The twin's address, and the headers that identify the caller. */
export type Endpoint = { url: string; headers?: Record<string, string> };

/** The body of a chat call. Only a `client_message_id` makes it safe to resend. */
export type Question = {
  message: string;
  session_id?: string;
  client_message_id?: string;
  as?: "owner" | "public";
  channel?: string;
};

export type Answer = {
  session_id: string;
  message_id: string;
  text: string;
  citations: Citation[];
  grounded: boolean;
  /** A page for leaving an e-mail, if there was no answer. */
  lead_url?: string;
  /** There was no answer, and the visitor may leave an e-mail to get it later. */
  may_leave_email?: boolean;
};

/** `onText` gets the whole text so far: after a reconnect the answer starts over. */
export type Listener = {
  onText(text: string): void;
  onSession?(session_id: string): void;
};

type Problem = {
  code?: string;
  detail?: string;
  retry_after_seconds?: number;
  reason_code?: string;
};

/**
 * A failed call. `code` is the server's, or `network` or `stopped`; `message` is the server's text, in English, or
 * empty.
 */
export class ChatError extends Error {
  readonly code: string;
  /** When a limit ends, in Unix milliseconds; 0 if none. */
  readonly retry_at_ms: number;
  /** Lets the twin's owner look up the reason. */
  readonly reason_code?: string;

  constructor(
    { code = "internal", detail = "", retry_after_seconds, reason_code }:
      Problem,
  ) {
    super(detail);
    this.code = code;
    this.reason_code = reason_code;
    this.retry_at_ms = retry_after_seconds
      ? Date.now() + retry_after_seconds * 1000
      : 0;
  }
}

const RETRIES = 4;

/**
 * Asks and streams the answer. A stream dropped before its end is resumed with the same `client_message_id`, up to 4
 * times within about 8 seconds. Throws only `ChatError`.
 */
export async function ask(
  endpoint: Endpoint,
  question: Question,
  listener: Listener,
  signal?: AbortSignal,
): Promise<Answer> {
  const body = { ...question };
  const attempt = async () => {
    const response = await call(endpoint, {
      method: "POST",
      headers: {
        accept: "text/event-stream",
        "content-type": "application/json",
      },
      body: JSON.stringify(body),
      signal,
    });
    const answer = { text: "", citations: [] } as unknown as Answer;
    for await (const { event, data } of readEvents(response.body!)) {
      const payload: Partial<Answer> & Problem = JSON.parse(data);
      if (event === "error") throw new ChatError(payload);
      if (event === "delta") listener.onText(answer.text += payload.text);
      else Object.assign(answer, payload);
      if (event === "session") {
        // A retry must reuse the session that the lost attempt started.
        body.session_id = answer.session_id;
        listener.onSession?.(answer.session_id);
      }
      if (event === "done") return answer;
    }
    throw new ChatError({ code: "network" });
  };
  for (let tries = 0;; tries++) {
    try {
      return await attempt();
    } catch (cause) {
      const error = signal?.aborted
        ? new ChatError({ code: "stopped" })
        : cause instanceof ChatError
        ? cause
        : new ChatError({ code: "network" });
      // "conflict": the dropped attempt is still being answered.
      const isPassing = /network|conflict/.test(error.code);
      if (!isPassing || !body.client_message_id || tries === RETRIES) {
        throw error;
      }
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 500 * 2 ** tries);
      signal?.addEventListener("abort", resolve);
    });
  }
}

/** `fetch` that throws a `ChatError` for any refusal, and the errors of `fetch` without a connection. */
export async function call(
  endpoint: Endpoint,
  init: RequestInit & { headers?: Record<string, string> } = {},
): Promise<Response> {
  const headers = { ...endpoint.headers, ...init.headers };
  const response = await fetch(endpoint.url, { ...init, headers });
  if (response.ok) return response;
  // An error page from a proxy, not from our server: treat it as a connection failure.
  throw new ChatError(
    await response.json().catch(() => ({ code: "network" })),
  );
}

import { readEvents } from "../../../lib/client/event_stream.ts";
import { newMessageId } from "../../../lib/client/message_id.ts";
import { TwincastError } from "./error.ts";
import { OPERATIONS, type Operations } from "./operations.ts";

export { type Issue, TwincastError } from "./error.ts";
export type { Operations } from "./operations.ts";

export type Options = {
  /** The server's address: `https://your.twincast` */
  base_url: string;
  /** The twin's key. Keep a secret key on a server; with scopes it can also manage its twin. */
  key: string;
  twin_id: string;
  /** Used instead of the global `fetch`. */
  fetch?: typeof fetch | undefined;
};

export type Asking = {
  /** Continues a conversation: the `session_id` of an earlier answer. */
  session_id?: string | undefined;
  signal?: AbortSignal | undefined;
};

export type Calling = {
  signal?: AbortSignal | undefined;
  /** For calls that create something: repeated with the same key within 24 hours, the call is carried out once. */
  idempotency_key?: string | undefined;
};

/** A complete answer. */
export type Answer = Operations["widgetChat"]["answer"];
export type Citation = Answer["citations"][number];
export type Confidence = Answer["confidence"];

/** The events of a streamed answer, in this order. `restart` voids all text so far. */
export type AnswerEvent =
  | { type: "session"; session_id: string }
  | { type: "delta"; text: string }
  | { type: "restart" }
  | { type: "citations"; citations: Citation[] }
  | {
    type: "done";
    message_id: string;
    grounded: boolean;
    confidence: Confidence;
  };

/** How often a message is resent after its answer broke off. */
const RETRIES = 4;

/** An operation's path, query and body parameters. */
export type Input<Id extends keyof Operations> = Omit<
  Operations[Id],
  "answer"
>;

/** A twin, over the API. */
export class Twincast {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Asks and waits for the complete answer. Within a conversation the message is resent if the connection is lost,
   * and charged once.
   */
  async ask(message: string, asking: Asking = {}): Promise<Answer> {
    const { twin_id } = this.#options;
    const { session_id, signal } = asking;
    const body = {
      ...{ message, client_message_id: newMessageId() },
      ...session_id ? { session_id } : {},
    };
    for (let tries = 0;; tries++) {
      try {
        const response = await this.#send("POST", `/chat-widget/${twin_id}`, {
          ...{ body, signal, accept: "application/json" },
        });
        return await response.json() as Answer;
      } catch (error) {
        const may_help = session_id && isPassing(error, signal);
        if (!may_help || tries === RETRIES) throw told(error, signal);
      }
      await pause(500 * 2 ** tries, signal);
    }
  }

  /**
   * Asks and yields the answer as it arrives. If the connection is lost, the message is resent under the same id: it
   * is charged once, and no text is repeated.
   */
  async *stream(
    message: string,
    asking: Asking = {},
  ): AsyncGenerator<AnswerEvent, void, void> {
    const { signal } = asking;
    const body: Record<string, string> = {
      ...{ message, client_message_id: newMessageId() },
      ...asking.session_id ? { session_id: asking.session_id } : {},
    };
    let said = "";
    for (let tries = 0;; tries++) {
      try {
        let text = "";
        for await (const event of this.#events(body, signal)) {
          if (event.type === "delta") {
            text += event.text;
            if (!said.startsWith(text) && !text.startsWith(said)) {
              said = "";
              yield { type: "restart" };
            }
            if (text.length <= said.length) continue;
            const more = text.slice(said.length);
            said = text;
            yield { type: "delta", text: more };
            continue;
          }
          if (event.type === "session") {
            // A retry must reuse the session that the first attempt started.
            const is_new = body.session_id !== event.session_id;
            body.session_id = event.session_id;
            if (!is_new && tries > 0) continue;
          }
          yield event;
          if (event.type === "done") return;
        }
        throw new TwincastError({});
      } catch (error) {
        if (!isPassing(error, signal) || tries === RETRIES) {
          throw told(error, signal);
        }
      }
      await pause(500 * 2 ** tries, signal);
    }
  }

  /** Calls any operation of the API by its name, as listed at `/docs`. */
  async call<Id extends keyof Operations>(
    id: Id,
    input: Input<Id>,
    { signal, idempotency_key }: Calling = {},
  ): Promise<Operations[Id]["answer"]> {
    const [method, path] = OPERATIONS[id];
    const { params = {}, query = {}, body } = input as {
      params?: Record<string, string>;
      query?: Record<string, unknown>;
      body?: unknown;
    };
    const url = path.replace(
      /\{(\w+)\}/g,
      (_: string, name: string) => encodeURIComponent(params[name]),
    );
    const asked = Object.entries(query)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]);
    const search = asked.length > 0 ? `?${new URLSearchParams(asked)}` : "";
    try {
      const response = await this.#send(method, url + search, {
        ...{ body, signal, accept: "application/json", idempotency_key },
      });
      return (response.status === 204
        ? undefined
        : await response.json()) as Operations[Id]["answer"];
    } catch (error) {
      throw told(error, signal);
    }
  }

  async *#events(
    body: Record<string, string>,
    signal?: AbortSignal,
  ): AsyncGenerator<AnswerEvent> {
    const { twin_id } = this.#options;
    const response = await this.#send("POST", `/chat-widget/${twin_id}`, {
      ...{ body, signal, accept: "text/event-stream" },
    });
    if (!response.body) throw new TwincastError({});
    for await (const { event, data } of readEvents(response.body)) {
      const told = JSON.parse(data);
      if (event === "error") throw new TwincastError(told);
      yield { type: event, ...told } as AnswerEvent;
    }
  }

  async #send(
    method: string,
    path: string,
    { body, signal, accept, idempotency_key }: Calling & {
      body?: unknown;
      accept: string;
    },
  ): Promise<Response> {
    const { base_url, key, fetch = globalThis.fetch } = this.#options;
    const response = await fetch(base_url.replace(/\/$/, "") + path, {
      method,
      ...signal ? { signal } : {},
      headers: {
        ...{ accept, authorization: `Bearer ${key}` },
        ...body === undefined ? {} : { "content-type": "application/json" },
        ...idempotency_key ? { "idempotency-key": idempotency_key } : {},
      },
      ...body === undefined ? {} : { body: JSON.stringify(body) },
    });
    if (response.ok) return response;
    // An error page from a proxy, not from Twincast: treat it as a connection failure.
    const problem = await response.json().catch(() => ({}));
    throw new TwincastError({ status: response.status, ...problem });
  }
}

/** Converts an error for the caller: anything but a refusal or the caller's own abort is a lost connection. */
function told(error: unknown, signal?: AbortSignal): unknown {
  return error instanceof TwincastError || signal?.aborted
    ? error
    : new TwincastError({}, { cause: error });
}

/** Whether resending the message may succeed: the connection was lost, or the first attempt is still running. */
function isPassing(error: unknown, signal?: AbortSignal): boolean {
  if (signal?.aborted) return false;
  return error instanceof TwincastError
    ? error.code === "network" || error.code === "conflict"
    : true;
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
    signal?.addEventListener("abort", () => resolve(), { once: true });
  });
}

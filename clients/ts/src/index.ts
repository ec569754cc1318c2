import { readEvents } from "../../../lib/client/event_stream.ts";
import { newMessageId } from "../../../lib/client/message_id.ts";
import { TwincastError } from "./error.ts";
import { OPERATIONS, type Operations } from "./operations.ts";

export { type Issue, TwincastError } from "./error.ts";
export type { Operations } from "./operations.ts";

export type Options = {
  /** Where Twincast is: `https://your.twincast` */
  base_url: string;
  /** A key of the twin. A secret one stays on a server; with scopes it manages its twin too. */
  key: string;
  twin_id: string;
  /** What calls are made with, where it is not the global `fetch`. */
  fetch?: typeof fetch | undefined;
};

export type Asking = {
  /** Goes on with a conversation: the `session_id` of an earlier answer. */
  session_id?: string | undefined;
  signal?: AbortSignal | undefined;
};

export type Calling = {
  signal?: AbortSignal | undefined;
  /** Of a call that creates something: repeated with it within 24 hours, it is carried out once. */
  idempotency_key?: string | undefined;
};

/** A whole answer. */
export type Answer = Operations["widgetChat"]["answer"];
export type Citation = Answer["citations"][number];
export type Confidence = Answer["confidence"];

/** What comes of a streamed answer, in this order; `restart` where all of the text so far is void. */
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

/** How often a message is sent again whose answer broke off. */
const RETRIES = 4;

/** What an operation takes: the names in its path, its query and its body. */
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
   * Asks, and returns when all of the answer is there. Within a conversation it is sent again where the connection is
   * lost, and charged once.
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
   * Asks, and hands on the answer as it comes. Where the connection is lost the message is sent again under its own id:
   * it is charged once, and what came already does not come twice.
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
            // A second try must come back to the session that the first one began.
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

  /** Calls any operation of the API by its name, as `/docs` lists them. */
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
    // A proxy's error page is no problem of Twincast's: the connection is at fault.
    const problem = await response.json().catch(() => ({}));
    throw new TwincastError({ status: response.status, ...problem });
  }
}

/** An error as whoever called gets it: what is no refusal, and no end of theirs, is a lost connection. */
function told(error: unknown, signal?: AbortSignal): unknown {
  return error instanceof TwincastError || signal?.aborted
    ? error
    : new TwincastError({}, { cause: error });
}

/** Whether the same message may be answered by another try: the connection was lost, or the first still goes on. */
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

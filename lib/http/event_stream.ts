import type { ChatEvent } from "../chat/events.ts";
import type { Allowed, OpenStreams } from "../chat/open_streams.ts";
import type { Call } from "./call.ts";
import { showError, type ShownError } from "./problem.ts";

const HEARTBEAT_MS = 15_000;
/** A reader that takes nothing for this long is cut off. */
const STALL_MS = 30_000;

const ENCODER = new TextEncoder();

type Events = (signal: AbortSignal) => AsyncGenerator<ChatEvent>;

/** Checks whether a running stream is still allowed. */
type StreamGuard = {
  streams: OpenStreams;
  twin_id: string;
  isAllowed: () => Promise<Allowed>;
};

/** How a protocol encodes a conversation's events as server-sent events. */
export type StreamForm = {
  event(event: ChatEvent): string;
  error(shown: ShownError): string;
};

/** Our own format: the event's name, and its data as JSON, which is one line whatever the text contains. */
export const OWN_FORM: StreamForm = {
  event: ({ type, ...data }) => frame(type, data),
  error: ({ problem }) => frame("error", problem),
};

function frame(event: string, data: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/**
 * Streams a conversation as server-sent events (WHATWG HTML, 9.2). Events ready together go out as one chunk; the
 * next are requested when the reader has taken them, so a slow reader holds up only its own answer. Disconnecting
 * aborts the answer's work; a revoked credential ends it with an `error` event.
 */
export function eventStream(
  call: Call,
  events: Events,
  guard: StreamGuard,
  form = OWN_FORM,
): ReadableStream<Uint8Array> {
  const stream = new EventStream(call, events, guard, form);
  return new ReadableStream<Uint8Array>({
    start: (controller) => stream.start(controller),
    pull: () => stream.taken(),
    cancel: () => stream.stop(),
  }, { highWaterMark: 1 });
}

/** One stream from its first event to its end. */
class EventStream {
  #abort = new AbortController();
  #iterator: AsyncGenerator<ChatEvent>;
  #streams: OpenStreams;
  #unwatch: () => void;
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  /** Text ready to be sent. */
  #ready = "";
  #flushing = false;
  /** Resolved when the reader takes the chunk it was given; null while it has none. */
  #held: PromiseWithResolvers<void> | null = null;
  #held_since = 0;
  #last_sent = performance.now();
  #over = false;

  constructor(
    private call: Call,
    events: Events,
    guard: StreamGuard,
    private form: StreamForm,
  ) {
    this.#streams = guard.streams;
    this.#iterator = events(this.#abort.signal);
    this.#unwatch = guard.streams.watch({
      twin_id: guard.twin_id,
      isAllowed: guard.isAllowed,
      end: (reason) => this.#fail(reason),
      tick: (now) => this.#tick(now),
    });
  }

  start(controller: ReadableStreamDefaultController<Uint8Array>): void {
    this.#controller = controller;
    this.#run();
  }

  /** Call when the reader has taken its chunk. */
  taken(): void {
    this.#held?.resolve();
    this.#held = null;
  }

  /** Abandons the answer. */
  stop(): void {
    if (this.#over) return;
    this.#close();
    this.#abort.abort();
    // It settles once the current step has seen the abort.
    this.#streams.settles(this.#iterator.return(undefined));
  }

  #close(): void {
    this.#over = true;
    this.#unwatch();
    this.taken();
  }

  async #run(): Promise<void> {
    try {
      while (!this.#over) {
        const next = await this.#iterator.next();
        if (next.done) return this.#finish();
        this.#send(this.form.event(next.value));
        await this.#held?.promise;
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Ends the stream with an `error` event, and logs it: the request was logged as answered when the stream began. */
  #fail(error: unknown): void {
    if (this.#over) return;
    const shown = showError(this.call, error);
    const { app, route, request_id } = this.call;
    const { status, code } = shown.problem;
    app.metrics.streams_failed.add(1, code);
    app.log("warn", "stream_failed", { route, status, code, request_id });
    this.#send(this.form.error(shown));
    this.#flush();
    this.#controller?.close();
    this.stop();
  }

  /** Sends soon, with whatever else is ready by then. */
  #send(text: string): void {
    this.#ready += text;
    if (this.#flushing) return;
    this.#flushing = true;
    this.#streams.soon(() => this.#flush());
  }

  #flush(): void {
    this.#flushing = false;
    if (this.#over || !this.#controller || this.#ready === "") return;
    this.#controller.enqueue(ENCODER.encode(this.#ready));
    this.#ready = "";
    this.#last_sent = performance.now();
    if ((this.#controller.desiredSize ?? 0) > 0) return;
    this.#held ??= Promise.withResolvers();
    this.#held_since = this.#last_sent;
  }

  #finish(): void {
    if (this.#over) return;
    this.#flush();
    this.#controller?.close();
    this.#close();
  }

  #tick(now: number): void {
    if (this.#held && now - this.#held_since > STALL_MS) {
      this.stop();
      this.#controller?.error(new Error("Reader stalled"));
    } else if (!this.#held && now - this.#last_sent > HEARTBEAT_MS) {
      this.#send(": still here\n\n");
    }
  }
}

import type { ChatEvent } from "../chat/converse.ts";
import { AppError } from "../errors.ts";
import type { OpenStreams } from "../open_streams.ts";
import type { Call } from "./call.ts";
import { showError } from "./problem.ts";

const HEARTBEAT_MS = 15_000;
/** A reader that takes nothing for this long is cut off. */
const STALL_MS = 30_000;

type Events = (signal: AbortSignal) => AsyncGenerator<ChatEvent>;

/** What keeps a stream allowed while it runs. */
export type StreamGuard = {
  streams: OpenStreams;
  isAllowed: () => Promise<boolean>;
};

function frame(event: string, data: unknown): Uint8Array {
  // JSON escapes CR and LF, so the data is one line whatever the text holds.
  return new TextEncoder().encode(
    `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
  );
}

/**
 * A conversation as server-sent events (WHATWG HTML, 9.2), one pulled at a time: a slow reader holds up its
 * own answer only. Leaving aborts the answer's work; a revoked credential ends it with an `error` event.
 */
export function eventStream(
  call: Call,
  events: Events,
  guard: StreamGuard,
): ReadableStream<Uint8Array> {
  const abort = new AbortController();
  const iterator = events(abort.signal);
  const revoked = Promise.withResolvers<"revoked">();
  const unwatch = guard.streams.watch(
    guard.isAllowed,
    () => revoked.resolve("revoked"),
  );
  let pending: Promise<IteratorResult<ChatEvent>> | null = null;
  let stall: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    unwatch();
    clearTimeout(stall);
    abort.abort();
    // Not awaited: it settles once the step under way has seen the abort.
    iterator.return(undefined).catch(() => {});
  };
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      clearTimeout(stall);
      try {
        pending ??= iterator.next();
        const next = await beforeHeartbeat<
          IteratorResult<ChatEvent> | "revoked"
        >([pending, revoked.promise]);
        if (next === "late") {
          controller.enqueue(new TextEncoder().encode(": still here\n\n"));
        } else if (next === "revoked") {
          pending.catch(() => {});
          throw new AppError(
            "unauthorized",
            "Access to this conversation was withdrawn.",
          );
        } else {
          pending = null;
          if (next.done) {
            controller.close();
            stop();
            return;
          }
          const { type, ...data } = next.value;
          controller.enqueue(frame(type, data));
        }
        stall = setTimeout(() => {
          stop();
          controller.error(new Error("Reader stalled"));
        }, STALL_MS);
      } catch (error) {
        controller.enqueue(frame("error", showError(call, error).problem));
        controller.close();
        stop();
      }
    },
    cancel: stop,
  }, { highWaterMark: 1 });
}

/** The first of the promises to settle, or `late` when it is time for a sign of life. */
async function beforeHeartbeat<T>(promises: Promise<T>[]): Promise<T | "late"> {
  const heartbeat = Promise.withResolvers<"late">();
  const timer = setTimeout(() => heartbeat.resolve("late"), HEARTBEAT_MS);
  try {
    return await Promise.race([...promises, heartbeat.promise]);
  } finally {
    clearTimeout(timer);
  }
}

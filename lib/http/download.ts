import { describeError } from "../log.ts";
import type { Call } from "./call.ts";

/** Characters sent at once. */
const CHUNK = 32_000;
/** A reader that takes nothing for this long is cut off. */
const STALL_MS = 30_000;

const TYPES = {
  csv: "text/csv; charset=utf-8",
  json: "application/json",
  jsonl: "application/jsonl",
};

/**
 * Streams a file from text chunks, requested as fast as the reader takes them. An error before the first chunk is
 * thrown; a later one breaks off the download, as does a stalled reader.
 */
export async function download(
  call: Call,
  pieces: AsyncGenerator<string>,
  { name, format, stall_ms = STALL_MS }: {
    name: string;
    format: keyof typeof TYPES;
    stall_ms?: number;
  },
): Promise<Response> {
  // The first chunk is ready before the response, so that a refusal can still be sent as one.
  let ready: string | null = await gather(pieces);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      clearTimeout(timer);
      try {
        const text = ready ?? await gather(pieces);
        ready = null;
        if (text === "") return controller.close();
        timer = setTimeout(() => {
          controller.error(new Error("Reader stalled"));
          pieces.return(undefined).catch(() => {});
        }, stall_ms);
        controller.enqueue(new TextEncoder().encode(text));
      } catch (error) {
        const { request_id } = call;
        const why = describeError(error);
        call.app.log("error", "download_failed", { request_id, error: why });
        controller.error(error);
      }
    },
    async cancel() {
      clearTimeout(timer);
      await pieces.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": TYPES[format],
      "content-disposition": `attachment; filename="${name}.${format}"`,
    },
  });
}

/** The next chunks joined; empty at the end. */
async function gather(pieces: AsyncGenerator<string>): Promise<string> {
  let text = "";
  while (text.length < CHUNK) {
    const { value, done } = await pieces.next();
    if (done) break;
    text += value;
  }
  return text;
}

import { streamSSE } from "hono/streaming";

/** The answer of every peer: 20 tokens as server-sent events. */
export function answer(c, message) {
  return streamSSE(c, async (stream) => {
    for (let i = 0; i < 20; i++) {
      await stream.writeSSE({
        event: "delta",
        data: JSON.stringify({ text: `${message.length} ${i} ` }),
      });
    }
  });
}

export type StreamEvent = { event: string; data: string };

/**
 * Reads server-sent events as defined by the WHATWG event-stream format. An event cut off by the end of the stream is
 * dropped; leaving the loop cancels the stream.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<StreamEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  let event = "";
  let data = "";
  try {
    for (let isOver = false; !isOver;) {
      const { done, value } = await reader.read();
      isOver = done;
      rest += decoder.decode(value, { stream: !done });
      // A trailing CR may be half of a CRLF, so it waits for more.
      const lines = rest.split(done ? /\r\n?|\n/ : /\r\n|\r(?!$)|\n/);
      rest = lines.pop()!;
      for (const line of lines) {
        const [, field, content] = /^([^:]*):? ?([^]*)/.exec(line)!;
        if (field === "event") event = content;
        if (field === "data") data += content + "\n";
        if (line) continue;
        if (data) yield { event: event || "message", data: data.slice(0, -1) };
        event = data = "";
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

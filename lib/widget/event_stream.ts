export type StreamEvent = { event: string; data: string };

/**
 * Reads server-sent events as the WHATWG event-stream format defines them, in linear time.
 * An event cut off by the end of the stream is dropped; leaving the loop cancels the stream.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<StreamEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  let afterCr = false;
  let event = "";
  let data = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      let text = decoder.decode(value, { stream: true });
      // A CR ended the last line, so this LF is its second half.
      if (afterCr && text[0] === "\n") {
        text = text.slice(1);
        afterCr = false;
      }
      if (text) afterCr = text.endsWith("\r");
      const lines = text.split(/\r\n|\r|\n/);
      lines[0] = rest + lines[0];
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (!line) {
          if (data) {
            yield { event: event || "message", data: data.slice(0, -1) };
          }
          event = data = "";
          continue;
        }
        const [, field, content] = /^([^:]*):? ?([^]*)/.exec(line) ?? [];
        if (field === "event") event = content;
        if (field === "data") data += content + "\n";
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

/** A line of a stream, and the whole stream, are far smaller (UTF-16 units). */
const MAX_LINE = 2 ** 20;
const MAX_ALL = 4 * 2 ** 20;

/** A whole answer, or an error's text, in bytes. */
const MAX_WHOLE = 2 ** 20;

/** Limits a body that is not an event stream to the size of an answer. */
export function boundedBody(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let length = 0;
  return body.pipeThrough(
    new TransformStream({
      transform(chunk, controller) {
        length += chunk.length;
        if (length <= MAX_WHOLE) controller.enqueue(chunk);
        else controller.error(new Error("The model's answer is too long"));
      },
    }),
  );
}

/** The final chunk with a reason. */
const FINISH = `data: ${
  JSON.stringify({
    id: "end",
    object: "chat.completion.chunk",
    created: 0,
    model: "",
    choices: [{ index: 0, delta: {}, finish_reason: "stop" }],
  })
}\n\n`;

/**
 * Completes a model's event stream for a reader that requires a finish reason: if a server says `[DONE]` without one,
 * one is inserted. Fails if a line or the whole is longer than any answer.
 */
export function readableStream(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let line = "";
  let length = 0;
  let is_finished = false;
  const lines = new TransformStream<string, string>({
    transform(chunk, controller) {
      length += chunk.length;
      line += chunk;
      if (length > MAX_ALL || line.length > MAX_LINE + chunk.length) {
        controller.error(new Error("The model's answer is too long"));
        return;
      }
      const end = line.lastIndexOf("\n") + 1;
      for (const one of line.slice(0, end).split(/(?<=\n)/)) {
        if (/"finish_reason"\s*:\s*"/.test(one)) is_finished = true;
        if (/^data:\s*\[DONE\]/.test(one) && !is_finished) {
          controller.enqueue(FINISH);
        }
        controller.enqueue(one);
      }
      line = line.slice(end);
    },
    flush(controller) {
      if (line) controller.enqueue(line);
    },
  });
  return body.pipeThrough(new TextDecoderStream() as TransformStream)
    .pipeThrough(lines).pipeThrough(new TextEncoderStream() as TransformStream);
}

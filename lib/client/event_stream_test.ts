import assert from "node:assert/strict";
import fc from "fast-check";
import { readEvents, type StreamEvent } from "./event_stream.ts";

/** Reads text whose bytes arrive in chunks ending at the given offsets. */
async function read(text: string, cuts: number[] = []): Promise<StreamEvent[]> {
  const bytes = new TextEncoder().encode(text);
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length]
    .sort((a, b) => a - b);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let from = 0;
      for (const end of ends) {
        controller.enqueue(bytes.slice(from, end));
        from = end;
      }
      controller.close();
    },
  });
  const events: StreamEvent[] = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}

Deno.test("readEvents reads the format's own examples", async () => {
  assert.deepEqual(
    await read(": test\n\ndata: first event\nid: 1\n\ndata:second\nid\n\n"),
    [
      { event: "message", data: "first event" },
      { event: "message", data: "second" },
    ],
  );
  assert.deepEqual(await read("data\n\ndata\ndata\n\ndata:"), [
    { event: "message", data: "" },
    { event: "message", data: "\n" },
  ]);
  assert.deepEqual(await read("data: YHOO\r\ndata: +2\rdata:  10\n\r\n"), [
    { event: "message", data: "YHOO\n+2\n 10" },
  ]);
});

Deno.test("readEvents drops an event without data, a byte order mark and an unended event", async () => {
  assert.deepEqual(
    await read("\ufeffevent: a\n\ndata: x\n\nevent: b\ndata: y\n"),
    [{ event: "message", data: "x" }],
  );
});

Deno.test("readEvents gives the same events for any chunking and line ending", async () => {
  const payload = fc.string({ unit: "binary", maxLength: 40 })
    .map((text) => JSON.stringify({ text }));
  const name = fc.constantFrom("delta", "session", "done", "");
  const sent = fc.array(fc.record({ event: name, data: payload }));
  const end = fc.constantFrom("\n", "\r", "\r\n");
  await fc.assert(
    fc.asyncProperty(
      sent,
      end,
      fc.array(fc.nat(5_000), { maxLength: 60 }),
      async (events, eol, cuts) => {
        const text = events.map(({ event, data }) =>
          (event && `event: ${event}${eol}`) +
          `:idle${eol}data: ${data}${eol}${eol}`
        ).join("");
        assert.deepEqual(
          await read(text, cuts),
          events.map(({ event, data }) => ({
            event: event || "message",
            data,
          })),
        );
      },
    ),
    { numRuns: 300 },
  );
});

Deno.test("readEvents cancels the stream when its reader stops", async () => {
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) =>
      controller.enqueue(new TextEncoder().encode("data: a\n\n")),
    cancel: () => void (cancelled = true),
  });
  for await (const _ of readEvents(body)) break;
  assert.ok(cancelled);
});

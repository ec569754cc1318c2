/** How long a response has to arrive before its connection is closed, in milliseconds. */
const LINGER_MS = 1_000;

/**
 * Closes the connection after the response although the request's body is still arriving: Deno closes one only if a
 * response breaks off.
 */
export function cutOff(
  { body, status, headers }: Response,
  linger_ms = LINGER_MS,
): Response {
  const held = new ReadableStream<Uint8Array>({
    async start(controller) {
      for await (const chunk of body ?? []) controller.enqueue(chunk);
      setTimeout(
        () => controller.error(new Error("The body came too slowly")),
        linger_ms,
      );
    },
  });
  headers.set("cache-control", "no-transform");
  return new Response(held, { status, headers });
}

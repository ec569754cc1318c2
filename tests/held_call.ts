import type { Server } from "./harness.ts";

/** A call whose body has arrived only halfway. */
type HeldCall = {
  /** Sends the rest; returns the answer. */
  finish(): Promise<Response>;
};

/**
 * Begins a call on its own connection: its head and half of its body are sent, and the server has started to handle it
 * when this resolves.
 */
export async function holdCall(
  server: Server,
  path: string,
  init: RequestInit,
): Promise<HeldCall> {
  const request = new Request(server.base + path, init);
  const bytes = new Uint8Array(await request.arrayBuffer());
  const half = Math.floor(bytes.length / 2);
  const { hostname, port, pathname, search } = new URL(request.url);
  const head = [
    `${request.method} ${pathname}${search} HTTP/1.1`,
    `host: ${hostname}:${port}`,
    `content-length: ${bytes.length}`,
    "connection: close",
    ...[...request.headers].map(([name, value]) => `${name}: ${value}`),
  ];
  const arrived = server.arrives(pathname);
  const connection = await Deno.connect({ hostname, port: Number(port) });
  await send(connection, new TextEncoder().encode(head.join("\r\n")));
  await send(connection, new TextEncoder().encode("\r\n\r\n"));
  await send(connection, bytes.subarray(0, half));
  await arrived;
  return {
    async finish() {
      await send(connection, bytes.subarray(half));
      return toResponse(await new Response(connection.readable).text());
    },
  };
}

async function send(connection: Deno.Conn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await connection.write(bytes.subarray(at));
  }
}

/** The raw response; its body is not decompressed. */
function toResponse(text: string): Response {
  const cut = text.indexOf("\r\n\r\n");
  const [first, ...lines] = text.slice(0, cut).split("\r\n");
  const status = Number(first.split(" ")[1]);
  const headers = new Headers(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    }),
  );
  const isEmpty = status === 204 || status === 304;
  return new Response(isEmpty ? null : text.slice(cut + 4), {
    status,
    headers,
  });
}

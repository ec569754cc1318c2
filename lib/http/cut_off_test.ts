import assert from "node:assert/strict";
import { cutOff } from "./cut_off.ts";

Deno.test("cutOff: the answer arrives whole, then the connection closes though the body is still coming", async () => {
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    () => cutOff(Response.json({ detail: "too slow" }, { status: 400 }), 100),
  );
  using connection = await Deno.connect({
    hostname: "127.0.0.1",
    port: server.addr.port,
  });
  const head = "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1000\r\n\r\nx";
  await connection.write(new TextEncoder().encode(head));
  let text = "";
  const decoder = new TextDecoder();
  const bytes = new Uint8Array(1_000);
  for (;;) {
    const size = await connection.read(bytes).catch(() => null);
    if (size === null) break;
    text += decoder.decode(bytes.subarray(0, size));
  }
  assert.match(text, /^HTTP\/1\.1 400 [\s\S]*"detail":"too slow"/);
});

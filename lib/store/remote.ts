// A store behind a network, through `@deno/kv`: over HTTP/1.1 Deno's own client sends head and body of a larger
// commit separately, and waits some 40 ms for the acknowledgement of the first (`bench/store_clients.ts`). Deno
// Deploy's own database is opened by Deno itself.
import { Deserializer, Serializer } from "node:v8";
import { Buffer } from "node:buffer";
import process from "node:process";
import { delay } from "./commit.ts";

/** How long a call is resent that got no response or a server error, in milliseconds. */
const AGAIN_MS = 1_500;
const FIRST_PAUSE_MS = 25;

/** Opens the store at a KV Connect address. A call without a response is resent: commits must tolerate that. */
export async function openRemote(url: string): Promise<Deno.Kv> {
  // Loaded on demand: a store on the same machine does not need it.
  const { openKv } = await import("@deno/kv");
  const kv = await openKv(url, {
    implementation: "remote",
    accessToken: process.env.DENO_KV_ACCESS_TOKEN,
    // It waits for whole seconds; `patiently` does not.
    maxRetries: 0,
    fetcher: patiently,
    encodeV8,
    decodeV8,
  });
  return kv as unknown as Deno.Kv;
}

/** `fetch` that retries while a server is gone or fails, for `AGAIN_MS`. */
const patiently: typeof fetch = async (input, init) => {
  const until = performance.now() + AGAIN_MS;
  for (let pause = FIRST_PAUSE_MS;; pause *= 2) {
    const is_last = performance.now() + pause > until;
    try {
      const response = await fetch(input, init);
      if (response.status < 500 || is_last) return await plain(response);
      await response.body?.cancel();
    } catch (error) {
      if (is_last) throw error;
    }
    await delay(pause);
  }
};

/** The metadata fields that the client knows; it rejects a server that sends more. */
const KNOWN = ["version", "databaseId", "endpoints", "token", "expiresAt"];

/** Passes a response through; from metadata, removes fields unknown to the client. */
async function plain(response: Response): Promise<Response> {
  const type = response.headers.get("content-type") ?? "";
  if (!response.ok || !type.startsWith("application/json")) return response;
  const said = Object.entries(await response.json());
  const known = said.filter(([name]) => KNOWN.includes(name));
  const answer = Response.json(Object.fromEntries(known));
  // Endpoint addresses are relative to it.
  return Object.defineProperty(answer, "url", { value: response.url });
}

/** Encodes values like Deno (the structured clone's own format, in which bytes differ from Node's `serialize`). */
function encodeV8(value: unknown): Uint8Array {
  const serializer = new Serializer();
  serializer.writeHeader();
  serializer.writeValue(value);
  return new Uint8Array(serializer.releaseBuffer());
}

function decodeV8(bytes: Uint8Array): unknown {
  const { buffer, byteOffset, byteLength } = bytes;
  const deserializer = new Deserializer(
    Buffer.from(buffer, byteOffset, byteLength),
  );
  deserializer.readHeader();
  return deserializer.readValue();
}

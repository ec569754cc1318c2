// A store behind a network by `@deno/kv`: over HTTP/1.1 Deno's own client sends the head and the body of a larger commit
// apart, and waits some 40 ms for the first to be confirmed (`bench/store_clients.ts`). Deno Deploy's own database is
// opened by Deno itself.
import { Deserializer, Serializer } from "node:v8";
import { Buffer } from "node:buffer";
import process from "node:process";
import { delay } from "./commit.ts";

/** How long a call is sent again that got no answer or that the server could not take, in milliseconds. */
const AGAIN_MS = 1_500;
const FIRST_PAUSE_MS = 25;

/** Opens the store at a KV Connect address. A call that gets no answer is sent again: commits must bear that. */
export async function openRemote(url: string): Promise<Deno.Kv> {
  // Loaded where it is needed: a store on one machine is not reached by it.
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

/** `fetch`, that tries again while a server is gone or fails, for `AGAIN_MS`. */
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

/** What the client knows of where a database is; it refuses a server that says more. */
const KNOWN = ["version", "databaseId", "endpoints", "token", "expiresAt"];

/** An answer as it is; of where the database is only what the client knows. */
async function plain(response: Response): Promise<Response> {
  const type = response.headers.get("content-type") ?? "";
  if (!response.ok || !type.startsWith("application/json")) return response;
  const said = Object.entries(await response.json());
  const known = said.filter(([name]) => KNOWN.includes(name));
  const answer = Response.json(Object.fromEntries(known));
  // Addresses of endpoints are relative to it.
  return Object.defineProperty(answer, "url", { value: response.url });
}

/** As Deno writes values (the structured clone's own form, not the one that `serialize` of Node gives bytes). */
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

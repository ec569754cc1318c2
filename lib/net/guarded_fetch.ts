import type { LookupFunction } from "node:net";
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import ipaddr from "ipaddr.js";
import { pause } from "../breathe.ts";
import { AppError, isAppError } from "../errors.ts";
import { joined } from "../long_texts.ts";
import { noAnswer, refused, stopped } from "./fetch_errors.ts";
import { type Lookups, readUrl, requireAddresses } from "./public_addresses.ts";

export type GuardedRequest = Lookups & {
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
  /** Ends the request and the response's body. */
  signal?: AbortSignal;
  /** The time limit for sending and receiving, in milliseconds. */
  timeout_ms: number;
  /** The largest body accepted, in bytes after decompression. */
  max_bytes: number;
};

type Fetched = {
  /** The final address, after all redirects. */
  url: string;
  status: number;
  headers: Record<string, string>;
  body: ReadableStream<Uint8Array<ArrayBuffer>>;
};

const MAX_REDIRECTS = 5;

/**
 * Requests a URL chosen by someone else. Connects to public addresses only, and only to checked ones: a name is
 * resolved once per hop and the connection is pinned to the result (so that a second lookup cannot lead elsewhere);
 * each redirect is checked like the first URL. Redirects are followed for GET only. Throws `invalid_input` for a URL
 * that must not be requested, `payload_too_large`, and `unavailable` for a server that does not respond.
 */
export async function guardedFetch(
  address: string | URL,
  request: GuardedRequest,
): Promise<Fetched> {
  const timeout = AbortSignal.timeout(request.timeout_ms);
  const signal = request.signal
    ? AbortSignal.any([request.signal, timeout])
    : timeout;
  let url = readUrl(String(address));
  let { headers } = request;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const addresses = await requireAddresses(url, request, signal);
    const answer = await ask(url, addresses, { ...request, headers }, signal);
    const status = answer.statusCode ?? 0;
    const { location } = answer.headers;
    if (![301, 302, 303, 307, 308].includes(status) || !location) {
      return {
        url: url.href,
        status,
        headers: flat(answer.headers),
        body: readBody(answer, url, request.max_bytes, signal),
      };
    }
    answer.destroy();
    if (request.method === "POST") {
      throw refused(`${url.host} redirects. Enter the address it leads to.`);
    }
    const next = readUrl(location, url);
    if (next.origin !== url.origin) headers = withoutSecrets(headers);
    url = next;
  }
  throw refused(
    "This address redirects too often. Enter the last address instead.",
  );
}

/**
 * Removes credentials, which are for the requested server and not for where it redirects (Fetch, HTTP-redirect
 * fetch).
 */
function withoutSecrets(headers: Record<string, string> = {}) {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) =>
      !/^(authorization|cookie|x-api-key)$/i.test(name)
    ),
  );
}

/** Reads a response's whole body. Throws as `guardedFetch` for one that is too large, too slow or breaks off. */
export async function readWhole(
  { body }: Fetched,
): Promise<Uint8Array<ArrayBuffer>> {
  return await joined(await Array.fromAsync(body));
}

function ask(
  url: URL,
  addresses: string[],
  request: GuardedRequest,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { method = "GET", headers, body } = request;
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const { request: send } = url.protocol === "https:" ? https : http;
  const outgoing = send(url, {
    method,
    // A kept-alive connection was made with the result of another lookup.
    agent: false,
    lookup: pinnedTo(addresses),
    headers: { "accept-encoding": "identity", ...headers },
  }, resolve);
  const stop = () => {
    outgoing.destroy();
    reject(stopped(signal));
  };
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  outgoing.once("error", (error) => reject(noAnswer(url.host, error)));
  outgoing.end(body);
  return promise;
}

/** Replaces the lookup of a name, returning only the checked addresses. */
function pinnedTo(addresses: string[]): LookupFunction {
  const checked = addresses.map((address) => ({
    address,
    family: ipaddr.parse(address).kind() === "ipv4" ? 4 : 6,
  }));
  return (_host, options, callback) => {
    if (options.all) callback(null, checked);
    else callback(null, checked[0].address, checked[0].family);
  };
}

/** The response's body, decompressed; fails if it exceeds `max_bytes`, breaks off or takes too long. */
function readBody(
  answer: IncomingMessage,
  url: URL,
  max_bytes: number,
  signal: AbortSignal,
): Fetched["body"] {
  const packed = ReadableStream.from(arriving(answer, url, signal));
  const encoding = answer.headers["content-encoding"] ?? "identity";
  if (encoding === "identity") {
    return ReadableStream.from(atMost(max_bytes, packed));
  }
  if (encoding !== "gzip" && encoding !== "deflate") {
    answer.destroy();
    throw refused(`${url.host} answers in an encoding that was not requested.`);
  }
  const plain = packed.pipeThrough(new DecompressionStream(encoding));
  return ReadableStream.from(atMost(max_bytes, unpacked(plain, url)));
}

/** Decompresses a body if the server compressed it. */
async function* unpacked(
  plain: ReadableStream<Uint8Array<ArrayBuffer>>,
  url: URL,
) {
  try {
    yield* plain;
  } catch (cause) {
    throw isAppError(cause) ? cause : noAnswer(url.host, cause);
  }
}

async function* arriving(
  answer: IncomingMessage,
  url: URL,
  signal: AbortSignal,
) {
  const stop = () => answer.destroy();
  signal.addEventListener("abort", stop, { once: true });
  try {
    for await (const chunk of answer) {
      await pause();
      yield new Uint8Array(chunk as Uint8Array);
    }
    if (!answer.complete) throw new Error("The connection was lost.");
  } catch (cause) {
    throw signal.aborted ? stopped(signal) : noAnswer(url.host, cause);
  } finally {
    signal.removeEventListener("abort", stop);
    answer.destroy();
  }
}

async function* atMost(
  max_bytes: number,
  body: AsyncIterable<Uint8Array<ArrayBuffer>>,
) {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > max_bytes) {
      throw new AppError(
        "payload_too_large",
        `The content of this address is larger than ${
          Math.floor(max_bytes / 2 ** 20)
        } MB.`,
      );
    }
    yield chunk;
  }
}

function flat(headers: IncomingMessage["headers"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, String(value)]),
  );
}

import type { LookupFunction } from "node:net";
import { lookup } from "node:dns/promises";
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import ipaddr from "ipaddr.js";
import { AppError } from "../errors.ts";
import { joined } from "../long_texts.ts";

export type GuardedRequest = {
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
  /** Ends the request and the answer's body. */
  signal?: AbortSignal;
  /** What is sent and received must be over by then, in milliseconds. */
  timeout_ms: number;
  /** The largest body that is taken, in bytes, after it is unpacked. */
  max_bytes: number;
  /** `host:port` of local servers that may be asked although their addresses are not public. */
  local_hosts: readonly string[];
  /** Finds a name's addresses; defaults to the system resolver. */
  resolve?: (host: string) => Promise<string[]>;
};

export type Fetched = {
  /** Where the answer came from, after all redirects. */
  url: string;
  status: number;
  headers: Record<string, string>;
  body: ReadableStream<Uint8Array<ArrayBuffer>>;
};

const MAX_REDIRECTS = 5;
const LOOKUP_MS = 5_000;

/**
 * Asks a URL that somebody else chose. Only public addresses are connected to, and only those that were checked:
 * a name is looked up once a hop and the connection is pinned to what it stood for then (so that a second look-up
 * cannot lead elsewhere); each redirect is checked as the first URL was. Redirects are followed for GET alone.
 * Throws `invalid_input` for a URL that may not be asked, `payload_too_large`, and `unavailable` for a server that
 * does not answer.
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
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const addresses = await requireAddresses(url, request, signal);
    const answer = await ask(url, addresses, request, signal);
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
      throw refused(`${url.host} redirects. Give the address it leads to.`);
    }
    url = readUrl(location, url);
  }
  throw refused("This address redirects too often. Give the last one.");
}

/** An answer's whole body. Throws what `guardedFetch` says of one that is too large, too slow or breaks off. */
export async function readWhole(
  { body }: Fetched,
): Promise<Uint8Array<ArrayBuffer>> {
  return await joined(await Array.fromAsync(body));
}

/** Throws `invalid_input` for a URL that `guardedFetch` would not ask, as its name stands now. */
export async function requirePublicUrl(
  address: string,
  local_hosts: readonly string[],
): Promise<void> {
  const signal = AbortSignal.timeout(LOOKUP_MS);
  await requireAddresses(readUrl(address), { local_hosts }, signal);
}

function readUrl(text: string, base?: URL): URL {
  const url = URL.parse(text, base);
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password) {
    return url;
  }
  throw refused("Give a web address that begins with https:// or http://.");
}

/** `host:port` of a URL, as operators name private hosts. */
export function hostAndPort({ hostname, port, protocol }: URL): string {
  return `${hostname}:${port || (protocol === "https:" ? "443" : "80")}`;
}

/** The checked addresses of a URL's host: all of them public, or the host one that the operator named. */
async function requireAddresses(
  url: URL,
  request: Pick<GuardedRequest, "local_hosts" | "resolve">,
  signal: AbortSignal,
): Promise<string[]> {
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const addresses = ipaddr.isValid(host)
    ? [host]
    : await named(host, request.resolve ?? systemLookup, signal);
  const is_local = request.local_hosts.includes(hostAndPort(url));
  if (is_local || addresses.every(isPublic)) return addresses;
  throw refused(
    `${url.hostname} is an address inside a private network. Only public addresses can be asked.`,
  );
}

async function named(
  host: string,
  resolve: (host: string) => Promise<string[]>,
  signal: AbortSignal,
): Promise<string[]> {
  const addresses = await Promise.race([
    resolve(host).catch(() => []),
    aborted(signal),
  ]);
  if (addresses.length > 0) return addresses;
  throw refused(`There is no server named ${host}. Check the address.`);
}

async function systemLookup(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true });
  return found.map(({ address }) => address);
}

/** What looks public and is a cloud's own: Azure's servers of metadata and of names. */
const CLOUD = new Set(["168.63.129.16"]);
/** All that is public in IPv6 (RFC 4291, 2.4): what lies elsewhere holds IPv4 addresses, or nobody. */
const GLOBAL = ipaddr.IPv6.parseCIDR("2000::/3");
/** For examples in texts (RFC 9637). */
const DOCUMENTATION = ipaddr.IPv6.parseCIDR("3fff::/20");

/** Whether anyone on the Internet may be there: no private, loopback, link-local, mapped or reserved address. */
export function isPublic(address: string): boolean {
  try {
    const parsed = ipaddr.process(plainForm(address));
    if (parsed.range() !== "unicast") return false;
    if (parsed instanceof ipaddr.IPv4) return !CLOUD.has(parsed.toString());
    return parsed.match(GLOBAL) && !parsed.match(DOCUMENTATION);
  } catch {
    return false;
  }
}

/** An IPv6 address in hexadecimal alone: a parser takes `::127.0.0.1` for something else than what is asked. */
function plainForm(address: string): string {
  if (!address.includes(":")) return address;
  return new URL(`http://[${address}]`).hostname.slice(1, -1);
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
    // A connection that is kept was made to what another look-up said.
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
  outgoing.once("error", (error) => reject(unanswered(url.host, error)));
  outgoing.end(body);
  return promise;
}

/** Stands in for the look-up of a name, and answers nothing but the addresses that were checked. */
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

/** The answer's body, unpacked; errs when it grows past `max_bytes`, breaks off or takes too long. */
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
    throw refused(`${url.host} answers in an encoding nobody asked for.`);
  }
  const plain = packed.pipeThrough(new DecompressionStream(encoding));
  return ReadableStream.from(atMost(max_bytes, plain));
}

async function* arriving(
  answer: IncomingMessage,
  url: URL,
  signal: AbortSignal,
) {
  const stop = () => answer.destroy();
  signal.addEventListener("abort", stop, { once: true });
  try {
    for await (const chunk of answer) yield new Uint8Array(chunk as Uint8Array);
    if (!answer.complete) throw new Error("The connection broke off.");
  } catch (cause) {
    throw signal.aborted ? stopped(signal) : unanswered(url.host, cause);
  } finally {
    signal.removeEventListener("abort", stop);
    answer.destroy();
  }
}

async function* atMost(
  max_bytes: number,
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
) {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > max_bytes) {
      throw new AppError(
        "payload_too_large",
        `What this address holds is larger than ${
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

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(stopped(signal));
    signal.addEventListener("abort", () => reject(stopped(signal)), {
      once: true,
    });
  });
}

function refused(detail: string): AppError {
  return new AppError("invalid_input", detail);
}

function unanswered(host: string, cause: unknown): AppError {
  return new AppError(
    "unavailable",
    `${host} did not answer. Check the address, or try again later.`,
    { cause },
  );
}

/** Why a signal ended a request: its time is over, or the caller has left. */
function stopped(signal: AbortSignal): Error {
  if ((signal.reason as Error)?.name !== "TimeoutError") return signal.reason;
  return new AppError(
    "unavailable",
    "This address took too long to answer. Try again later.",
  );
}

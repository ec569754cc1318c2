import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";
import { aborted, refused } from "./fetch_errors.ts";

/** How a name is resolved, and which addresses may be private. */
export type Lookups = {
  /** `host:port` of local servers that may be requested although their addresses are not public. */
  local_hosts: readonly string[];
  /** Resolves a name's addresses; defaults to the system resolver. */
  resolve?: (host: string) => Promise<string[]>;
};

const LOOKUP_MS = 5_000;

/** Throws `invalid_input` for a URL that `guardedFetch` would refuse, as its name resolves now. */
export async function requirePublicUrl(
  address: string,
  local_hosts: readonly string[],
): Promise<void> {
  const signal = AbortSignal.timeout(LOOKUP_MS);
  await requireAddresses(readUrl(address), { local_hosts }, signal);
}

/** Throws `invalid_input` for anything but a plain http(s) address. */
export function readUrl(text: string, base?: URL): URL {
  const url = URL.parse(text, base);
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password) {
    return url;
  }
  throw refused("Enter a web address that begins with https:// or http://.");
}

/** `host:port` of a URL, as operators list private hosts. */
export function hostAndPort({ hostname, port, protocol }: URL): string {
  return `${hostname}:${port || (protocol === "https:" ? "443" : "80")}`;
}

/** The checked addresses of a URL's host: all of them public, or a host listed by the operator. */
export async function requireAddresses(
  url: URL,
  request: Lookups,
  signal: AbortSignal,
): Promise<string[]> {
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const addresses = ipaddr.isValid(host)
    ? [host]
    : await named(host, request.resolve ?? systemLookup, signal);
  const is_local = request.local_hosts.includes(hostAndPort(url));
  if (is_local || addresses.every(isPublic)) return addresses;
  throw refused(
    `${url.hostname} is an address inside a private network. Only public addresses can be used.`,
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

/** Addresses that look public but belong to a cloud's internals: Azure's metadata and DNS servers. */
const CLOUD = new Set(["168.63.129.16"]);
/** All public IPv6 addresses (RFC 4291, 2.4): others contain IPv4 addresses, or are unassigned. */
const GLOBAL = ipaddr.IPv6.parseCIDR("2000::/3");
/** For documentation (RFC 9637). */
const DOCUMENTATION = ipaddr.IPv6.parseCIDR("3fff::/20");

/** Whether an address is on the public Internet: not private, loopback, link-local, mapped or reserved. */
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

/** Only plain hexadecimal IPv6: the parser reads `::127.0.0.1` differently from the network stack. */
function plainForm(address: string): string {
  if (!address.includes(":")) return address;
  return new URL(`http://[${address}]`).hostname.slice(1, -1);
}

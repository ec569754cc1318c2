import ipaddr from "ipaddr.js";
import type { Cidr } from "../net/ip_ranges.ts";

/** Parses an address; null if it is invalid. */
export function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  try {
    // `process` turns an IPv4-mapped IPv6 address into the IPv4 one.
    return ipaddr.process(text.trim().replace(/^\[(.*)\]$/, "$1"));
  } catch {
    return null;
  }
}

/** Whether a proxy at this address is trusted. */
export function isTrusted(
  address: ipaddr.IPv4 | ipaddr.IPv6,
  trusted: Cidr[],
): boolean {
  return trusted.some(([range, bits]) =>
    range.kind() === address.kind() && address.match(range, bits)
  );
}

/**
 * The caller's address: the peer's or, if the peer is a trusted proxy, the right-most untrusted address in
 * `X-Forwarded-For`. A header chosen by the client counts only if a trusted hop vouches for it.
 */
export function clientAddress(
  peer: string,
  forwarded_for: string | null,
  trusted: Cidr[],
): string {
  let address = parseAddress(peer);
  if (!address) return "unknown";
  const hops = forwarded_for?.split(",") ?? [];
  while (isTrusted(address, trusted)) {
    const hop = hops.pop();
    const next = hop === undefined ? null : parseAddress(hop);
    if (!next) break;
    address = next;
  }
  return address.toString();
}

/** The unit of limits per address, given as `clientAddress` returns it: an IPv4 address, or the /64 of an IPv6 one. */
export function addressBucket(address: string): string {
  if (!address.includes(":")) return address;
  const parsed = parseAddress(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed?.toString() ?? address;
  const parts = parsed.parts.slice(0, 4);
  return `${parts.map((part) => part.toString(16)).join(":")}::/64`;
}

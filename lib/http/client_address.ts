import ipaddr from "ipaddr.js";
import type { Cidr } from "../net/ip_ranges.ts";

/** An address; null for what is none. */
export function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  try {
    // `process` turns an IPv4-mapped IPv6 address into the IPv4 one.
    return ipaddr.process(text.trim().replace(/^\[(.*)\]$/, "$1"));
  } catch {
    return null;
  }
}

/** Whether a proxy at this address is believed. */
export function isTrusted(
  address: ipaddr.IPv4 | ipaddr.IPv6,
  trusted: Cidr[],
): boolean {
  return trusted.some(([range, bits]) =>
    range.kind() === address.kind() && address.match(range, bits)
  );
}

/**
 * The caller's address: the peer's, or, where the peer is a trusted proxy, the right-most address in
 * `X-Forwarded-For` that is not. A chosen header never counts before a trusted hop vouches for it.
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

/** What a limit per address counts by: an IPv4 address, or the /64 of an IPv6 one. */
export function addressBucket(address: string): string {
  const parsed = parseAddress(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed?.toString() ?? address;
  const parts = parsed.parts.slice(0, 4);
  return `${parts.map((part) => part.toString(16)).join(":")}::/64`;
}

import ipaddr from "ipaddr.js";

/** An address range: `[address, prefix length]`. */
export type Cidr = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Reads `10.0.0.0/8` or a single address, written in full; null for anything else. */
export function parseCidr(text: string): Cidr | null {
  const [address, bits, ...rest] = text.split("/");
  // The parser takes `10` and `0x7f000001` for addresses too.
  const is_full = ipaddr.IPv4.isValidFourPartDecimal(address) ||
    (ipaddr.IPv6.isValid(address) && !address.includes("%"));
  if (!is_full || rest.length > 0) return null;
  const parsed = ipaddr.parse(address);
  const most = parsed.kind() === "ipv4" ? 32 : 128;
  const length = bits === undefined ? most : Number(bits);
  if (bits !== undefined && !/^\d{1,3}$/.test(bits)) return null;
  if (length > most) return null;
  return unmapped([parsed, length]);
}

/** A range of IPv4-mapped addresses as the IPv4 range it is. */
function unmapped([address, length]: Cidr): Cidr {
  const is_mapped = address instanceof ipaddr.IPv6 && length >= 96 &&
    address.isIPv4MappedAddress();
  return is_mapped ? [address.toIPv4Address(), length - 96] : [address, length];
}

function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  try {
    // `process` turns an IPv4-mapped IPv6 address into the IPv4 one.
    return ipaddr.process(text.trim().replace(/^\[(.*)\]$/, "$1"));
  } catch {
    return null;
  }
}

function isTrusted(address: ipaddr.IPv4 | ipaddr.IPv6, trusted: Cidr[]) {
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

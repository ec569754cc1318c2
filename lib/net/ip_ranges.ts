import ipaddr from "ipaddr.js";

/** An address range: `[address, prefix length]`. */
export type Cidr = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Parses `10.0.0.0/8` or a single address, in full notation; null for anything else. */
export function parseCidr(text: string): Cidr | null {
  const [address, bits, ...rest] = text.split("/");
  // The parser also accepts `10` and `0x7f000001` as addresses.
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

/** Converts a range of IPv4-mapped addresses to the IPv4 range. */
function unmapped([address, length]: Cidr): Cidr {
  const is_mapped = address instanceof ipaddr.IPv6 && length >= 96 &&
    address.isIPv4MappedAddress();
  return is_mapped ? [address.toIPv4Address(), length - 96] : [address, length];
}

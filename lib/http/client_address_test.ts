import assert from "node:assert/strict";
import fc from "fast-check";
import { type Cidr, parseCidr } from "../net/ip_ranges.ts";
import { addressBucket, clientAddress } from "./client_address.ts";

function cidrs(...texts: string[]): Cidr[] {
  return texts.map((text) => {
    const cidr = parseCidr(text);
    assert.ok(cidr, text);
    return cidr;
  });
}

Deno.test("clientAddress: a caller cannot choose its address", () => {
  const header = fc.oneof(
    fc.string(),
    fc.array(fc.oneof(fc.ipV4(), fc.ipV6())).map((hops) => hops.join(", ")),
  );
  fc.assert(
    fc.property(header, (forwarded) => {
      assert.equal(clientAddress("192.0.2.7", forwarded, []), "192.0.2.7");
      // Behind a proxy only what the proxy itself appended counts.
      assert.equal(
        clientAddress(
          "10.0.0.1",
          `${forwarded}, 192.0.2.7`,
          cidrs("10.0.0.0/8"),
        ),
        "192.0.2.7",
      );
    }),
    { numRuns: 1_000 },
  );
});

Deno.test("clientAddress: behind trusted proxies it is the right-most address that is not one of them", () => {
  const trusted = cidrs("10.0.0.0/8", "2001:db8:f::/48", "127.0.0.1");
  const cases: [peer: string, header: string | null, address: string][] = [
    ["10.0.0.1", "192.0.2.7", "192.0.2.7"],
    ["10.0.0.1", "203.0.113.5, 192.0.2.7", "192.0.2.7"],
    ["10.0.0.1", "203.0.113.5, 192.0.2.7, 10.9.9.9", "192.0.2.7"],
    ["127.0.0.1", "192.0.2.7,2001:db8:f::1", "192.0.2.7"],
    ["2001:db8:f::9", "[2001:db8::7]", "2001:db8::7"],
    ["10.0.0.1", null, "10.0.0.1"],
    ["10.0.0.1", "", "10.0.0.1"],
    ["10.0.0.1", "192.0.2.7, garbage", "10.0.0.1"],
    ["10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"],
    ["::ffff:10.0.0.1", "192.0.2.7", "192.0.2.7"],
    ["10.0.0.1", "::ffff:192.0.2.7", "192.0.2.7"],
    ["192.0.2.1", "203.0.113.5", "192.0.2.1"],
    ["unix", "203.0.113.5", "unknown"],
  ];
  for (const [peer, header, address] of cases) {
    assert.equal(clientAddress(peer, header, trusted), address, header ?? peer);
  }
});

Deno.test("clientAddress: an IPv4-mapped range trusts its IPv4 addresses", () => {
  const trusted = cidrs("::ffff:10.0.0.0/104");
  assert.equal(clientAddress("10.0.0.1", "192.0.2.7", trusted), "192.0.2.7");
});

Deno.test("parseCidr: fully written addresses and ranges, and nothing else", () => {
  for (
    const text of ["10.0.0.0/8", "10.0.0.1", "::1", "2001:db8::/32", "::/0"]
  ) assert.ok(parseCidr(text), text);
  for (
    const text of [
      "",
      "10",
      "10.1",
      "0x7f000001",
      "010.0.0.1",
      "10.0.0.0/33",
      "10.0.0.0/-1",
      "::/129",
      "10/8",
      "localhost",
      "fe80::1%eth0",
    ]
  ) assert.equal(parseCidr(text), null, text);
});

Deno.test("addressBucket: whole IPv4, IPv6 by /64, IPv4-mapped as IPv4", () => {
  assert.equal(addressBucket("192.0.2.7"), "192.0.2.7");
  assert.equal(addressBucket("::ffff:192.0.2.7"), "192.0.2.7");
  assert.equal(
    addressBucket("2001:db8:1:2:aaaa::1"),
    addressBucket("2001:db8:1:2:bbbb:cccc:dddd:eeee"),
  );
  assert.notEqual(
    addressBucket("2001:db8:1:2::1"),
    addressBucket("2001:db8:1:3::1"),
  );
  assert.equal(addressBucket("unknown"), "unknown");
});

Deno.test("addressBucket: every address of a /64 falls into one bucket", () => {
  const host = fc.array(fc.nat(0xffff), { minLength: 4, maxLength: 4 })
    .map((parts) => parts.map((part) => part.toString(16)).join(":"));
  const buckets = new Set<string>();
  fc.assert(fc.property(host, (host) => {
    const address = clientAddress(`2001:db8:0:1:${host}`, null, []);
    buckets.add(addressBucket(address));
  }));
  assert.equal(buckets.size, 1);
});

import assert from "node:assert/strict";
import { type Cidr, parseCidr } from "../net/ip_ranges.ts";
import { checkConnection } from "./connection_check.ts";

type Case = {
  base?: string;
  url?: string;
  peer?: string;
  trusted?: string[];
  headers?: Record<string, string>;
};

function way(
  {
    base = "https://chat.example.com",
    url = "http://chat.example.com/dashboard",
    peer = "10.0.0.2",
    trusted = ["10.0.0.2"],
    headers = { "x-forwarded-for": "192.0.2.7", "x-forwarded-proto": "https" },
  }: Case,
) {
  return checkConnection(new Request(url, { headers }), peer, {
    base_url: base,
    trusted_proxies: trusted.map((text) => parseCidr(text) as Cidr),
  });
}

Deno.test("checkConnection: no warning behind a correctly configured proxy", () => {
  assert.deepEqual(way({}), {
    base_url: "https://chat.example.com",
    scheme: "https",
    host: "chat.example.com",
    client: "192.0.2.7",
    peer: "10.0.0.2",
    warnings: [],
  });
  const direct = { peer: "192.0.2.7", trusted: [], headers: {} };
  assert.deepEqual(way(direct).warnings, []);
  // Forged headers of a client without any proxy are no fault of the set-up.
  const lying = { ...direct, headers: { "x-forwarded-for": "203.0.113.9" } };
  assert.deepEqual(way(lying).warnings, []);
  assert.equal(way(lying).client, "192.0.2.7");
});

Deno.test("checkConnection: names each configuration fault and the setting that fixes it", () => {
  const faults: [Case, RegExp][] = [
    [{ url: "http://10.0.0.5:8000/" }, /10\.0\.0\.5:8000.*TWINCAST_BASE_URL/],
    [{ base: "http://chat.example.com" }, /https:\/\/chat\.example\.com/],
    [{ trusted: [] }, /TWINCAST_TRUSTED_PROXIES to 10\.0\.0\.2/],
    [{ trusted: ["0.0.0.0/0"] }, /trusts every address/],
    [{ headers: {} }, /X-Forwarded-For/],
  ];
  for (const [fault, said] of faults) {
    const { warnings } = way(fault);
    assert.equal(warnings.length, 1, JSON.stringify(fault));
    assert.match(warnings[0], said);
  }
});

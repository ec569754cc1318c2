import assert from "node:assert/strict";
import fc from "fast-check";
import {
  frameAncestors,
  isOriginAllowed,
  normalizeDomain,
  normalizeDomains,
  withWww,
} from "./domains.ts";
import { refused } from "../../tests/stores.ts";

const normalize = (entry: string) => normalizeDomain(entry, "allowed_domains");

/** What a list allows and refuses, as in the contract. */
const LISTS: { list: string[]; allowed: string[]; refused: string[] }[] = [
  {
    list: [],
    allowed: [],
    refused: ["https://example.com", "null", "http://localhost:8000"],
  },
  {
    list: ["example.com"],
    allowed: ["https://example.com"],
    refused: [
      "https://example.com.evil.io",
      "https://evil-example.com",
      "https://evilexample.com",
      "https://www.example.com",
      "http://example.com",
      "https://example.com:8443",
      "https://example.com:443",
      "https://example.com.",
      "https://example.com/",
      "https://example.com/path",
      "https://user@example.com",
      "https://example.com@evil.io",
      "https://EXAMPLE.com",
      "https://example.com https://evil.io",
      "https://example.com, https://evil.io",
      " https://example.com",
      "https://evil.io#https://example.com",
      "https://evil.io?https://example.com",
      "https:\\\\example.com",
      "https:example.com",
      "//example.com",
      "example.com",
      "null",
      "",
      "*",
      "file://",
      "file://example.com",
      "chrome-extension://example.com",
      "ws://example.com",
      "javascript://example.com",
    ],
  },
  {
    list: ["*.example.com"],
    allowed: ["https://a.example.com", "https://a.b.example.com"],
    refused: [
      "https://example.com",
      "https://evilexample.com",
      "https://a.example.com.evil.io",
      "http://a.example.com",
      "https://a.example.com:8443",
      "https://a.example.com.",
      "https://.example.com",
      "null",
    ],
  },
  {
    list: ["http://localhost:8080"],
    allowed: ["http://localhost:8080"],
    refused: [
      "https://localhost:8080",
      "http://localhost:8081",
      "http://localhost",
      "http://127.0.0.1:8080",
      "http://[::1]:8080",
      "http://localhost.evil.io:8080",
    ],
  },
  {
    list: ["http://[::1]:8080", "[2001:db8::1]", "192.0.2.7"],
    allowed: [
      "http://[::1]:8080",
      "https://[2001:db8::1]",
      "https://192.0.2.7",
    ],
    refused: [
      "http://[::1]",
      "https://[2001:db8::2]",
      "https://[2001:db8::1]:8443",
      "https://192.0.2.70",
      "https://1.192.0.2.7",
    ],
  },
  {
    list: ["bücher.example", "*.münchen.example"],
    allowed: [
      "https://xn--bcher-kva.example",
      "https://shop.xn--mnchen-3ya.example",
    ],
    refused: ["https://bucher.example", "https://xn--mnchen-3ya.example"],
  },
  {
    list: ["*"],
    allowed: ["https://anything.example", "http://localhost:1234"],
    refused: ["null", "", "file://", "https://example.com."],
  },
];

Deno.test("isOriginAllowed: allows exactly the listed origins, compared whole", () => {
  for (const { list, allowed, refused } of LISTS) {
    const entries = normalizeDomains(list);
    for (const origin of allowed) {
      assert.ok(isOriginAllowed(origin, entries), `${list} lets in ${origin}`);
    }
    for (const origin of refused) {
      assert.ok(!isOriginAllowed(origin, entries), `${list}: ${origin}`);
    }
  }
});

Deno.test("isOriginAllowed: no unlisted host is allowed", () => {
  const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/);
  const around = fc.stringMatching(/^[a-z0-9.:@/\\#?%_-]{0,12}$/);
  const hosts = fc.record({ before: around, after: around, label });
  const entries = normalizeDomains(["example.com", "*.example.org"]);
  fc.assert(
    fc.property(hosts, ({ before, after, label }) => {
      for (const name of ["example.com", "example.org", `${label}.com`]) {
        const origin = `https://${before}${name}${after}`;
        const right = origin === "https://example.com" ||
          /^https:\/\/([a-z0-9_-]+\.)+example\.org$/.test(origin);
        if (!right) assert.ok(!isOriginAllowed(origin, entries), origin);
      }
    }),
    { numRuns: 3_000 },
  );
});

Deno.test("normalizeDomain: equal domains get one spelling", () => {
  const spellings: [string, string][] = [
    ["Example.COM", "example.com"],
    ["example.com:443", "example.com"],
    ["https://example.com", "https://example.com"],
    ["https://example.com/", "https://example.com"],
    ["https://example.com:443", "https://example.com"],
    ["HTTP://LOCALHOST:8080", "http://localhost:8080"],
    ["BÜCHER.example", "xn--bcher-kva.example"],
    ["*.Example.com", "*.example.com"],
    ["*", "*"],
    // Addresses as copied from a browser.
    ["example.com/", "example.com"],
    ["example.com/path", "example.com"],
    ["https://example.com/path?q=1#f", "https://example.com"],
    ["https://example.com?q", "https://example.com"],
    ["http://localhost:8080/a", "http://localhost:8080"],
    ["https://*.example.com", "*.example.com"],
    ["https://*.example.com/path", "*.example.com"],
  ];
  for (const [entry, stored] of spellings) {
    assert.equal(normalize(entry), stored);
  }
});

Deno.test("normalizeDomain: refuses anything that is not a domain", () => {
  const wrong = [
    "",
    ".",
    "example.com.",
    "*.example.com.",
    "https://example.com.",
    "/path",
    "null",
    "NULL/",
    "https://user@example.com",
    "https://user@example.com/path",
    "https://example.com\\@evil.io/",
    "http://*.example.com",
    "https://*.com/",
    "user@example.com",
    "ftp://example.com",
    "javascript://example.com",
    "file:///etc",
    "exa mple.com",
    "example..com/",
    "*.",
    "**",
    "*.*",
    "*.*.example.com",
    "a.*.example.com",
    "*example.com",
    "example.com:99999",
    "example.com:",
    "::1",
    "*.[::1]",
    "*.127.0.0.1",
    "null\\",
    "%65xample.com",
    "<script>",
  ];
  for (const entry of wrong) {
    assert.throws(() => normalize(entry), refused("invalid_input"), entry);
  }
});

Deno.test("normalizeDomain: refuses a wildcard with a port, which could never match", () => {
  for (const entry of ["*.example.com:8443", "*.com:8443"]) {
    assert.throws(() => normalize(entry), refused("invalid_input"), entry);
  }
});

Deno.test("normalizeDomain: refuses a wildcard over a public suffix", () => {
  const suffixes = [
    "*.com",
    "*.COM",
    "*.co.uk",
    "*.github.io",
    "*.deno.net",
    "*.公司.cn",
    "*.xn--55qx5d.cn",
    "*.localhost",
    // The suffix list contains each name below these itself.
    "*.kawasaki.jp",
    "*.compute.amazonaws.com",
    "*.ck",
  ];
  for (const entry of suffixes) {
    assert.throws(() => normalize(entry), refused("invalid_input"), entry);
  }
  for (const entry of ["*.example.co.uk", "*.ada.github.io", "*.a.b.c.dev"]) {
    assert.equal(normalize(entry), entry);
  }
});

Deno.test("normalizeDomain: is idempotent", () => {
  fc.assert(fc.property(fc.webUrl(), fc.domain(), (url, domain) => {
    for (const entry of [new URL(url).origin, domain]) {
      assert.equal(normalize(normalize(entry)), normalize(entry));
      const origin = entry.includes("://") ? entry : `https://${entry}`;
      assert.ok(isOriginAllowed(new URL(origin).origin, [normalize(entry)]));
    }
  }));
});

Deno.test("normalizeDomains: gives the wrong entry's position, and drops duplicates", () => {
  assert.deepEqual(normalizeDomains(["a.com", "A.com"]), ["a.com"]);
  assert.throws(
    () => normalizeDomains(["a.com", "b c"]),
    (error: { issues?: unknown }) =>
      JSON.stringify(error.issues).includes("allowed_domains.1"),
  );
});

Deno.test("frameAncestors: matches the list", () => {
  assert.equal(frameAncestors([]), "'none'");
  assert.equal(
    frameAncestors(["example.com", "*.example.org", "http://localhost:8080"]),
    "https://example.com https://*.example.org http://localhost:8080",
  );
  assert.equal(frameAncestors(["*"]), "*");
});

Deno.test("normalizeDomain: characters no host may contain are refused and reach no header", () => {
  for (
    const entry of [
      "x.com;sandbox",
      "*.x.com;sandbox",
      "https://x.com;sandbox",
      "x.com,y.com",
      "x.com'none'",
      'x.com"',
      "x.com`",
      "x.com{}",
      "x.com&",
      "x.com$",
      "x.com!",
      "x.com(1)",
      "x.com+y",
      "x.com=y",
      "x.com~",
    ]
  ) {
    assert.throws(
      () => normalizeDomain(entry, "allowed_domains.0"),
      refused("invalid_input"),
      entry,
    );
    // One stored before these were refused.
    assert.equal(frameAncestors([entry]), "'none'");
    assert.equal(frameAncestors([entry, "a.example"]), "https://a.example");
  }
  for (const entry of ["münchen.example", "a_b.example.com", "[::1]:8080"]) {
    const stored = normalizeDomain(entry, "allowed_domains.0");
    assert.equal(frameAncestors([stored]), `https://${stored}`);
  }
});

Deno.test("withWww: a bare domain gets its www twin, anything else stays alone", () => {
  assert.deepEqual(withWww(["https://shop.example/cart"]), [
    "https://shop.example",
    "https://www.shop.example",
  ]);
  assert.deepEqual(withWww(["clay.com"]), ["clay.com", "www.clay.com"]);
  assert.deepEqual(withWww(["www.clay.co.uk/shop"]), [
    "clay.co.uk",
    "www.clay.co.uk",
  ]);
  const alone = [
    ...["*", "*.clay.com", "shop.clay.com", "localhost", "127.0.0.1"],
    ...["http://localhost:8080", "clay.com:8443"],
  ];
  assert.deepEqual(withWww(alone), alone);
  assert.throws(() => withWww(["a b"]));
});

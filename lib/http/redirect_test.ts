import assert from "node:assert/strict";
import fc from "fast-check";
import { safeNext, seeOther } from "./redirect.ts";

/** Where a browser on this site would go. */
function destination(location: string): string {
  return new URL(location, "https://twincast.example/login").origin;
}

Deno.test("safeNext: a path on this site stays as it is", () => {
  for (
    const next of [
      "/",
      "/dashboard",
      "/dashboard?twin=twn_1&tab=2",
      "/share/a/b#top",
      "/dashboard?next=https://evil.example",
    ]
  ) assert.equal(safeNext(next, "/fallback"), next);
});

Deno.test("safeNext: anything that leaves this site becomes the fallback", () => {
  for (
    const next of [
      null,
      undefined,
      "",
      "dashboard",
      "https://evil.example",
      "//evil.example",
      "///evil.example",
      "/\\evil.example",
      "\\\\evil.example",
      "/\t/evil.example",
      "/\n/evil.example",
      "/\r\\evil.example",
      "\t//evil.example",
      " //evil.example",
      "/.//evil.example",
      "/..//evil.example",
      "/a/..//evil.example",
      "/%2e//evil.example",
      "/%2e%2e//evil.example",
      "javascript:alert(1)",
      "data:text/html,x",
      "http:/evil.example",
    ]
  ) assert.equal(safeNext(next, "/fallback"), "/fallback", String(next));
});

Deno.test("safeNext: an encoded slash is part of a path, which no browser decodes", () => {
  for (const next of ["/%2f/evil.example", "/%5cevil.example", "/%09/x"]) {
    const location = safeNext(next, "/fallback");
    assert.equal(destination(location), "https://twincast.example", next);
  }
});

Deno.test("safeNext: no text leads to another site", () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(..."/\\.:@%2f?#\t\n\r evil") }),
  );
  fc.assert(
    fc.property(text, (next) => {
      const location = safeNext(next, "/fallback");
      assert.equal(destination(location), "https://twincast.example", next);
      assert.equal(seeOther(location).headers.get("location"), location);
    }),
    { numRuns: 5_000 },
  );
});

Deno.test("seeOther: 303, so that a reload does not post again", () => {
  const response = seeOther("/dashboard");
  assert.equal(response.status, 303);
  assert.equal(response.headers.get("location"), "/dashboard");
});

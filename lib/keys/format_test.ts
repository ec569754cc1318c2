import assert from "node:assert/strict";
import fc from "fast-check";
import { keyFormat, newKeyText } from "./format.ts";

const types = fc.constantFrom("publishable" as const, "secret" as const);

Deno.test("newKeyText: shows its type and is read as that type", () => {
  assert.match(newKeyText("publishable"), /^tw_pk_[0-9A-Za-z]{38}$/);
  assert.match(newKeyText("secret"), /^tw_sk_[0-9A-Za-z]{38}$/);
  fc.assert(fc.property(types, (type) => {
    assert.equal(keyFormat(newKeyText(type)), type);
  }));
});

Deno.test("keyFormat: any single changed character is detected", () => {
  const character = fc.string({ minLength: 1, maxLength: 1 });
  fc.assert(
    fc.property(types, fc.nat(43), character, (type, place, other) => {
      const key = newKeyText(type);
      fc.pre(key[place] !== other);
      const changed = key.slice(0, place) + other + key.slice(place + 1);
      assert.equal(keyFormat(changed), null, changed);
    }),
    { numRuns: 2_000 },
  );
});

Deno.test("keyFormat: any two swapped neighbours are detected", () => {
  fc.assert(fc.property(types, fc.nat(42), (type, place) => {
    const key = newKeyText(type);
    fc.pre(key[place] !== key[place + 1]);
    const changed = key.slice(0, place) + key[place + 1] + key[place] +
      key.slice(place + 2);
    assert.equal(keyFormat(changed), null, changed);
  }));
});

Deno.test("keyFormat: extra or missing characters are refused", () => {
  const key = newKeyText("secret");
  const wrong = [
    "",
    "undefined",
    "null",
    "[]",
    "tw_pk_",
    ` ${key}`,
    `${key} `,
    `${key}\n`,
    key.slice(0, -1),
    key + key.at(-1),
    key.toUpperCase(),
    key.replace("tw_sk_", "tw_pk_"),
    key.replace("tw_sk_", "tw_xk_"),
  ];
  for (const text of wrong) {
    assert.equal(keyFormat(text), null, JSON.stringify(text));
  }
});

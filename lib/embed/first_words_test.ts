import assert from "node:assert/strict";
import { english } from "../client/strings.ts";
import { firstWords } from "../twins/twins.ts";

Deno.test("first words: the same in the loader and in the language files", () => {
  const name = "$& Clara";
  const { greeting, disclosure } = english;
  assert.deepEqual(firstWords(name), {
    greeting: greeting.replaceAll("{name}", () => name),
    disclosure: disclosure.replaceAll("{name}", () => name),
  });
});

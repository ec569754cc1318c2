import assert from "node:assert/strict";
import { z } from "zod";
import { isAppError } from "../errors.ts";
import { parse } from "./body.ts";

const schema = z.strictObject({
  name: z.string().min(2).max(5),
  count: z.number().int().min(1).max(9).optional(),
  kind: z.enum(["page", "site"]).optional(),
  every: z.literal("day").optional(),
  price: z.number().positive().optional(),
  tags: z.array(z.string()).max(1).optional(),
  own: z.string("Write your own words").optional(),
});

function wordsOf(value: unknown): string[] {
  try {
    parse(schema, value);
    return [];
  } catch (error) {
    assert.ok(isAppError(error));
    return (error.issues ?? []).map(({ path, message }) =>
      `${path}: ${message}`
    );
  }
}

Deno.test("issueWords: each issue says what to send, unless the schema has its own message", () => {
  const cases: [value: unknown, ...words: string[]][] = [
    [{ name: "Ada" }],
    [{}, "name: Send this field: it is required"],
    [null, ": Send an object"],
    [[], ": Send an object"],
    [{ name: 5 }, "name: Send text"],
    [{ name: "A" }, "name: Send at least 2 characters"],
    [{ name: "Adalbert" }, "name: Send at most 5 characters"],
    [{ name: "Ada", count: "5" }, "count: Send a number"],
    [{ name: "Ada", count: 1.5 }, "count: Send a whole number"],
    [{ name: "Ada", count: 0 }, "count: Send at least 1"],
    [{ name: "Ada", count: 10 }, "count: Send at most 9"],
    [{ name: "Ada", price: 0 }, "price: Send more than 0"],
    [{ name: "Ada", kind: "x" }, "kind: Send one of page, site"],
    [{ name: "Ada", every: "week" }, "every: Send day"],
    [{ name: "Ada", tags: ["a", "b"] }, "tags: Send at most 1 item"],
    [{ name: "Ada", tags: {} }, "tags: Send a list"],
    [{ name: "Ada", own: 5 }, "own: Write your own words"],
    [{ name: "Ada", x: 1 }, "x: Unknown field; remove it"],
  ];
  for (const [value, ...words] of cases) {
    assert.deepEqual(wordsOf(value), words, JSON.stringify(value));
  }
});

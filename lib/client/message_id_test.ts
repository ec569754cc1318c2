import assert from "node:assert/strict";
import { newMessageId } from "./message_id.ts";

Deno.test("newMessageId: makes version 4 UUIDs", () => {
  const ids = new Set(Array.from({ length: 200 }, newMessageId));
  assert.equal(ids.size, 200);
  for (const id of ids) {
    assert.match(
      id,
      /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
  }
});

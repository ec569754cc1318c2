import assert from "node:assert/strict";
import { isReserved } from "./reserved_handles.ts";

Deno.test("isReserved: names of the service and of officials, and lookalikes", () => {
  const refused = ["twincast", "twincast-support", "the-twincast", "tw1ncast"];
  refused.push("twlncast", "twin-cast", "tvvincast", "twinca57", "adm1n");
  refused.push("adrnin", "supp0rt", "sign-in", "signin", "s-t-a-f-f", "l0gin");
  for (const handle of refused) assert.ok(isReserved(handle), handle);
  const given = ["mira", "ada-lovelace", "twins-of-lyon", "cast", "twin-mira"];
  given.push("adminton", "supporters", "1001", "caster");
  for (const handle of given) assert.ok(!isReserved(handle), handle);
});

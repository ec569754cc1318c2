import assert from "node:assert/strict";
import { lookAtAll } from "./looking_at_pages.ts";
import { PAGES, routesOfPages } from "./pages.ts";

Deno.test("pages: no errors, no sideways scrolling, no serious axe finding, no dead link, and every modal traps and returns the focus", async () => {
  await lookAtAll({ isWhole: false });
});

Deno.test("pages: the list is complete", async () => {
  const routes = await Array.fromAsync(routesOfPages());
  const listed = new Set(Object.keys(PAGES).map((key) => key.split("#")[0]));
  assert.deepEqual(routes.sort(), [...listed].sort());
});

import assert from "node:assert/strict";
import { lookAtAll } from "./looking_at_pages.ts";
import { PAGES, routesOfPages } from "./pages.ts";

Deno.test("pages: no error, nothing sideways, nothing serious for axe, no dead link, and every modal takes the focus and gives it back", async () => {
  await lookAtAll({ everybody: false });
});

Deno.test("pages: the list holds every page there is", async () => {
  const routes = await Array.fromAsync(routesOfPages());
  const listed = new Set(Object.keys(PAGES).map((key) => key.split("#")[0]));
  assert.deepEqual(routes.sort(), [...listed].sort());
});

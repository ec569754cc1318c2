import { lookAtAll } from "../browser/looking_at_pages.ts";

Deno.test("pages: no serious axe finding for anybody, in any size, theme or modal", async () => {
  await lookAtAll({ isWhole: true });
});

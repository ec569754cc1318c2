import { lookAtAll } from "../browser/looking_at_pages.ts";

Deno.test("pages: no serious axe finding for any viewer", async () => {
  await lookAtAll({ everybody: true });
});

import { lookAtAll } from "../browser/looking_at_pages.ts";

Deno.test("pages: nothing serious for axe, whoever looks at them", async () => {
  await lookAtAll({ everybody: true });
});

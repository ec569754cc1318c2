import { tryForms } from "../authority_forms.ts";

Deno.test("authority: access lost in any way while the body arrives is gone, for every form", async (t) => {
  await tryForms(t, { nth: 1 });
});

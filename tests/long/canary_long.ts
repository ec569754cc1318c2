import { askHostileQuestions } from "../canaries.ts";

Deno.test("private text: 1,500 hostile questions by every way in, while items flip, bring none of it", async () => {
  await askHostileQuestions(1_500);
});

import { askHostileQuestions } from "./canaries.ts";

Deno.test("private text: 80 hostile questions on every channel reveal none of it, while items flip", async () => {
  await askHostileQuestions(80);
});

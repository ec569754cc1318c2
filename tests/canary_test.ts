import { askHostileQuestions } from "./canaries.ts";

Deno.test("private text: 120 hostile questions on every channel reveal none of it, while items flip", async () => {
  await askHostileQuestions(120);
});

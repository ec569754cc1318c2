import { askAtOnce } from "./model_crowd.ts";

Deno.test("a model: 100 concurrent answers of one twin all arrive whole, without a limit", async () => {
  await askAtOnce(100, {
    TWINCAST_LLM_DAILY_TOKENS: "0",
    TWINCAST_LLM_TEAM_DAILY_TOKENS: "0",
    TWINCAST_LLM_TOTAL_DAILY_TOKENS: "0",
  });
});

Deno.test("a model: 100 concurrent answers of one twin all arrive whole, within its limits", async () => {
  await askAtOnce(100, { TWINCAST_LLM_DAILY_TOKENS: "100000000" });
});

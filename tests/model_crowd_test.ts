import { askAtOnce } from "./model_crowd.ts";

Deno.test("a model: 200 concurrent answers of one twin all arrive whole, without a limit", async () => {
  await askAtOnce(200, {
    TWINCAST_LLM_DAILY_TOKENS: "0",
    TWINCAST_LLM_TEAM_DAILY_TOKENS: "0",
    TWINCAST_LLM_TOTAL_DAILY_TOKENS: "0",
  });
});

Deno.test("a model: 200 concurrent answers of one twin all arrive whole, within its limits", async () => {
  await askAtOnce(200, { TWINCAST_LLM_DAILY_TOKENS: "100000000" });
});

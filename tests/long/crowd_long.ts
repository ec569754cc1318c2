import { askAtOnce } from "../model_crowd.ts";

Deno.test("a model: 500 concurrent answers of one twin all arrive whole", async () => {
  const env = {
    TWINCAST_LLM_DAILY_TOKENS: "0",
    TWINCAST_LLM_TEAM_DAILY_TOKENS: "0",
    TWINCAST_LLM_TOTAL_DAILY_TOKENS: "0",
  };
  await askAtOnce(500, env);
  await askAtOnce(500, { TWINCAST_LLM_DAILY_TOKENS: "100000000" });
});

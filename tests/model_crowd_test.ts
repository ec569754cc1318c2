import { askAtOnce } from "./model_crowd.ts";

Deno.test("a model: 200 answers of one twin at once are all told to the end, without a limit", async () => {
  await askAtOnce(200, {
    TWINCAST_LLM_DAILY_TOKENS: "0",
    TWINCAST_LLM_TEAM_DAILY_TOKENS: "0",
    TWINCAST_LLM_TOTAL_DAILY_TOKENS: "0",
  });
});

Deno.test("a model: 200 answers of one twin at once are all told to the end, within its limits", async () => {
  await askAtOnce(200, { TWINCAST_LLM_DAILY_TOKENS: "100000000" });
});

import { killRounds } from "../kill_rounds.ts";

Deno.test("process: killed 60 times in the midst of writes, it comes back with all it acknowledged", async () => {
  await killRounds(60);
});

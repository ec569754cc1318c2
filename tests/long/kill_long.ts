import { killRounds } from "../kill_rounds.ts";

Deno.test("process: killed 60 times during writes, it comes back with everything acknowledged", async () => {
  await killRounds(60);
});

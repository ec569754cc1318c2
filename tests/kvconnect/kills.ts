// Also runs by itself, with the number of kills as its argument.
import { delay } from "../../lib/store/commit.ts";
import { signUp, startServer } from "../harness.ts";
import { tempStore } from "../stores.ts";
import { ServerProcess } from "./start.ts";
import { until } from "../until.ts";
import {
  type Acknowledged,
  requireAll,
  untilHealthy,
  writeUntil,
} from "./writers.ts";

/** Kills a store's server repeatedly under ten writers, and fails unless everything acknowledged is there and whole. */
export async function killUnderWriters(rounds: number): Promise<void> {
  await using file = await tempStore();
  await using store = await ServerProcess.start(file.path);
  await using server = await startServer({
    kv_path: store.url,
    env: { TWINCAST_MAX_PASSAGES: "1000000" },
  });
  const owner = await signUp(server);
  const kills = async () => {
    for (let round = 0; round < rounds; round++) {
      // Not always at the same point of a write.
      await delay(600 + 37 * (round % 7));
      await store.kill();
      // Long enough for writes to fail.
      await delay(300);
      await store.restart();
      await untilHealthy(server, 20_000);
    }
    const { size } = acknowledged;
    await until(() => acknowledged.size > size, "writes after the last kill");
  };
  const acknowledged: Acknowledged = new Map();
  await writeUntil(owner, 10, kills(), acknowledged);
  await untilHealthy(server, 20_000);
  const listed = await requireAll(owner, acknowledged);
  console.log(`${acknowledged.size} acknowledged, ${listed} listed`);
}

if (import.meta.main) {
  await killUnderWriters(Number(Deno.args[0] ?? 15));
  Deno.exit(0);
}

// A process that sends webhooks, and is killed repeatedly.
import assert from "node:assert/strict";
import { delay } from "../../lib/store/commit.ts";
import { receiveHooks } from "../hook_receiver.ts";
import { type Account, send, signUp } from "../process_account.ts";
import { Process } from "../processes.ts";
import { tempStore } from "../stores.ts";
import { until } from "../until.ts";

const ROUNDS = 10;
/** One webhook's calls in flight at once. */
const AT_ONCE = 2;

Deno.test("webhooks: a process killed ten times loses no event, and repeats only those in flight", async () => {
  await using file = await tempStore();
  await using receiver = receiveHooks();
  const env = {
    TWINCAST_LOCAL_HOSTS: receiver.host,
    TWINCAST_SECRET: "0123456789abcdef0123456789abcdef",
  };
  const acknowledged = new Set<string>();
  let account: Account | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    await using process = await Process.start(file.path, { env });
    const is_first = account === null;
    const by = account ??= await signUp(process, "ada@example.com");
    if (is_first) {
      const { secret } = await send(process, by, "POST", "/webhooks", {
        twin_id: by.twin_id,
        url: receiver.url,
        events: ["content.changed"],
      });
      receiver.secret = secret;
    }
    const wanted = acknowledged.size + 12;
    const writing = addUntilGone(process, by, acknowledged);
    await until(() => acknowledged.size >= wanted, "twelve writes");
    // Some calls have arrived, others are in flight.
    await delay(round * 131 % 1_000);
    await process.kill();
    await writing;
  }
  await using _ = await Process.start(file.path, { env });
  const told = () =>
    new Set(receiver.received.map(({ data }) => String(data.content_id)));
  await until(
    () => acknowledged.isSubsetOf(told()),
    "every event",
    120_000,
  );
  const ids = receiver.received.map(({ id }) => id);
  const again = ids.length - new Set(ids).size;
  assert.ok(again <= ROUNDS * AT_ONCE, `${again} came twice`);
  console.log(
    `${acknowledged.size} acknowledged, all told; ${again} of ${ids.length} calls were repeated`,
  );
});

/** Adds items until the process is gone, and records which were acknowledged. */
async function addUntilGone(
  process: Process,
  account: Account,
  acknowledged: Set<string>,
): Promise<void> {
  const path = `/twins/${account.twin_id}/content`;
  for (let i = 0;; i++) {
    try {
      const body = { title: "Item", body: `${crypto.randomUUID()} ${i}` };
      const { id } = await send(process, account, "POST", path, body);
      acknowledged.add(id);
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      return;
    }
  }
}

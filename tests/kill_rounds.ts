// A process that is repeatedly killed during writes to one store file.
import assert from "node:assert/strict";
import { delay } from "../lib/store/commit.ts";
import { type Account, send, signUp } from "./process_account.ts";
import { Process } from "./processes.ts";
import { tempStore } from "./stores.ts";

const WRITERS = 4;
/** Sixty rounds write so much that a quota would end it. */
const env = { TWINCAST_MAX_PASSAGES: "1000000" };

/** The bodies of the acknowledged items, by id. */
type Acknowledged = Map<string, string>;

/** Kills it in each round after a few acknowledged writes; at the end all of them are there and whole. */
export async function killRounds(rounds: number): Promise<void> {
  await using file = await tempStore();
  const acknowledged: Acknowledged = new Map();
  let account: Account | null = null;
  for (let round = 0; round < rounds; round++) {
    await using process = await Process.start(file.path, { env });
    const by = account ??= await signUp(process, "ada@example.com");
    // Not always at the same point of a write.
    const enough = Promise.withResolvers<void>();
    const wanted = acknowledged.size + WRITERS + round % 5;
    const writers = Array.from(
      { length: WRITERS },
      (_, i) =>
        addUntilGone(process, by, `r${round}w${i}`, (id, body) => {
          acknowledged.set(id, body);
          if (acknowledged.size >= wanted) enough.resolve();
        }),
    );
    await Promise.race([enough.promise, Promise.all(writers)]);
    // Nor at the same time after it.
    await delay(round * 7 % 40);
    await process.kill();
    await Promise.all(writers);
    assert.ok(acknowledged.size >= wanted, "it ended before it was killed");
  }
  await using process = await Process.start(file.path, { env });
  assert.ok(account);
  await checkAll(process, account, acknowledged);
}

/** Adds items until the process is gone, and reports which were acknowledged. */
async function addUntilGone(
  process: Process,
  account: Account,
  name: string,
  onAcknowledged: (id: string, body: string) => void,
): Promise<void> {
  for (let i = 0;; i++) {
    // Every third is larger than one commit of the store.
    const body = `${name} ${i} `.repeat(i % 3 === 0 ? 30_000 : 20);
    try {
      const { id } = await send(
        process,
        account,
        "POST",
        `/twins/${account.twin_id}/content`,
        { title: name, body, visibility: "public" },
      );
      onAcknowledged(id, body);
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      return;
    }
  }
}

async function checkAll(
  process: Process,
  account: Account,
  acknowledged: Acknowledged,
): Promise<void> {
  const path = `/twins/${account.twin_id}/content`;
  for (const [id, body] of acknowledged) {
    const item = await send(process, account, "GET", `${path}/${id}`);
    assert.ok(item.body === body, `item ${id} is whole`);
  }
  const listed = new Set<string>();
  let cursor = "";
  do {
    const from = `${path}?limit=100${cursor}`;
    const page = await send(process, account, "GET", from);
    for (const item of page.items) listed.add(item.id);
    cursor = page.next_cursor ? `&cursor=${page.next_cursor}` : "";
  } while (cursor);
  for (const id of acknowledged.keys()) assert.ok(listed.has(id));
  // An interrupted item is either whole or absent.
  for (const id of listed) {
    await send(process, account, "GET", `${path}/${id}`);
  }
}

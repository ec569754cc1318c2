// A process that is killed repeatedly while it erases hundreds of conversations and writes a page's opens.
import assert from "node:assert/strict";
import { HOUR } from "../../lib/clock.ts";
import type { Exchange } from "../../lib/schemas/chat.ts";
import type { AuditEntry } from "../../lib/schemas/team.ts";
import { delay } from "../../lib/store/commit.ts";
import { keys } from "../../lib/store/keys.ts";
import { sweep } from "../../lib/sweep.ts";
import { type Account, send, signUp } from "../process_account.ts";
import { Process } from "../processes.ts";
import { audit } from "../soak/audit.ts";
import { StoreView } from "../soak/store_view.ts";
import { entryText, openDomain, tempStore } from "../stores.ts";

const CONVERSATIONS = 400;
const EMAIL = "kestrel@example.com";
const env = {
  TWINCAST_LIMIT_LEAD: "100000/60s",
  TWINCAST_LIMIT_TWIN_LEADS: "100000/60s",
};

/** Asks and leaves the e-mail this many times. */
async function leaveMany(process: Process, account: Account, place: string) {
  const one = async (n: number) => {
    const { session_id } = await send(
      process,
      account,
      "POST",
      `/public/chat/${place}`,
      { message: `Does kestrel ${n} fly?` },
    );
    const left = { session_id, email: EMAIL };
    await send(process, account, "POST", `/public/leads/${place}`, left);
  };
  for (let n = 0; n < CONVERSATIONS; n += 20) {
    await Promise.all(Array.from({ length: 20 }, (_, i) => one(n + i)));
  }
}

Deno.test("erasure: killed repeatedly, it ends with nothing left and each conversation in one receipt", async () => {
  await using file = await tempStore();
  let process = await Process.start(file.path, { env });
  const account = await signUp(process, "ada@example.com");
  const { share_token } = await send(
    ...[
      process,
      account,
      "PATCH",
      `/twins/${account.twin_id}/sharing`,
    ] as const,
    { is_public: true },
  );
  const place = `${account.twin_id}/${share_token}`;
  await leaveMany(process, account, place);
  let kills = 0;
  let opened = 0;
  for (let is_erased = false; !is_erased; kills++) {
    const erasing = process.fetch("/visitors/erase", {
      method: "POST",
      headers: { cookie: account.cookie, "content-type": "application/json" },
      body: JSON.stringify({ email: EMAIL }),
    }).then(async (response) => {
      await response.body?.cancel();
      return response.status;
    }, () => null);
    const opening = Array.from(
      { length: 20 },
      (_, n) =>
        process.fetch(`/share/${place}`, {
          headers: {
            referer: `https://${n}.example/`,
            "user-agent": "Mozilla/5.0",
          },
        }).then((response) => response.body?.cancel()).then(() => opened++)
          .catch(() => {}),
    );
    // A little later each time, until it is late enough.
    const ended = await Promise.race([erasing, delay(40 + 60 * kills)]);
    is_erased = ended === 200 || ended === 404;
    // Opens are written every 3 s: some of the kills hit that.
    if (kills % 4 === 3) await delay(2_900 + 50 * kills);
    await process.kill();
    await Promise.all([erasing, ...opening]);
    process = await Process.start(file.path, { env });
  }
  await process.kill();
  await using domain = await openDomain({ kv_path: file.path });
  const { app, kv, clock } = domain;
  clock.advance(Date.now() + 2 * HOUR - clock.now());
  await app.jobs.idle();
  await sweep(app);
  const store = await StoreView.read(kv, clock.now());
  assert.deepEqual([...audit(store)], []);
  assert.deepEqual(store.values<Exchange>(["messages"]), []);
  for (const entry of store.all()) {
    assert.doesNotMatch(entryText({ ...entry, versionstamp: "" }), /kestrel/i);
  }
  const receipts = store.values<AuditEntry>(["audit_log"])
    .filter(({ action }) => action === "visitor.erased")
    .map(({ target_name }) => Number.parseInt(target_name));
  const sum = receipts.reduce((sum, n) => sum + n, 0);
  assert.equal(sum, CONVERSATIONS);
  const counted = store.under<Deno.KvU64>(keys.opensOf(account.twin_id))
    .reduce((sum, { value }) => sum + Number(value.value), 0);
  assert.ok(counted > 0 && counted <= 20 * kills, `${counted} of ${opened}`);
  console.log(
    `${kills} kills, receipts of ${
      receipts.join(", ")
    }; ${counted} of ${opened} opens counted`,
  );
});

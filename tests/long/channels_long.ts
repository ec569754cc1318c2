// A process that answers by a channel, killed again and again in the midst of it.
import assert from "node:assert/strict";
import { MINUTE } from "../../lib/clock.ts";
import { delay } from "../../lib/store/commit.ts";
import { channelKinds } from "../channel_kinds.ts";
import { servePlatforms } from "../platform_server.ts";
import { type Account, send, signUp } from "../process_account.ts";
import { tempStore } from "../stores.ts";

const ROUNDS = 10;
/** Answers of one process that may be on their way at once. */
const AT_ONCE = 4;

Deno.test("channels: a process killed ten times answers every message that it took, and repeats only what was on its way", async () => {
  await using file = await tempStore();
  const { kinds: [telegram], platform } = await channelKinds(servePlatforms);
  await using _ = platform;
  // Some answers have come when the process is killed, others are on their way.
  platform.answer = () =>
    delay(20).then(() =>
      Response.json({ ok: true, result: { message_id: 99 } })
    );
  const start = (round: number) =>
    Killable.start(
      file.path,
      platform.platforms.telegram,
      Date.now() + 10 * round * MINUTE,
    );
  const taken = new Set<number>();
  let path = "";
  for (let round = 0; round < ROUNDS; round++) {
    const server = await start(round);
    path ||= await setUp(server, telegram.given);
    const wanted = taken.size + 12;
    const asking = Array.from(
      { length: 4 },
      (_, asker) => askUntilGone(server, path, 10_000 * asker + 1_000 * round),
    );
    while (taken.size < wanted) await delay(5);
    // The first answer of a process takes it a second.
    await delay(1_000 + round * 131 % 1_000);
    await server.kill();
    await Promise.all(asking);
  }
  const last = await start(ROUNDS);
  const answered = () =>
    platform.messages().map(({ body }) => Number(body.chat_id));
  const until = Date.now() + 120_000;
  while (new Set(answered()).intersection(taken).size < taken.size) {
    assert.ok(Date.now() < until, "some messages were never answered");
    await delay(100);
  }
  await last.kill();
  for (const { body } of platform.messages()) {
    assert.match(body.text, /talking to an AI/);
    assert.match(body.text, /every morning at seven/);
  }
  const again = answered().length - new Set(answered()).size;
  assert.ok(again <= ROUNDS * AT_ONCE, `${again} came twice`);
  console.log(
    `${taken.size} taken, all answered; ${again} of ${answered().length} answers were sent again`,
  );

  async function askUntilGone(server: Killable, path: string, from: number) {
    for (let id = from + 1;; id++) {
      const { body, headers } = await telegram.sign({
        update_id: id,
        message: {
          ...{ message_id: 1, text: "When do you drink oolong tea?" },
          chat: { id, type: "private" },
          from: { id, language_code: "en" },
        },
      }, Date.now());
      const call = server.fetch(path, {
        ...{ method: "POST", body },
        headers: { "content-type": "application/json", ...headers },
      });
      const response = await call.catch(() => null);
      if (!response) return;
      await response.body?.cancel().catch(() => {});
      assert.equal(response.status, 200);
      taken.add(id);
      // A channel answers 300 messages a minute.
      await delay(60);
    }
  }
});

/** Somebody's twin with something to say and a channel; where the platform calls it. */
async function setUp(
  server: Killable,
  given: Record<string, string>,
): Promise<string> {
  const account: Account = await signUp(server, "ada@example.com");
  const { twin_id } = account;
  await send(server, account, "POST", `/twins/${twin_id}/content`, {
    title: "Tea",
    body: "I drink oolong tea every morning at seven.",
    visibility: "public",
  });
  const channel = await send(server, account, "POST", "/channels", {
    ...{ kind: "telegram", twin_id, name: "Tea" },
    ...given,
  });
  return `/hooks/telegram/${channel.id}`;
}

/** The app as a process that ends without a word. */
class Killable {
  private constructor(
    private child: Deno.ChildProcess,
    private base: string,
  ) {}

  static async start(
    kv_path: string,
    platform: string,
    now_ms: number,
  ): Promise<Killable> {
    const script = new URL("./channel_server.ts", import.meta.url).pathname;
    const child = new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "-A", "--no-check", "--unstable-kv", script],
        ...[kv_path, platform, String(now_ms)],
      ],
      stdout: "piped",
    }).spawn();
    let printed = "";
    const reader = child.stdout.pipeThrough(new TextDecoderStream())
      .getReader();
    while (!printed.includes("\n")) {
      const { done, value } = await reader.read();
      if (done) throw new Error(`It did not start: ${printed}`);
      printed += value;
    }
    reader.releaseLock();
    return new Killable(child, printed.trim());
  }

  fetch(path: string, init?: RequestInit): Promise<Response> {
    return fetch(this.base + path, { redirect: "manual", ...init });
  }

  /** Ends it as `kill -9` does. */
  async kill(): Promise<void> {
    this.child.kill("SIGKILL");
    await this.child.status;
    await this.child.stdout.cancel().catch(() => {});
  }
}

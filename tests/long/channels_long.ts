// A process that answers on a channel, and is killed repeatedly.
import assert from "node:assert/strict";
import { MINUTE } from "../../lib/clock.ts";
import { delay } from "../../lib/store/commit.ts";
import { channelKinds, type Kind } from "../channel_kinds.ts";
import { servePlatforms } from "../platform_server.ts";
import { type Account, send, signUp } from "../process_account.ts";
import { tempStore } from "../stores.ts";
import { until } from "../until.ts";

const ROUNDS = 10;
/** How much later a process starts than its predecessor: longer than a lease. */
const LATER_MS = MINUTE;
/** One process's answers in flight at once. */
const AT_ONCE = 64;
const QUESTION = "When do you drink oolong tea?";

const { kinds, platform } = await channelKinds(servePlatforms);

for (const kind of kinds) {
  Deno.test(`channels: ${kind.name}: a process killed ten times answers every accepted message, and repeats only those in flight`, async () => {
    await using file = await tempStore();
    platform.calls.length = 0;
    // The process that gave each answer. Some have arrived when it is killed, others are in flight.
    const answers: { id: number; round: number }[] = [];
    let round = 0;
    platform.answer = (sent) => {
      answers.push({ id: kind.answers(sent), round });
      assert.match(kind.textOf(sent.body), /talking to an AI/);
      assert.match(kind.textOf(sent.body), /every morning at seven/);
      return delay(20).then(() => null);
    };
    const begun_ms = Date.now();
    const now = () => begun_ms + round * LATER_MS + server.age_ms();
    const start = () =>
      Killable.start(
        file.path,
        platform.platforms.telegram,
        begun_ms + round * LATER_MS,
      );
    const taken = new Set<number>();
    let server = await start();
    const path = await setUp(server, kind);
    while (round < ROUNDS) {
      const wanted = taken.size + 12;
      const asking = Array.from(
        { length: 4 },
        (_, asker) =>
          askUntilGone(
            { server, kind, path, now, taken },
            10_000 * asker + 1_000 * round,
          ),
      );
      await until(() => taken.size >= wanted, "twelve messages");
      // A process's first answer takes it a second.
      await delay(1_000 + round * 131 % 1_000);
      await server.kill();
      await Promise.all(asking);
      round++;
      server = await start();
    }
    const answered = () => new Set(answers.map(({ id }) => id));
    await until(
      () => taken.isSubsetOf(answered()),
      "an answer to every message",
      120_000,
    );
    await server.kill();
    const each = new Set(answers.map(({ id, round }) => `${id} ${round}`));
    assert.equal(each.size, answers.length, "One process answered twice");
    const again = answers.length - answered().size;
    assert.ok(again <= ROUNDS * AT_ONCE, `${again} came twice`);
    console.log(
      `${kind.name}: ${taken.size} taken, all answered; ${again} of ${answers.length} answers were sent again`,
    );
  });
}

type Asking = {
  server: Killable;
  kind: Kind;
  path: string;
  now: () => number;
  taken: Set<number>;
};

/** Asks as one person after another until nobody answers; records what was accepted. */
async function askUntilGone(
  { server, kind, path, now, taken }: Asking,
  from: number,
): Promise<void> {
  for (let id = from + 1;; id++) {
    const person = String(id);
    const said = kind.says({ id, text: QUESTION, person, chat: id });
    const { body, headers } = await kind.sign(said, now());
    const call = server.fetch(path, {
      ...{ method: "POST", body },
      headers: { "content-type": "application/json", ...headers },
    });
    const response = await call.catch(() => null);
    if (!response) return;
    const told = await response.text().catch(() => "");
    // A busy machine may answer too late to count.
    assert.ok([200, 503].includes(response.status), told);
    if (response.status === 200) taken.add(id);
    // A channel answers 300 messages a minute.
    await delay(60);
  }
}

/** A twin with content and a channel; returns the path the platform calls. */
async function setUp(
  server: Killable,
  { name, given }: Kind,
): Promise<string> {
  const account: Account = await signUp(server, "ada@example.com");
  const { twin_id } = account;
  await send(server, account, "POST", `/twins/${twin_id}/content`, {
    title: "Tea",
    body: "I drink oolong tea every morning at seven.",
    visibility: "public",
  });
  const channel = await send(server, account, "POST", "/channels", {
    ...{ kind: name, twin_id, name: "Tea" },
    ...given,
  });
  return `/hooks/${name}/${channel.id}`;
}

/** The app as a process that can be killed without warning. */
class Killable {
  #begun = performance.now();

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

  /** How long it has run. */
  age_ms(): number {
    return performance.now() - this.#begun;
  }

  fetch(path: string, init?: RequestInit): Promise<Response> {
    return fetch(this.base + path, { redirect: "manual", ...init });
  }

  /** Ends it like `kill -9`. */
  async kill(): Promise<void> {
    this.child.kill("SIGKILL");
    await this.child.status;
    await this.child.stdout.cancel().catch(() => {});
  }
}

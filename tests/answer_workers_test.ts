// Answers found in workers: the same as in the serving thread, whatever happens to a worker.
import assert from "node:assert/strict";
import { type AnswerSet, twinSets } from "../bench/answers/sets.ts";
import { AnswerWorkers } from "../lib/content/answer_workers.ts";
import type { Asked, Finder } from "../lib/content/finder.ts";
import { TwinIndexes } from "../lib/content/indexes.ts";
import type { ContentReader } from "../lib/content/reader.ts";
import { RemoteItems } from "../lib/content/remote_items.ts";
import { cutPassages } from "../lib/engine/text/passages.ts";
import type { PublicContent } from "../lib/schemas/content.ts";
import { startApp } from "../bench/app.ts";
import { until } from "./until.ts";

const DYING = new URL("./dying_answer_worker.ts", import.meta.url);

type Logged = { event: string; retry_ms: number; error: string };

/** Indexes with so many workers, and what they log. Close them with `using`. */
async function open(
  count: number,
  { module = DYING, max_passages = 200_000, tick_ms = 1_000 } = {},
) {
  const logged: Logged[] = [];
  const workers = new AnswerWorkers(
    count,
    (_level, event, fields) => logged.push({ event, ...fields } as Logged),
    { module, tick_ms, pause_ms: 20 },
  );
  const indexes = new TwinIndexes(workers, max_passages);
  await indexes.startWorkers();
  return {
    ...{ workers, indexes, logged },
    [Symbol.dispose]: () => indexes.close(),
  };
}

type Item = { title: string; body: string };

/** A twin's content in memory. */
class Content {
  #items = new Map<string, Item & { revision: string }>();
  #changes = 0;

  constructor(readonly twin_id: string, items: readonly Item[]) {
    items.forEach((item, n) => this.set(`item${n}`, item));
  }

  set(id: string, item: Item) {
    this.#items.set(id, { ...item, revision: `r${++this.#changes}` });
  }

  delete(id: string) {
    this.#changes++;
    this.#items.delete(id);
  }

  /** As a message finds it now. */
  get now() {
    const { twin_id, reader } = this;
    return { twin_id, reader, version: `v${this.#changes}` };
  }

  reader: ContentReader = {
    name: "public",
    items: () => {
      const items = new Map<string, PublicContent>();
      for (const [id, { title, revision }] of this.#items) {
        const kind = /[?？؟]\s*$/.test(title) ? "pair" : undefined;
        items.set(id, { title, revision, kind, source_url: null });
      }
      return Promise.resolve(items);
    },
    passages: (id, revision) => {
      const item = this.#items.get(id);
      const is_there = item?.revision === revision;
      return Promise.resolve(is_there ? cutPassages(item.body) : []);
    },
    passagesOf: async (items) => {
      const found = new Map<string, string[]>();
      for (const [id, revision] of items) {
        found.set(id, await this.reader.passages(id, revision));
      }
      return found;
    },
  };
}

const TEA = { title: "Tea", body: "I drink oolong tea at seven." };
const SHIP = { title: "Ship", body: "The lighthouse ship sails on Friday." };
const PROFILE = { name: "Ada", bio: "Ada throws pots in Delft." };

function asking(message: string, context: string[] = []): Asked {
  return { message, context, profile: PROFILE };
}

/** Everything that a finder tells about a question. */
async function tell(finder: Finder, asked: Asked) {
  const near = { nearest: [{ content_id: "item1", n: 0 }], stands_out: true };
  return {
    by_words: await finder.answer(asked),
    by_meaning: await finder.answer(asked, near),
    candidates: await finder.candidates(asked.message),
    passages: await finder.passages(asked.message, 3),
  };
}

async function tellAll(
  indexes: TwinIndexes,
  twins: readonly { set: AnswerSet; content: Content }[],
) {
  const told = [];
  for (const { set, content } of twins) {
    const questions = set.asked.map(({ question }) => question);
    const all = questions.map((question, n) => {
      const asked = {
        ...asking(question, questions.slice(Math.max(0, n - 2), n)),
        profile: set.profile ?? PROFILE,
      };
      return indexes.find(content.now, (finder) => tell(finder, asked));
    });
    told.push(await Promise.all(all));
  }
  return told;
}

Deno.test("workers: questions in six languages are answered as in the serving thread", async () => {
  const isOne = /^(ar|de|en|ja|th|zh)_/;
  const sets = twinSets().filter(({ name }) => isOne.test(name));
  const twins = [...new Map(sets.map((set) => [set.name.slice(0, 2), set]))
    .values()].map((set) => ({
      set,
      content: new Content(set.name, set.items),
    }));
  using beside = await open(2);
  const told = await tellAll(beside.indexes, twins);
  const here = await tellAll(new TwinIndexes(), twins);
  assert.ok(told.flat().length > 100, `${told.flat().length} questions`);
  assert.deepEqual(told, here);
  const threads = twins.map(({ set }) => beside.workers.of(set.name));
  assert.equal(new Set(threads).size, 2, "both had twins");
  for (const { content } of twins) {
    assert.ok(await isRemote(beside.indexes, content));
  }
  assert.deepEqual(beside.logged, []);
});

/** Whether a worker answers for this twin. */
function isRemote(indexes: TwinIndexes, content: Content): Promise<boolean> {
  return indexes.find(
    content.now,
    async (finder) => {
      await finder.answer(asking("tea?"));
      return finder instanceof RemoteItems;
    },
  );
}

/** How a worker ends, and what the log says of it. */
const ENDS = [
  ["DIE!", /killed by a question/],
  ["HANG!", /does not respond/],
  ["LEAVE!", /does not respond/],
] as const;

Deno.test("workers: one that dies, hangs or leaves is logged once and replaced, after longer and longer pauses; every question is answered", async () => {
  using beside = await open(1, { tick_ms: 500 });
  const { indexes, logged, workers } = beside;
  const content = new Content("twn", [TEA, SHIP]);
  const here = new TwinIndexes();
  for (const [failures, [way, error]] of ENDS.entries()) {
    assert.ok(await isRemote(indexes, content), "it answers");
    const questions = Array.from({ length: 200 }, (_, n) => {
      const times = " please".repeat(n % 7);
      return n === 100 ? way : `When do you drink oolong tea${times}?`;
    });
    const told = await Promise.all(
      questions.map((question) =>
        indexes.find(content.now, (finder) => finder.answer(asking(question)))
      ),
    );
    for (const [n, question] of questions.entries()) {
      const answer = await here.find(
        content.now,
        (finder) => finder.answer(asking(question)),
      );
      assert.deepEqual(told[n], answer, question);
    }
    // Only until a new worker answers: on a busy machine that may count as hanging too.
    assert.equal(logged.length, failures + 1);
    assert.equal(logged[failures].event, "answer_worker_failed");
    assert.match(logged[failures].error, error);
    await until(() => workers.of("twn") !== null, "a new worker");
  }
  assert.ok(await isRemote(indexes, content), "the last one answers");
  assert.deepEqual(logged.map(({ retry_ms }) => retry_ms), [20, 40, 80]);
});

Deno.test("workers: where none can start, this thread answers", async () => {
  const module = new URL("./there_is_no_such_worker.ts", import.meta.url);
  using beside = await open(2, { module });
  const { indexes, logged, workers } = beside;
  assert.ok(logged.length >= 2);
  assert.equal(workers.of("twn"), null);
  const content = new Content("twn", [TEA]);
  const { answer } = await indexes.find(
    content.now,
    (finder) => finder.answer(asking("When do you drink oolong tea?")),
  );
  assert.match(answer, /at seven/);
});

for (const count of [0, 1]) {
  Deno.test(`workers: with ${count}, a change holds for every question after it, and none finds the item missing meanwhile`, async () => {
    using beside = await open(count);
    const { indexes } = beside;
    const content = new Content("twn", [TEA, SHIP]);
    const asked: Promise<void>[] = [];
    for (let hour = 1; hour <= 100; hour++) {
      content.set("item0", {
        title: "Tea",
        body: `I drink oolong tea at number${hour} o'clock.`,
      });
      const content_now = content.now;
      for (let n = 0; n < 5; n++) {
        asked.push(indexes.find(content_now, async (finder) => {
          const { answer } = await finder.answer(
            asking("When do you drink oolong tea?"),
          );
          const told = Number(/number(\d+)/.exec(answer)?.[1]);
          assert.ok(told >= hour, `asked at ${hour}, answered ${answer}`);
        }));
      }
      if (hour % 4 === 0) await asked.at(-1);
    }
    await Promise.all(asked);
    content.delete("item0");
    const told = await indexes.find(
      content.now,
      (finder) => finder.answer(asking("When do you drink oolong tea?")),
    );
    assert.doesNotMatch(JSON.stringify(told), /oolong/);
  });
}

Deno.test("workers: they hold together what the memory allows, the least used twin leaves", async () => {
  using beside = await open(2, { max_passages: 6 });
  const { indexes, workers } = beside;
  const twins = Array.from(
    { length: 30 },
    (_, n) => new Content(`twn${n}`, [TEA, SHIP]),
  );
  const ask = (content: Content) =>
    indexes.find(content.now, async (finder) => {
      const { answer } = await finder.answer(
        asking("When do you drink oolong tea?"),
      );
      assert.match(answer, /at seven/);
    });
  const threads = new Set(twins.map(({ twin_id }) => workers.of(twin_id)));
  const held = async () => {
    let count = 0;
    for (const thread of threads) {
      count += await thread?.run<number>({ call: "ping" }) ?? 0;
    }
    return count;
  };
  for (const twin of twins) await ask(twin);
  assert.equal(await held(), 3);
  // All at once: those that answer stay until they have.
  for (let n = 0; n < 3; n++) await Promise.all(twins.map(ask));
  assert.equal(await held(), 3);
  assert.deepEqual(beside.logged, []);
});

Deno.test("workers: once closed, what waits is answered in this thread, and none is started", async () => {
  const { indexes, workers, logged } = await open(1);
  const content = new Content("twn", [TEA]);
  await isRemote(indexes, content);
  const asked = indexes.find(
    content.now,
    (finder) => finder.answer(asking("When do you drink oolong tea?")),
  );
  await Promise.resolve();
  indexes.close();
  assert.match((await asked).answer, /at seven/);
  assert.equal(workers.of("twn"), null);
  assert.deepEqual(logged, []);
});

Deno.test("workers: the running app starts them, follows each change, and ends with them", async () => {
  const env = { TWINCAST_ANSWER_WORKERS: "2" };
  await using app = await startApp({ passages: 50, env });
  const { base, process, twin_id, keys: [key], json } = app;
  const threads = await threadsOf(process.pid);
  assert.ok(["worker-1", "worker-2"].every((name) => threads.includes(name)));
  const ask = async (message: string) => {
    const response = await fetch(`${base}/chat-widget/${twin_id}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${key}`,
        accept: "application/json",
        "content-type": "application/json",
      },
      body: JSON.stringify({ message }),
    });
    assert.equal(response.status, 200);
    return (await response.json()).answer;
  };
  assert.match(await ask("Where was the glaze number 2 made?"), /Delft/);
  const path = `/twins/${twin_id}/content`;
  const { id } = await json<{ id: string }>("POST", path, {
    title: "Anvil",
    body: "The anvil was forged in Solingen.",
    visibility: "public",
  });
  assert.match(await ask("Where was the anvil forged?"), /Solingen/);
  await json("PATCH", `${path}/${id}`, { visibility: "private" });
  assert.doesNotMatch(await ask("Where was the anvil forged?"), /Solingen/);
  assert.equal(await process.stop(), 0);
  assert.doesNotMatch(process.lines.join("\n"), /error/);
});

/** The names of a process's threads, from proc(5). */
async function threadsOf(pid: number): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of Deno.readDir(`/proc/${pid}/task`)) {
    const path = `/proc/${pid}/task/${name}/comm`;
    names.push((await Deno.readTextFile(path)).trim());
  }
  return names;
}

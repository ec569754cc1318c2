// A process that is killed during a crawl of 300 pages and an import of 150 files.
import assert from "node:assert/strict";
import { crawledSite } from "../crawled_site.ts";
import { zip } from "../documents.ts";
import { type Account, send, signUp } from "../process_account.ts";
import { Process } from "../processes.ts";
import { tempStore } from "../stores.ts";
import { until } from "../until.ts";

const PAGES = 300;
const FILES = 150;
const CRAWL_MS = 300_000;

/** Titles and states of all items, sorted. */
async function itemsOf(process: Process, account: Account) {
  const items: { title: string; status: string }[] = [];
  let cursor = "";
  do {
    const path = `/twins/${account.twin_id}/content?limit=100${cursor}`;
    const page = await send(process, account, "GET", path);
    items.push(...page.items);
    cursor = page.next_cursor ? `&cursor=${page.next_cursor}` : "";
  } while (cursor);
  return items.toSorted((a, b) => a.title.localeCompare(b.title));
}

const titlesWanted = (count: number, title: string) =>
  Array.from({ length: count }, (_, n) => `${title} ${n}`);

Deno.test("sites: 300 pages crawled by a process that is killed twice, then changed and crawled again", async () => {
  await using site = crawledSite(PAGES, { after: "1" });
  await using file = await tempStore();
  const env = {
    TWINCAST_LOCAL_HOSTS: site.host,
    TWINCAST_MAX_SITE_PAGES: "400",
  };
  let process = await Process.start(file.path, { env });
  try {
    const account = await signUp(process, "ada@example.com");
    const path = `/twins/${account.twin_id}`;
    const { id, job_id } = await send(
      process,
      account,
      "POST",
      `${path}/sources`,
      { url: site.url, kind: "site", visibility: "public" },
    );
    for (const enough of [80, 200]) {
      await until(
        () => site.answered.length >= enough,
        `${enough} pages`,
        CRAWL_MS,
      );
      await process.kill();
      process = await Process.start(file.path, { env });
    }
    const isDone = async (job: string) => {
      const { state } = await send(
        process,
        account,
        "GET",
        `${path}/jobs/${job}`,
      );
      assert.notEqual(state, "failed");
      return state === "done";
    };
    await until(() => isDone(job_id), "the end of the crawl", CRAWL_MS);
    const wanted = ["All courses", ...titlesWanted(PAGES / 20, "Hall")]
      .concat(titlesWanted(PAGES, "Course"))
      .sort((a, b) => a.localeCompare(b));
    const items = await itemsOf(process, account);
    assert.deepEqual(items.map(({ title }) => title), wanted);
    // Home is read first; besides it at most the pages in progress when it was killed.
    const twice = site.answered.filter((one, i, all) => all.indexOf(one) < i);
    assert.ok(twice.length <= 3, twice.join());
    const changes = [0, 42, 99, 150, 151, 233, 299];
    for (const n of changes) site.changed.add(n);
    site.answered.length = 0;
    const again = await send(
      process,
      account,
      "POST",
      `${path}/sources/${id}/read`,
    );
    await until(
      () => isDone(again.job_id),
      "the end of the second crawl",
      CRAWL_MS,
    );
    const drafts = (await itemsOf(process, account))
      .filter(({ status }) => status !== "published");
    assert.deepEqual(
      drafts.map(({ title, status }) => `${title} ${status}`),
      changes.map((n) => `Course ${n} changed`)
        .sort((a, b) => a.localeCompare(b)),
    );
    const sent = site.answered.filter((one) => one.endsWith(" 200"));
    assert.equal(sent.length, 1 + changes.length);
  } finally {
    await process.kill();
  }
});

Deno.test("imports: an archive of 150 files interrupted by a kill and sent again: each file exists once", async () => {
  const encode = (text: string) => new TextEncoder().encode(text);
  const bytes = await zip(Object.fromEntries(
    Array.from(
      { length: FILES },
      (_, n) => [`Note ${n}.txt`, encode(`Note ${n} tells of glaze ${n}.`)],
    ),
  ));
  await using file = await tempStore();
  let process = await Process.start(file.path);
  try {
    const account = await signUp(process, "ada@example.com");
    const importAll = async () => {
      const body = new FormData();
      body.append("files", new File([bytes], "notes.zip"));
      body.append("visibility", "public");
      const path = `/twins/${account.twin_id}/content/import`;
      const headers = { cookie: account.cookie };
      const answer = await process.fetch(path, {
        ...{ method: "POST", headers, body },
      });
      return await answer.json();
    };
    for (const enough of [20, 90]) {
      const sent = importAll().catch(() => null);
      const has = async () =>
        (await itemsOf(process, account)).length >= enough;
      await until(has, `${enough} items`, CRAWL_MS);
      await process.kill();
      assert.equal(await sent, null, "it ended before it was killed");
      process = await Process.start(file.path);
    }
    const { files: [{ added }] } = await importAll();
    const items = await itemsOf(process, account);
    assert.equal(added.items + added.duplicates, FILES);
    assert.ok(added.duplicates >= 90 && added.items > 0, JSON.stringify(added));
    assert.deepEqual(
      items.map(({ title }) => title),
      titlesWanted(FILES, "Note").sort((a, b) => a.localeCompare(b)),
    );
  } finally {
    await process.kill();
  }
});

Deno.test("imports: 300 reviewed pairs whose save is interrupted by a kill are saved after a restart, each once", async () => {
  const titles = Array.from({ length: 300 }, (_, n) => `What is glaze ${n}?`);
  const table = titles.map((title, n) => `${title},It is glaze ${n}.`);
  await using file = await tempStore();
  let process = await Process.start(file.path);
  try {
    const account = await signUp(process, "ada@example.com");
    const post = (path: string, body: FormData) =>
      process.fetch(path, {
        ...{ method: "POST", redirect: "manual", body },
        headers: { cookie: account.cookie },
      });
    const form = new FormData();
    form.append("action", "import");
    form.append("visibility", "public");
    const rows = ["question,answer", ...table].join("\n");
    form.append("files", new File([rows], "glazes.csv"));
    const list = `/dashboard/content?twin=${account.twin_id}`;
    const read = await post(list, form);
    const path = read.headers.get("location") ?? "";
    assert.match(path, /imports/);
    const save = new FormData();
    save.append("action", "save");
    const sent = post(path, save).catch(() => null);
    const count = async () => (await itemsOf(process, account)).length;
    await until(async () => await count() >= 20, "20 items", CRAWL_MS);
    await process.kill();
    assert.equal(await sent, null, "it ended before it was killed");
    process = await Process.start(file.path);
    assert.ok(await count() < 300, "something was left to be saved");
    await until(async () => await count() === 300, "the other items", CRAWL_MS);
    const items = await itemsOf(process, account);
    assert.deepEqual(
      items.map(({ title }) => title),
      titles.sort((a, b) => a.localeCompare(b)),
    );
    const { items: jobs } = await send(
      process,
      account,
      "GET",
      `/twins/${account.twin_id}/jobs`,
    );
    assert.ok(jobs.every(({ state }: { state: string }) => state !== "failed"));
  } finally {
    await process.kill();
  }
});

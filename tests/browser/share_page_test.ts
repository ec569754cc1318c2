// The share page in a browser: its two states, sources and follow-ups, and scrolling to the end of an answer.
import assert from "node:assert/strict";
import type {
  Browser,
  BrowserContextOptions,
  Locator,
  Page,
} from "playwright-core";
import { ROOMY, shareTwin, signUp, startServer } from "../harness.ts";
import { openBrowser } from "./launch.ts";
import { runAhead } from "./looking.ts";

const PHONE = { viewport: { width: 375, height: 667 } };

async function setShare() {
  await using stack = new AsyncDisposableStack();
  const server = stack.use(await startServer({ env: ROOMY }));
  const owner = await signUp(server);
  const { token } = await shareTwin(owner);
  const path = `/twins/${owner.twin_id}`;
  await owner.json("PATCH", path, {
    suggested_questions: ["When do you drink oolong tea?", "Do you teach?"],
    links: [{ label: "Shop", url: "https://shop.example/" }],
  });
  await owner.json("POST", `${path}/content`, {
    title: "Kiln",
    body: Array.from(
      { length: 40 },
      (_, i) => `My kiln has a shelf number ${i}.`,
    ).join(" "),
    visibility: "public",
  }, 201);
  const browser = stack.use(await openBrowser());
  const kept = stack.move();
  return {
    ...{ server, owner, browser },
    url: `${server.base}/share/${owner.twin_id}/${token}`,
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(url);
  return page;
}

async function say(page: Page, text: string): Promise<void> {
  const answers = await page.locator("article").count();
  await page.locator("#message").fill(text);
  await page.locator("#message").press("Enter");
  await page.locator("article").nth(answers).getByText("Copy").waitFor();
}

/** By how many pixels the log's content extends below its visible part. */
const hidden = (page: Page) =>
  page.getByRole("log").evaluate((log) =>
    Math.round(log.scrollHeight - log.scrollTop - log.clientHeight)
  );

Deno.test("share page: portrait and starters first, then a conversation under a small header", async () => {
  await using scene = await setShare();
  const page = await openPage(scene.browser, scene.url, PHONE);
  const face = page.locator("header .twin-face");
  const width = async () => Math.round((await face.boundingBox())?.width ?? 0);
  assert.equal(await width(), 96);
  await page.getByRole("link", { name: "Shop" }).waitFor();
  await page.getByRole("button", { name: "When do you drink oolong tea?" })
    .click();
  await page.getByText("every morning at seven").first().waitFor();
  assert.equal(await width(), 40);
  // Only questions not asked yet are offered.
  await page.getByRole("button", { name: "Do you teach?" }).waitFor();
  const again = page.getByRole("button", { name: "When do you drink" });
  assert.equal(await again.count(), 0);
  const source = page.locator("details").first();
  await source.locator("summary").click();
  await source.locator("blockquote").waitFor();
  await page.getByRole("link", { name: "Start again" }).click();
  await page.getByRole("button", { name: "When do you drink" }).waitFor();
  assert.equal(await width(), 96);
});

Deno.test("share page: shows the end of an answer that fits, unless the reader has scrolled up", async () => {
  await using scene = await setShare();
  const page = await openPage(scene.browser, scene.url, PHONE);
  for (const question of ["Do you fly helicopters?", "When is tea?"]) {
    await say(page, question);
    await page.waitForFunction(() => {
      const log = document.querySelector("[role=log]");
      return log && log.scrollHeight - log.scrollTop - log.clientHeight < 2;
    });
  }
  // A window that shrinks, as for a phone's keyboard, keeps the end in view.
  await page.setViewportSize({ width: 375, height: 600 });
  await page.waitForFunction(() => {
    const log = document.querySelector("[role=log]");
    return log && log.scrollHeight - log.scrollTop - log.clientHeight < 2;
  });
  await page.getByRole("log").evaluate((log) => log.scrollTop = 0);
  await page.getByRole("button", { name: "Good answer" }).first().click();
  await page.getByPlaceholder("What helped?").waitFor();
  assert.ok(await hidden(page) > 100);
  await page.getByRole("button", { name: "New" }).click();
  assert.ok(await hidden(page) < 2);
  // The conversation scrolls in its own box: the page stays as high as the window.
  const beyond = await page.evaluate(() =>
    document.documentElement.scrollHeight - innerHeight
  );
  assert.equal(beyond, 0);
});

Deno.test("share page: shows the beginning of an answer taller than the window, with a button to its end", async () => {
  await using scene = await setShare();
  const page = await openPage(scene.browser, scene.url, {
    viewport: { width: 375, height: 480 },
  });
  await say(page, "When is tea?");
  const question = "Tell me about your kiln.";
  await say(page, question);
  const asked = page.getByRole("log").locator("p", { hasText: question });
  const newer = page.getByRole("button", { name: "New" });
  await newer.waitFor();
  assert.ok(await startsAt(asked) < 20, "the question is not at the top");
  assert.ok(await hidden(page) > 50, "the answer fits");
  await newer.click();
  await newer.waitFor({ state: "hidden" });
  assert.ok(await hidden(page) < 2);
  // A reader at the end stays there as the answer grows, and starts at the beginning of the next one.
  await page.getByRole("button", { name: "Good answer" }).last().click();
  await page.getByPlaceholder("What helped?").waitFor();
  assert.ok(await hidden(page) < 2);
  await say(page, question);
  await newer.waitFor();
  assert.ok(await startsAt(asked.last()) < 20);
});

/** By how many pixels an element is below the log's upper edge; negative if scrolled away. */
async function startsAt(within: Locator): Promise<number> {
  const log = await within.page().getByRole("log").boundingBox();
  const box = await within.boundingBox();
  assert.ok(log && box);
  assert.ok(box.y >= log.y, "it is scrolled out of view");
  return box.y - log.y;
}

Deno.test("share page: works without scripts, with the latest answer in view", async () => {
  await using scene = await setShare();
  const page = await openPage(scene.browser, scene.url, {
    ...PHONE,
    javaScriptEnabled: false,
  });
  await page.locator("#message").fill("Tell me about your kiln.");
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByText("My kiln has a shelf").first().waitFor();
  await page.getByRole("button", { name: "When do you drink oolong tea?" })
    .click();
  await page.getByText("every morning at seven").first().waitFor();
  const thumbs = page.getByRole("button", { name: "Good answer" }).last();
  assert.ok(await thumbs.isVisible());
  const box = await thumbs.boundingBox();
  assert.ok(box && box.y > 0 && box.y < 667, `thumbs at ${box?.y}`);
});

Deno.test("share page: a lost connection says so, keeps the input, and offers a retry", async () => {
  await using scene = await setShare();
  const page = await openPage(scene.browser, scene.url, PHONE);
  await say(page, "When do you drink oolong tea?");
  await page.clock.install();
  await page.context().setOffline(true);
  await page.locator("#message").fill("What has your kiln?");
  await page.locator("#message").press("Enter");
  const again = page.getByRole("alert").getByRole("button", {
    name: "Try again",
  });
  await runAhead(page, again);
  assert.equal(
    await page.locator("#message").inputValue(),
    "What has your kiln?",
  );
  await page.context().setOffline(false);
  await again.click();
  await page.getByText("My kiln has a shelf").first().waitFor();
  assert.equal(await page.getByRole("alert").count(), 0);
});

Deno.test("share page: in a right-to-left page, text in another direction keeps its own", async () => {
  await using scene = await setShare();
  const { browser, url } = scene;
  const page = await openPage(browser, url, { ...PHONE, locale: "ar" });
  const ways = (of: Locator) =>
    of.evaluateAll((all) =>
      all.map((node) => getComputedStyle(node).direction)
    );
  assert.deepEqual(await ways(page.locator("html")), ["rtl"]);
  // Its empty field has the page's direction.
  assert.deepEqual(await ways(page.locator("#message")), ["rtl"]);
  await page.locator("#message").fill("When do you drink oolong tea?");
  assert.deepEqual(await ways(page.locator("#message")), ["ltr"]);
  await page.locator("#message").press("Enter");
  const answer = page.getByRole("article").filter({ hasText: "at seven" });
  await answer.locator("summary").click();
  const [said] = await ways(answer.locator(".prose-chat").first());
  assert.equal(said, "ltr");
  assert.deepEqual(await ways(answer.locator("blockquote")), ["ltr"]);
  const asked = page.locator("p").filter({ hasText: /oolong tea\?$/ });
  assert.deepEqual(await ways(asked), ["ltr"]);
});

// The first ten minutes, following only what is on the screen. Each task prints its time; asserted is that it ends
// within a generous limit.
import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { PASSWORD, startServer } from "../harness.ts";
import { localSite } from "../local_site.ts";
import { answerAsPotter } from "../trial_world.ts";
import { openBrowser } from "../browser/launch.ts";
import { withoutGlass } from "../browser/looking.ts";
import { keepTwin, meetTwin } from "../browser/meeting.ts";
import { servePage } from "../browser/site.ts";

type Window = { page: Page; complaints: string[] };

/** A fresh browser window, and everything it logs as a problem. */
async function openWindow(browser: Browser): Promise<Window> {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await withoutGlass(page);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  return { page, complaints };
}

/** Runs a task, prints its time, and fails if it took three times what a person should need. */
async function timed(task: string, seconds: number, run: () => Promise<void>) {
  const began = performance.now();
  await run();
  const took = (performance.now() - began) / 1_000;
  console.log(`${task}: ${took.toFixed(1)} s (${seconds} s)`);
  assert.ok(took < 3 * seconds, `${task} took ${took} s`);
}

async function say(page: Page, question: string, answer: RegExp) {
  await page.getByRole("textbox", { name: /message/i }).fill(question);
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByRole("article").filter({ hasText: answer }).first().waitFor();
}

/** Signs up on the open page, and gives the new twin two items. */
async function makeTwin(page: Page, base: string, name: string) {
  await page.goto(base);
  await page.getByRole("link", { name: "Make your twin" }).first().click();
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail").fill(`${name.toLowerCase()}@clay.example`);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Make my twin" }).click();
  await page.getByRole("heading", { name: `Let’s bring ${name} to life` })
    .waitFor();
  for (
    const [title, body] of [
      ["Courses", "A course of six evenings costs 240 euros."],
      ["Children", "Children from eight years on can come on Saturdays."],
    ]
  ) {
    await page.getByText("A few words").click();
    await page.getByLabel("What is it about?").fill(title);
    await page.getByLabel("What should your twin know?").fill(body);
    await page.getByRole("button", { name: "Save it" }).click();
    await page.getByText(`“${title}” is saved.`).first().waitFor();
  }
  await say(page, "What does a course cost?", /240 euros/);
  await page.getByRole("link", { name: "I asked it. What next?" }).click();
}

Deno.test("first minutes: an address, a link and a widget, each from nothing to an answer", async (t) => {
  await using potter = localSite(answerAsPotter);
  await using server = await startServer({ trial_hosts: [potter.host] });
  await using browser = await openBrowser();

  await t.step(
    "from an address to a twin that talks and is kept",
    async () => {
      const { page, complaints } = await openWindow(browser);
      await page.goto(server.base);
      await timed("address to talking twin", 20, async () => {
        await meetTwin(page, potter.host);
        await say(page, "What does a course cost?", /240 euros/);
      });
      await keepTwin(page);
      await page.getByRole("link", { name: "Conversations" }).click();
      await page.getByText("What does a course cost?").first().waitFor();
      assert.deepEqual(complaints, []);
    },
  );

  await t.step(
    "from sign-up to a stranger's answered question at a handle",
    async () => {
      const { page, complaints } = await openWindow(browser);
      await timed("sign-up to an answer at /@handle", 90, async () => {
        await makeTwin(page, server.base, "Ada");
        await page.getByRole("button", { name: "Turn on its link" }).click();
        await page.getByRole("heading", { name: "Your twin is live" })
          .waitFor();
        await page.getByRole("link", { name: "Share Links" }).click();
        await page.getByLabel(/^Address: /).fill("ada-clay");
        await page.getByRole("button", { name: "Claim this address" }).click();
        await page.getByText("Your page is at /@ada-clay").first().waitFor();
        const stranger = await openWindow(browser);
        await stranger.page.goto(`${server.base}/@ada-clay`);
        await say(stranger.page, "Can children come?", /eight years/);
      });
      assert.deepEqual(complaints, []);
    },
  );

  await t.step(
    "from sign-up to a widget that answers on another site",
    async () => {
      await using site = servePage();
      const { page, complaints } = await openWindow(browser);
      await timed("sign-up to a widget elsewhere", 120, async () => {
        await makeTwin(page, server.base, "Bea");
        await page.getByRole("link", { name: "Put it on my site" }).click();
        await page.getByLabel("Address of the site").fill(site.origin);
        await page.getByRole("button", { name: "Get the code", exact: true })
          .click();
        const code = page.locator("pre, code").filter({
          hasText: /tw_pk_\w{38}/,
        })
          .filter({ hasText: "<script" }).first();
        await code.waitFor();
        site.html = `<h1>My site</h1>${await code.innerText()}`;
        const visitor = await openWindow(browser);
        await visitor.page.goto(site.origin);
        await visitor.page.getByRole("button", { name: "Open chat" }).click();
        await visitor.page.getByRole("textbox").fill("Can children come?");
        await visitor.page.keyboard.press("Enter");
        await visitor.page.getByText(/eight years/).first().waitFor();
      });
      assert.deepEqual(complaints, []);
    },
  );
});

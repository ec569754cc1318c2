// The walk of a first-time user in a real browser, following what is on the screen.
import assert from "node:assert/strict";
import type { BrowserContext, Page } from "playwright-core";
import { PASSWORD, type Server, startServer } from "../harness.ts";
import { localSite } from "../local_site.ts";
import { answerAsPotter } from "../trial_world.ts";
import { openBrowser } from "./launch.ts";
import { hrefOf, withoutGlass } from "./looking.ts";
import { keepTwin, meetTwin } from "./meeting.ts";
import { servePage } from "./site.ts";

/** Fails the test if a page logs or throws an error. */
async function openPage(context: BrowserContext, errors: string[]) {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await withoutGlass(page);
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (m) => m.type() === "error" && errors.push(m.text()));
  return page;
}

async function signUp(page: Page, server: Server) {
  await page.goto(server.base);
  await page.getByRole("link", { name: "Make your twin" }).first().click();
  await page.getByLabel("Your name").fill("Ada Lovelace");
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByLabel("Your twin’s name").fill("Ada's twin $& $' $`");
  await page.getByRole("button", { name: "Make my twin" }).click();
  await page.waitForURL("**/dashboard*");
}

async function addContent(
  page: Page,
  title: string,
  body: string,
  is_public: boolean,
) {
  await page.getByRole("link", { name: "Content", exact: true }).click();
  await page.waitForURL("**/dashboard/content*");
  await page.getByRole("button", { name: "Add content" }).first().click();
  const form = page.locator("form").filter({
    has: page.locator('textarea[name="body"]'),
  });
  await form.locator('[name="title"]').fill(title);
  await form.locator('[name="body"]').fill(body);
  const visibility = is_public ? "public" : "private";
  await form.locator(`[name="visibility"][value="${visibility}"]`).check();
  await form.locator('button[type="submit"]').first().click();
  await page.locator("main").getByRole("link", { name: title, exact: true })
    .waitFor();
}

async function askShared(page: Page, question: string): Promise<string> {
  await page.getByRole("textbox").first().fill(question);
  await page.keyboard.press("Enter");
  const answer = page.getByRole("article").last();
  await page.getByRole("button", { name: "Send" }).waitFor();
  return await answer.innerText();
}

Deno.test("walk: from sign-up to a stranger's answered chat and the widget on another site", async (t) => {
  await using server = await startServer();
  await using browser = await openBrowser();
  const errors: string[] = [];
  const mine = await browser.newContext();
  const page = await openPage(mine, errors);
  let share_url = "";

  await t.step("signs up, writes a public and a private item", async () => {
    await signUp(page, server);
    await addContent(
      page,
      "Engines",
      "The Analytical Engine weaves algebraical patterns. I described it in 1843.",
      true,
    );
    await addContent(page, "Diary", "My horse is called Tam O'Shanter.", false);
  });

  await t.step("turns sharing on", async () => {
    await page.getByRole("link", { name: "Share Links" }).click();
    await page.getByRole("switch", { name: "Sharing" }).click();
    await page.getByRole("heading", { name: "Sharing is on" }).waitFor();
    share_url = await hrefOf(
      page.locator("main").getByRole("link", { name: /\/share\// }),
    );
  });

  await t.step("a stranger asks in a private window", async () => {
    const stranger = await browser.newContext();
    const window = await openPage(stranger, errors);
    await window.goto(share_url);
    // A name with replacement patterns reached the island unchanged.
    assert.equal(
      await window.getByRole("heading").first().innerText(),
      "Ada's twin $& $' $`",
    );
    const answer = await askShared(window, "When did you describe the Engine?");
    assert.match(answer, /1843/);
    await window.getByRole("article").last().locator("summary", {
      hasText: "Engines",
    }).click();
    await window.getByText("weaves algebraical patterns").last().waitFor();
    const refused = await askShared(window, "What is your horse called?");
    assert.doesNotMatch(refused, /Tam/);
    await window.reload();
    await window.getByText("1843").first().waitFor();
    await window.getByRole("button", { name: "What is stored" }).click();
    await window.getByText("Messages: 4").waitFor();
    await window.getByRole("button", { name: "Delete now" }).click();
    await window.getByText("1843").first().waitFor({ state: "detached" });
    await stranger.close();
  });

  await t.step("makes a key, shown once, and embeds the widget", async () => {
    await using site = servePage();
    await using elsewhere = servePage();
    await page.getByRole("link", { name: "API Keys" }).click();
    await page.waitForURL("**/api-keys*");
    await page.getByRole("button", { name: "Create a key" }).first().click();
    const form = page.locator("form").filter({
      has: page.locator('[name="allowed_domains"]'),
    }).first();
    await form.locator('[name="name"]').fill("My site");
    await form.locator('[name="allowed_domains"]').fill(site.origin);
    await form.locator('button[type="submit"]').first().click();
    const shown = page.getByText(/tw_pk_\w{38}/).first();
    await shown.waitFor();
    const html = await page.content();
    const key = /tw_pk_\w{38}/.exec(html)?.[0] ?? "";
    const twin_id = /twn_\w{26}/.exec(html)?.[0] ?? "";
    await page.goto(`${server.base}/dashboard/api-keys`);
    assert.ok(!(await page.content()).includes(key), "the key is shown twice");

    const code =
      `<script async src="${server.base}/widget.js" data-twin-id="${twin_id}" data-api-key="${key}"></script>`;
    site.html = elsewhere.html = code;
    const visitor = await openPage(await browser.newContext(), errors);
    await visitor.goto(site.origin);
    await visitor.getByRole("button", { name: "Open chat" }).click();
    await visitor.getByRole("textbox").fill("When was it described?");
    await visitor.keyboard.press("Enter");
    await visitor.getByText(/in 1843/).first().waitFor();
    assert.equal(errors.join(), "");

    await visitor.goto(elsewhere.origin);
    await visitor.getByRole("button", { name: "Open chat" }).click();
    await visitor.getByRole("button", { name: "Open chat" })
      .waitFor({ state: "detached" });
    assert.ok(
      errors.every((text: string) => text.includes("403")),
      String(errors),
    );
  });
});

Deno.test("walk: an invitation is accepted, and its viewer cannot change anything", async () => {
  await using server = await startServer();
  await using browser = await openBrowser();
  const errors: string[] = [];
  const page = await openPage(await browser.newContext(), errors);
  await signUp(page, server);
  await page.getByRole("link", { name: "Team" }).click();
  await page.waitForURL("**/team*");
  await page.getByRole("button", { name: "Invite somebody" }).click();
  const form = page.locator("form").filter({
    has: page.locator('input[name="email"]'),
  }).first();
  await form.locator('input[name="email"]').fill("guest@example.com");
  await form.locator('button[type="submit"]').first().click();
  await page.getByText(/\/invite\/\w{43}/).first().waitFor();
  const url = /http[^\s"<]*\/invite\/\w{43}/.exec(await page.content())?.[0] ??
    "";

  const guest = await openPage(await browser.newContext(), errors);
  await guest.goto(url);
  await guest.getByLabel("Your name").fill("Guest");
  await guest.getByLabel("Password").fill(PASSWORD);
  await guest.locator('main button[type="submit"]').first().click();
  await guest.waitForURL("**/dashboard*");
  await guest.getByRole("link", { name: "Share Links" }).click();
  await guest.getByText("Sharing is off").waitFor();
  assert.equal(
    await guest.getByRole("switch", { name: "Sharing" }).count(),
    0,
  );
  assert.deepEqual(errors, []);
});

Deno.test("walk: the share page answers without scripts", async () => {
  await using server = await startServer();
  await using browser = await openBrowser();
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const page = await openPage(plain, []);
  await signUp(page, server);
  await addContent(
    page,
    "Tea",
    "I drink oolong tea every morning at seven.",
    true,
  );
  await page.getByRole("link", { name: "Share Links" }).click();
  await page.getByRole("switch", { name: "Sharing" }).click();
  await page.getByRole("link", { name: /\/share\// }).click();
  await page.getByRole("textbox").fill("When do you drink oolong tea?");
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByText("every morning at seven").first().waitFor();
});

Deno.test("walk: from an address to a twin that talks and is kept", async () => {
  await using potter = localSite(answerAsPotter);
  await using server = await startServer({ trial_hosts: [potter.host] });
  await using browser = await openBrowser();
  const errors: string[] = [];
  const page = await openPage(await browser.newContext(), errors);
  await page.goto(server.base);
  await meetTwin(page, potter.host);
  assert.match(await askShared(page, "What does a course cost?"), /240 euros/);
  await keepTwin(page);
  assert.deepEqual(errors, []);
});

// What an open panel offers besides answers: sources, thumbs, follow-ups, and waiting states.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { say as answerWith } from "../model_server.ts";
import {
  ANSWER,
  open,
  QUESTION,
  say,
  type Scene,
  setScene,
  visit,
} from "./scene.ts";
import { runAhead } from "./looking.ts";

const launcher = (page: Page) => page.locator(".launcher");
const answered = (page: Page, nth = 0) =>
  page.getByRole("button", { name: "Copy" }).nth(nth).waitFor();

/** Gives the scene's twin exactly these public items. */
async function know(scene: Scene, items: Record<string, string>) {
  const path = `/twins/${scene.twin_id}/content`;
  const before = await scene.owner.json("GET", path);
  for (const { id } of before.items) {
    await scene.owner.send("DELETE", `${path}/${id}`);
  }
  for (const [title, body] of Object.entries(items)) {
    const source_url = "https://clay.example/page";
    await scene.owner.json("POST", path, {
      ...{ title, body, source_url, visibility: "public" },
    }, 201);
  }
}

Deno.test("widget: opens at once with a working composer, before its panel has loaded", async () => {
  await using scene = await setScene();
  const page = await visit(scene);
  const held = Promise.withResolvers<void>();
  await page.route(/\/widget\/\w+\.js/, async (route) => {
    await held.promise;
    await route.continue();
  });
  await launcher(page).click();
  const input = page.getByRole("textbox", { name: "Write a message" });
  await input.waitFor();
  await page.getByRole("dialog").waitFor();
  assert.ok(await input.evaluate((node) => node.matches(":focus")));
  await input.pressSequentially(QUESTION);
  await input.press("Enter");
  held.resolve();
  await page.getByText(ANSWER).first().waitFor();
  assert.equal(await input.inputValue(), "");
});

Deno.test("widget: a panel that fails to load is requested again, and the message is then sent", async () => {
  await using scene = await setScene();
  const page = await visit(scene);
  let tries = 0;
  await page.route(
    /\/widget\/\w+\.js/,
    (route) => tries++ ? route.continue() : route.abort(),
  );
  await launcher(page).click();
  await page.getByRole("alert").waitFor();
  await page.getByRole("textbox").fill(QUESTION);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { level: 2 }).waitFor();
  assert.equal(await page.getByRole("textbox").inputValue(), QUESTION);
  await page.getByRole("textbox").press("Enter");
  await page.getByText(ANSWER).first().waitFor();
});

Deno.test("widget: sources are numbered chips by item; a card marks the quoted sentence and opens the page", async () => {
  await using scene = await setScene({ has_model: true });
  await know(scene, {
    "Glaze firing": "Glaze firing takes nine hours. Then the kiln rests.",
    "Glaze recipes": "Glaze recipes begin with wood ash and clay.",
  });
  const page = await open(scene);
  if (scene.model) {
    scene.model.script = () =>
      answerWith("Glaze firing takes nine hours. [1] Wood ash is in it. [2]");
  }
  await say(page, "How long is a glaze firing, and what is in glaze recipes?");
  await answered(page);
  const chips = page.locator(".chip");
  assert.deepEqual(await chips.allTextContents(), [
    "1Glaze firing",
    "2Glaze recipes",
  ]);
  const card = page.locator(".card");
  assert.ok(!await card.isVisible());
  await chips.first().click();
  assert.equal(
    (await card.locator("mark").first().textContent())?.trim(),
    "Glaze firing takes nine hours.",
  );
  assert.ok(
    !/kiln/.test((await card.locator("mark").allTextContents()).join()),
  );
  const out = card.getByRole("link", { name: "Open" });
  assert.equal(await out.getAttribute("href"), "https://clay.example/page");
  await out.focus();
  await page.keyboard.press("Escape");
  assert.ok(!await card.isVisible());
  assert.ok(await chips.first().isVisible(), "the panel stays");

  // The other cited source becomes a follow-up; it folds once a question is asked.
  const further = page.locator(".talk > .chips button");
  assert.deepEqual(await further.allTextContents(), ["Glaze recipes"]);
  await further.click();
  await answered(page, 1);
  assert.equal(
    await page.locator("article.visitor").last().innerText(),
    "You\nGlaze recipes",
  );
});

Deno.test("widget: starters fold after the first question and return when the chat starts again", async () => {
  await using scene = await setScene();
  await scene.owner.json("PATCH", `/twins/${scene.twin_id}`, {
    suggested_questions: [QUESTION, "Where is your teapot from?"],
  });
  const page = await open(scene);
  const starter = page.getByRole("button", { name: "Where is your teapot" });
  await page.getByRole("button", { name: QUESTION }).click();
  await answered(page);
  assert.equal(await starter.count(), 0);
  await page.getByRole("button", { name: "Start again" }).click();
  await starter.waitFor();
});

Deno.test("widget: ratings are kept, with a comment for a bad answer, and restored with the page", async () => {
  await using scene = await setScene();
  const page = await open(scene);
  await say(page, QUESTION);
  await answered(page);
  const bad = page.getByRole("button", { name: "Bad answer" });
  await bad.click();
  const why = page.getByLabel("What was wrong or missing?");
  await why.fill("The hour is wrong.");
  await why.press("Enter");
  await page.getByText("Thank you.").waitFor();
  const path = `/twins/${scene.twin_id}/conversations`;
  const { items } = await scene.owner.json("GET", path);
  const { exchanges } = await scene.owner.json("GET", `${path}/${items[0].id}`);
  assert.equal(exchanges[0].rating.rating, "down");
  assert.equal(exchanges[0].rating.comment, "The hour is wrong.");
  await page.reload();
  await launcher(page).click();
  await bad.waitFor();
  assert.equal(await bad.getAttribute("aria-pressed"), "true");
  const good = page.getByRole("button", { name: "Good answer" });
  await good.click();
  assert.equal(await bad.getAttribute("aria-pressed"), "false");
  // A rating that did not arrive does not stay pressed.
  await page.route(/ratings$/, (route) => route.abort());
  await bad.click();
  await page.waitForFunction(() => {
    const { shadowRoot } = document.documentElement.lastElementChild ?? {};
    return shadowRoot?.querySelector(".tool[title^=Good]")?.ariaPressed ===
      "true";
  });
});

Deno.test("widget: a message that is too long is flagged while typing, kept whole, and not sent", async () => {
  await using scene = await setScene();
  const page = await open(scene);
  await page.getByRole("heading", { level: 2 }).waitFor();
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") asked.push(request.url());
  });
  const long = "long ".repeat(900);
  const input = page.getByRole("textbox", { name: "Write a message" });
  await input.fill(long);
  await page.getByText("At most 4,000 characters. (4,500)").waitFor();
  await input.press("Enter");
  assert.equal(await input.inputValue(), long);
  assert.deepEqual(asked, []);
  await input.fill(QUESTION);
  assert.ok(!await page.getByText("At most").isVisible());
  await input.press("Enter");
  await page.getByText(ANSWER).first().waitFor();
});

Deno.test("widget: an answer that arrives while closed is marked on the launcher and in its name", async () => {
  await using scene = await setScene({ has_model: true });
  const page = await open(scene);
  const held = Promise.withResolvers<void>();
  await page.route(/chat-widget\/\w+$/, async (route) => {
    await held.promise;
    await route.continue();
  });
  await say(page, QUESTION);
  await page.locator(".dots").waitFor();
  await page.keyboard.press("Escape");
  held.resolve();
  await page.getByRole("button", { name: "Open chat, New answer" }).waitFor();
  assert.equal(await launcher(page).locator("b").textContent(), "1");
  await launcher(page).click();
  await answered(page);
  assert.equal(await launcher(page).locator("b").count(), 0);
});

Deno.test("widget: shows the beginning of an answer taller than the panel, with a button to its end", async () => {
  await using scene = await setScene({ has_model: true });
  const lines = Array.from({ length: 60 }, (_, i) => `Line ${i}.\n\n`);
  for (const pieces of [lines, [lines.join("")]]) {
    if (scene.model) scene.model.script = () => answerWith(...pieces);
    const page = await open(scene, { viewport: { width: 375, height: 500 } });
    for (let said = 0; said < 2; said++) {
      await say(page, QUESTION);
      await answered(page, said);
      const newer = page.getByRole("button", { name: "↓ New" });
      await newer.waitFor();
      const log = await page.getByRole("log").boundingBox();
      const asked = await page.locator("article.visitor").last().boundingBox();
      assert.ok(log && asked);
      const top = asked.y - log.y;
      assert.ok(top >= 0 && top < 20, `the question is at ${top}`);
      await newer.click();
      await newer.waitFor({ state: "hidden" });
      await page.getByText("Line 59.").last().waitFor();
      const end = await page.getByText("Line 59.").last().boundingBox();
      assert.ok(end && end.y > log.y && end.y < log.y + log.height);
    }
  }
});

Deno.test("widget: does not move a reader who has scrolled up, and offers a button to the end", async () => {
  await using scene = await setScene({ has_model: true });
  const lines = Array.from({ length: 60 }, (_, i) => `Line ${i}.\n\n`);
  for (const pieces of [lines, [lines.join("")]]) {
    if (scene.model) scene.model.script = () => answerWith(...lines);
    const page = await open(scene, { viewport: { width: 375, height: 500 } });
    await say(page, QUESTION);
    await answered(page);
    if (scene.model) scene.model.script = () => answerWith(...pieces);
    await scrollUpAndReturn(page);
  }
});

/** Asks, scrolls up before the answer arrives, and returns to the end with the button. */
async function scrollUpAndReturn(page: Page): Promise<void> {
  const log = page.getByRole("log");
  const toEnd = async () =>
    await page.waitForFunction(
      (node) => node.scrollHeight - node.scrollTop - node.clientHeight < 5,
      await log.evaluateHandle((node) => node),
    );
  const held = Promise.withResolvers<void>();
  await page.route(/chat-widget\/\w+$/, async (route) => {
    await held.promise;
    await route.continue();
  });
  await say(page, QUESTION);
  await page.locator(".dots").waitFor();
  // Until the log has noticed: growth at the same moment may still scroll it to the end.
  await log.evaluate(async (node) => {
    for (let still = 0; still < 3;) {
      still = node.scrollTop === 0 ? still + 1 : 0;
      node.scrollTop = 0;
      await new Promise(requestAnimationFrame);
    }
  });
  held.resolve();
  const newer = page.getByRole("button", { name: "↓ New" });
  await newer.waitFor();
  assert.equal(await log.evaluate((node) => node.scrollTop), 0);
  await answered(page, 1);
  await newer.click();
  await newer.waitFor({ state: "hidden" });
  await toEnd();
}

Deno.test("widget: after a lost connection one press retries", async () => {
  await using scene = await setScene();
  const page = await open(scene);
  await page.getByRole("heading", { level: 2 }).waitFor();
  await page.clock.install();
  await page.context().setOffline(true);
  await say(page, QUESTION);
  const again = page.getByRole("button", { name: "Try again" });
  await runAhead(page, again);
  assert.equal(await page.locator("textarea").inputValue(), QUESTION);
  await page.context().setOffline(false);
  await again.click();
  await page.getByText(ANSWER).first().waitFor();
  assert.equal(await page.locator("textarea").inputValue(), "");
  assert.equal(await page.locator("article.visitor").count(), 1);
});

Deno.test("widget: greets when configured, and never again once dismissed", async () => {
  await using scene = await setScene();
  scene.site.html = scene.script('data-greet-after="0" data-label="Ask Clara"');
  const page = await visit(scene);
  await page.getByRole("button", { name: "Ask Clara" }).waitFor();
  const greeting = page.locator(".greet");
  await greeting.waitFor();
  assert.ok(!await page.getByRole("dialog").isVisible());
  await page.getByRole("button", { name: "Dismiss" }).click();
  assert.equal(await greeting.count(), 0);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.reload();
  await page.getByRole("button", { name: "Ask Clara" }).waitFor();
  assert.deepEqual(asked.filter((path) => path.startsWith("/chat")), []);

  // An open panel has shown it already.
  const other = await visit(scene);
  await other.locator(".greet").waitFor();
  await launcher(other).click();
  await other.locator(".greet").waitFor({ state: "detached" });
});

Deno.test("widget: uses the look stored with the key, unless the page's attributes override it", async () => {
  await using scene = await setScene();
  await scene.owner.json("PATCH", `/api-keys/${scene.key_id}`, {
    appearance: {
      accent_color: "#b4532a",
      theme: "dark",
      greeting: "From the key.",
      suggested_questions: ["A starter of the key"],
    },
  });
  const worn = (page: Page) =>
    page.locator(".root").evaluate((root) => {
      const { colorScheme } = getComputedStyle(root);
      return [
        (root as HTMLElement).style.getPropertyValue("--accent"),
        colorScheme,
      ];
    });
  const page = await open(scene);
  await page.getByText("From the key.").waitFor();
  await page.getByRole("button", { name: "A starter of the key" }).waitFor();
  assert.deepEqual(await worn(page), ["#b4532a", "dark"]);
  scene.site.html = scene.script(
    'data-accent="#00ff66" data-theme="light" data-greeting="From the page."',
  );
  const other = await open(scene);
  await other.getByText("From the page.").waitFor();
  assert.deepEqual(await worn(other), ["#00ff66", "light"]);
});

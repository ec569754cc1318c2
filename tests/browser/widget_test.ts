// The widget's conversation on another site, with the real app.
import assert from "node:assert/strict";
import { say as answerWith } from "../model_server.ts";
import { ANSWER, open, QUESTION, say, setScene, visit } from "./scene.ts";
import { PAYLOADS } from "./xss_payloads.ts";
import { runAhead } from "./looking.ts";

Deno.test("widget: loads only itself and stores nothing until opened", async () => {
  await using scene = await setScene();
  const page = await (await scene.browser.newContext()).newPage();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(scene.site.origin);
  const launcher = page.getByRole("button", { name: "Open chat" });
  await launcher.waitFor();
  const ours = () =>
    requests.filter((url) => url.startsWith(scene.server.base));
  assert.deepEqual(ours(), [`${scene.server.base}/widget.js`]);
  const stored = await page.evaluate(
    "sessionStorage.length + localStorage.length + document.cookie.length",
  );
  assert.equal(stored, 0);
  // Hovering it fetches the settings, once.
  const settings = page.waitForResponse(/chat-widget/);
  await launcher.hover();
  await settings;
  await launcher.click();
  await page.getByRole("heading").first().waitFor();
  assert.equal(ours().filter((url) => /chat-widget/.test(url)).length, 1);
});

Deno.test("widget: keeps the conversation for the tab, and restarts on request", async () => {
  await using scene = await setScene();
  const page = await open(scene);
  await say(page, QUESTION);
  await page.getByText(ANSWER).first().waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Open chat" }).click();
  await page.getByText(QUESTION).waitFor();
  await page.getByRole("button", { name: "Start again" }).click();
  await page.getByText(QUESTION).waitFor({ state: "detached" });
  assert.equal(
    await page.evaluate("Object.values(sessionStorage).join('')"),
    "",
  );
});

Deno.test("widget: offers to leave an e-mail in the bubble only where there is no answer", async () => {
  await using scene = await setScene();
  const page = await open(scene);
  await say(page, "Do you fly helicopters?");
  await page.getByText("Leave your e-mail").waitFor();
  // It stays as the conversation continues, and no other answer asks.
  await say(page, "Thanks, bye!");
  await page.getByRole("button", { name: "Copy" }).nth(1).waitFor();
  await say(page, QUESTION);
  await page.getByText(ANSWER).first().waitFor();
  const field = page.getByLabel("Your e-mail");
  assert.equal(await field.count(), 1);
  await field.fill("fan@example");
  await field.press("Enter");
  await page.locator(".ask").getByRole("alert").waitFor();
  assert.equal(await field.inputValue(), "fan@example");
  await field.fill("fan@example.com");
  await field.press("Enter");
  await page.getByText("can now write to you").waitFor();
  const { items } = await scene.owner.json(
    "GET",
    `/twins/${scene.twin_id}/leads`,
  );
  assert.deepEqual(
    items.map(({ email, question }: Record<string, string>) => [
      email,
      question,
    ]),
    [["fan@example.com", "Do you fly helicopters?"]],
  );
});

Deno.test("widget: explains a limit, and keeps the input", async () => {
  await using scene = await setScene({
    env: { TWINCAST_LIMIT_SESSION: "1/60s" },
  });
  const page = await open(scene);
  await say(page, QUESTION);
  await page.getByText(ANSWER).first().waitFor();
  await say(page, "And which teapot?");
  await page.getByText("Too many messages. You can continue at").first()
    .waitFor();
  assert.equal(
    await page.locator("textarea").inputValue(),
    "And which teapot?",
  );
});

Deno.test("widget: explains a key revoked in the middle of a conversation", async () => {
  await using scene = await setScene();
  const page = await open(scene);
  await say(page, QUESTION);
  await page.getByText(ANSWER).first().waitFor();
  await scene.owner.send("DELETE", `/api-keys/${scene.key_id}`);
  await say(page, "And which teapot?");
  await page.getByText("This chat has ended.").first().waitFor();
});

Deno.test("widget: on a refused domain the launcher disappears, and the console says why, once", async () => {
  await using scene = await setScene();
  await scene.owner.json("PATCH", `/api-keys/${scene.key_id}`, {
    allowed_domains: ["https://elsewhere.example"],
  });
  const page = await visit(scene);
  const told: string[] = [];
  page.on("console", (message) => {
    if (message.text().startsWith("Twincast")) told.push(message.text());
  });
  const launcher = page.locator("button[aria-expanded]");
  await launcher.hover();
  await launcher.waitFor({ state: "detached" });
  assert.equal(told.length, 1);
  assert.match(told[0], /127\.0\.0\.1/);
});

Deno.test("widget: a dropped stream is resumed, and asked only once", async () => {
  await using scene = await setScene();
  const page = await open(scene);
  let posts = 0;
  await page.route(/chat-widget\/\w+$/, async (route) => {
    if (route.request().method() !== "POST" || posts++) return route.continue();
    const response = await route.fetch();
    const body = await response.text();
    // The server has answered; the connection breaks halfway.
    await route.fulfill({ response, body: body.slice(0, body.length / 2) });
  });
  await say(page, QUESTION);
  await page.getByText(ANSWER).first().waitFor();
  await page.getByRole("button", { name: "Copy" }).waitFor();
  assert.equal(posts, 2);
  const { items } = await scene.owner.json(
    "GET",
    `/twins/${scene.twin_id}/conversations`,
  );
  assert.equal(items.length, 1);
  assert.equal(items[0].messages, 1);
});

Deno.test("widget: offline it says so, keeps the input, and continues afterwards", async () => {
  await using scene = await setScene();
  const page = await open(scene);
  // The panel is complete.
  await page.getByText("You are talking to an AI").first().waitFor();
  await page.clock.install();
  await page.context().setOffline(true);
  await say(page, QUESTION);
  await runAhead(page, page.getByText("You are offline.").first());
  assert.equal(await page.locator("textarea").inputValue(), QUESTION);
  await page.context().setOffline(false);
  await page.getByRole("textbox").press("Enter");
  await page.getByText(ANSWER).first().waitFor();
});

Deno.test("widget: left in the middle of an answer, the page returns to it whole", async () => {
  await using scene = await setScene();
  const page = await open(scene);
  // Anything that would keep the page out of the browser's back/forward cache.
  const devtools = await page.context().newCDPSession(page);
  const { result: { objectId = "" } } = await devtools.send(
    "Runtime.evaluate",
    { expression: "window" },
  );
  const { listeners } = await devtools.send("DOMDebugger.getEventListeners", {
    objectId,
  });
  const types = listeners.map(({ type }) => type);
  assert.ok(!types.some((type) => /unload|beforeunload/.test(type)));
  await say(page, QUESTION);
  await page.waitForFunction(
    "Object.values(sessionStorage).join('').startsWith('ses_') || Object.keys(sessionStorage).length > 0",
  );
  await page.goto(scene.server.base);
  await page.goBack();
  await page.getByRole("button", { name: "Open chat" }).click();
  await page.getByText(QUESTION).waitFor();
  await page.getByText(ANSWER).first().waitFor();
  await say(page, "What is your teapot from?");
  await page.getByText("Kyoto").filter({ visible: true }).first()
    .waitFor();
});

Deno.test("widget: hostile answers and citations, in pieces, run nothing and load nothing", async () => {
  await using scene = await setScene({
    has_model: true,
    env: { TWINCAST_LIMIT_SESSION: "1000/60s" },
  });
  for (const [i, payload] of PAYLOADS.entries()) {
    if (i % 6) continue;
    await scene.owner.json("POST", `/twins/${scene.twin_id}/content`, {
      title: payload.replace(/\s+/g, " ").trim().slice(0, 200),
      body: `Oolong ${payload}`,
      visibility: "public",
    }, 201);
  }
  const page = await open(scene);
  const wrong: string[] = [];
  const known = [scene.server.base, scene.site.origin];
  page.on("request", (request) => {
    const url = request.url();
    if (!known.some((origin) => url.startsWith(origin))) wrong.push(url);
  });
  page.on("dialog", (dialog) => {
    wrong.push(dialog.message());
    return dialog.dismiss();
  });
  for (let from = 0; from < PAYLOADS.length; from += 12) {
    const text = PAYLOADS.slice(from, from + 12).join("\n\n");
    const pieces = text.match(/[^]{1,7}/g) ?? [];
    if (scene.model) scene.model.script = () => answerWith(...pieces);
    await say(page, `Oolong ${from}?`);
    await page.getByRole("button", { name: "Copy" })
      .nth(from / 12).waitFor();
  }
  for (const chip of await page.locator(".chip").all()) {
    await chip.evaluate((node) => (node as HTMLElement).click());
  }
  const strange = await page.locator("section").evaluate((section) =>
    [...section.querySelectorAll("*")].filter((node) =>
      [...node.attributes].some(({ name }) => /^on/.test(name)) ||
      /^(img|script|iframe|object|embed|style|form|svg)$/.test(
          node.localName,
        ) &&
        !node.closest("button") ||
      node instanceof HTMLAnchorElement && !/^https?:/.test(node.href)
    ).map((node) => node.outerHTML)
  );
  assert.deepEqual(strange, []);
  assert.deepEqual(wrong, []);
  assert.equal(await page.evaluate("globalThis.hacked"), undefined);
});

// Each page's main task by keyboard alone: Tab, Enter, Space and typing.
import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { makeKey, PASSWORD, signUp, startServer } from "../harness.ts";
import { openBrowser } from "./launch.ts";
import { findings, hrefOf, openTab } from "./looking.ts";

/** Presses Tab until the element has the focus; what is not in the sidebar is reached by the link that skips it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  // Looking it up after each stop takes most of a test's time.
  let node = await target.elementHandle();
  for (let i = 0; i < 150; i++) {
    await page.keyboard.press("Tab");
    const at = await node?.evaluate((node) => {
      if (!node.isConnected) return "gone";
      const { activeElement } = document;
      if (node === activeElement) return "there";
      const skips = activeElement?.getAttribute("href") === "#main";
      return skips && node.closest("main") ? "before the sidebar" : "elsewhere";
    });
    if (at === "there") return await assertInView(target);
    if (at === "before the sidebar") await page.keyboard.press("Enter");
    if (at === "gone") node = await target.elementHandle();
  }
  assert.fail(`Tab never comes to ${target}`);
}

/** The focused element is in view, and nothing covers it. */
async function assertInView(target: Locator): Promise<void> {
  const is_in_view = await target.evaluate((node) => {
    const { labels } = node as HTMLInputElement;
    return [node, ...labels ?? []].some((part) => {
      const { left, top, width, height } = part.getBoundingClientRect();
      const x = left + width / 2;
      const y = top + Math.min(height / 2, 20);
      return part.contains(document.elementFromPoint(x, y));
    });
  });
  assert.ok(is_in_view, `${target} has the focus out of sight`);
}

async function type(page: Page, label: string | RegExp, text: string) {
  const field = page.getByRole("main").getByLabel(label).filter({
    visible: true,
  });
  await tabTo(page, field.first());
  await page.keyboard.type(text);
}

async function press(page: Page, target: Locator, key = "Enter") {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Opens a page from the sidebar. */
async function goTo(page: Page, name: string, path: string) {
  await press(page, page.getByRole("link", { name, exact: true }).first());
  await page.waitForURL(`**/dashboard/${path}?*`);
}

/** Opens the form's modal if it is in one. */
async function openForm(page: Page, field: string | RegExp) {
  const label = page.getByRole("main").getByLabel(field).first();
  await label.waitFor({ state: "attached" });
  if (await label.isVisible()) return;
  const id = await label.evaluate((node) => node.closest("dialog")?.id);
  const opener = page.locator(`button[commandfor="${id}"]`).first();
  if (id) return await press(page, opener);
  const folded = page.locator("summary").filter({ visible: true });
  await press(page, folded.last());
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("main").getByRole("button", { name }).filter({
    visible: true,
  }).first();

Deno.test("keyboard: from sign-up to content, a link, a key and an invitation", async (t) => {
  await using server = await startServer();
  await using browser = await openBrowser();
  const { page, complaints } = await openTab(browser, server.base, null);

  await t.step("signs up", async () => {
    await page.goto(server.base);
    await press(page, page.getByRole("link", { name: "Make your twin" }));
    await page.waitForURL("**/signup");
    await type(page, "Your name", "Ada Lovelace");
    await type(page, "E-mail", "ada@example.com");
    await type(page, "Password", PASSWORD);
    await type(page, "Your twin’s name", "Ada's twin");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/dashboard*");
  });

  await t.step("skips the sidebar with the first link", async () => {
    await press(page, page.getByRole("link", { name: "Skip to content" }));
    await page.keyboard.press("Tab");
    const is_in_main = await page.evaluate(() =>
      document.querySelector("main")?.contains(document.activeElement)
    );
    assert.ok(is_in_main);
    await page.reload();
  });

  await t.step("adds content", async () => {
    await goTo(page, "Content", "content");
    await openForm(page, "Title");
    await type(page, "Title", "Engines");
    await type(page, "Text", "The Engine weaves patterns.");
    await press(page, button(page, /^Save/));
    await page.getByRole("link", { name: "Engines", exact: true }).waitFor();
    assert.deepEqual(await findings(page), []);
  });

  await t.step("makes it public, deletes it and undoes that", async () => {
    const toggle = page.getByRole("switch", { name: "Public: Engines" });
    const saved = page.waitForResponse((response) =>
      response.request().method() === "PATCH"
    );
    await press(page, toggle, "Space");
    assert.equal((await saved).status(), 200);
    assert.equal(await toggle.getAttribute("aria-checked"), "true");
    await press(page, page.getByRole("button", { name: "Delete Engines" }));
    await page.getByText("The item is deleted.").first().waitFor();
    await press(page, page.getByRole("button", { name: "Undo" }));
    await page.getByText("is back, public as it was").first().waitFor();
  });

  await t.step(
    "edits it with formatting and a preview, and tries it",
    async () => {
      const link = page.getByRole("link", { name: "Engines", exact: true });
      await press(page, link);
      await page.waitForURL("**/content/cnt_*");
      const text = page.getByLabel("Text", { exact: true });
      await tabTo(page, text);
      await page.keyboard.press("Control+End");
      await page.keyboard.type(" It is ");
      await page.keyboard.press("Control+b");
      await page.keyboard.type("analytical");
      assert.match(await text.inputValue(), /It is \*\*analytical\*\*$/);
      await page.keyboard.press("Control+End");
      await page.keyboard.press("Control+k");
      await page.keyboard.type("Bernoulli");
      const link_mark = /analytical\*\*\[Bernoulli\]\(https:\/\/\)$/;
      assert.match(await text.inputValue(), link_mark);
      for (let i = 0; i < 20; i++) {
        if (!/Bernoulli|https/.test(await text.inputValue())) break;
        await page.keyboard.press("Control+z");
      }
      assert.match(await text.inputValue(), /It is \*\*analytical\*\*$/);
      await page.keyboard.press("Shift+Tab");
      await press(page, page.getByRole("button", { name: "Preview" }));
      await page.locator("strong", { hasText: "analytical" }).waitFor();
      assert.deepEqual(await findings(page), []);
      await press(page, button(page, /^Save/));
      await page.getByText("Saved.").first().waitFor();
      await type(page, "A question people might ask", "What weaves patterns?");
      await page.keyboard.press("Enter");
      await page.getByText("The answer comes from this item.").waitFor();
      await press(page, page.getByLabel("Answer as"), "ArrowDown");
      await press(page, button(page, "Try it"));
      await page.waitForURL("**as=public*");
      await page.getByText("The answer comes from this item.").waitFor();
    },
  );

  await t.step("turns sharing on", async () => {
    await goTo(page, "Share Links", "share");
    await press(page, page.getByRole("switch", { name: "Sharing" }), "Space");
    await page.getByRole("heading", { name: "Sharing is on" }).waitFor();
    assert.deepEqual(await findings(page), []);
  });

  await t.step("replaces the link", async () => {
    const link = page.getByRole("main").getByRole("link", {
      name: /\/share\//,
    });
    const before = await hrefOf(link);
    await press(page, page.getByLabel("More for the link"));
    await press(page, button(page, "Make a new link"));
    await press(page, page.getByRole("button", { name: /^End the old link/ }));
    await page.getByText("Here is the new link").first().waitFor();
    assert.notEqual(await hrefOf(link), before);
    const old = await fetch(before);
    assert.equal(old.status, 404);
    await old.body?.cancel();
  });

  await t.step("answers a visitor's open question in one step", async () => {
    const share_url = await hrefOf(
      page.getByRole("main").getByRole("link", { name: /\/share\// }),
    );
    for (const message of ["Where are the horses?", "Who mends the clock?"]) {
      const body = new URLSearchParams({ message });
      const asked = await fetch(share_url, { method: "POST", body });
      await asked.body?.cancel();
    }
    const showUnanswered = async () => {
      await goTo(page, "Conversations", "conversations");
      await press(page, page.getByRole("link", { name: /^Unanswered/ }));
    };
    const answer = async (text: string) => {
      await press(page, page.getByRole("link", { name: "Answer this now" }));
      await page.waitForURL("**/conversations/answer?*");
      await type(page, "Your answer", text);
      await press(page, button(page, "Save the answer"));
      await page.getByText("Your twin now says this").first().waitFor();
    };
    await showUnanswered();
    await press(page, button(page, "Dismiss: Who mends the clock?"));
    await page.getByText("Off the list.").first().waitFor();
    await press(
      page,
      page.getByRole("link", { name: "Read the conversation" }),
    );
    await page.waitForURL("**/conversations/ses_*");
    await answer("The horses stand in Ockham Park.");
    await showUnanswered();
    await page.getByText("No open questions").waitFor();
  });

  await t.step("makes a key, which is shown", async () => {
    await goTo(page, "API Keys", "api-keys");
    await openForm(page, "Name");
    await type(page, "Name", "My site");
    await type(page, "Domains", "example.com");
    const form = page.getByRole("dialog");
    await press(page, form.getByRole("button", { name: "Create key" }));
    await page.getByText(/tw_pk_\w{38}/).filter({ visible: true }).first()
      .waitFor();
    assert.deepEqual(await findings(page), []);
    // A secret shown only once is not dismissed by accident.
    await page.keyboard.press("Escape");
    await press(page, form.getByRole("button", { name: "Close" }));
  });

  await t.step("tries a domain before saving it", async () => {
    const form = page.getByRole("dialog");
    await press(page, button(page, /^Edit/));
    await type(page, "Domains", "shop.example.com\n");
    await type(
      page,
      "Would this page be allowed?",
      "https://shop.example.com/",
    );
    await page.keyboard.press("Enter");
    await page.getByText("Yes, https://shop.example.com is allowed").waitFor();
    assert.deepEqual(await findings(page), []);
    await press(page, form.getByRole("button", { name: "Save changes" }));
    await page.getByText("Saved.").first().waitFor();
    await page.getByText("shop.example.com", { exact: true }).waitFor();
  });

  await t.step("rotates the key and sees its successor", async () => {
    const form = page.getByRole("dialog");
    await press(page, page.getByLabel("More for My site"));
    await press(page, button(page, /^Rotate/));
    await press(page, form.getByRole("button", { name: "Create a new key" }));
    await page.getByText(/tw_pk_\w{38}/).filter({ visible: true }).first()
      .waitFor();
    await press(page, form.getByRole("button", { name: "Close" }));
    assert.equal(await page.getByRole("row", { name: "My site" }).count(), 2);
  });

  await t.step("invites somebody and sees the link", async () => {
    await goTo(page, "Team", "team");
    await openForm(page, "E-mail");
    await type(page, "E-mail", "guest@example.com");
    const form = page.getByRole("dialog");
    await press(
      page,
      form.getByRole("button", { name: "Make the invitation" }),
    );
    await page.getByText(/\/invite\/\w{43}/).filter({ visible: true }).first()
      .waitFor();
    assert.deepEqual(await findings(page), []);
    await press(page, form.getByRole("button", { name: "Close" }));
  });

  await t.step(
    "changes the password, after a wrong one is rejected",
    async () => {
      await page.goto(`${server.base}/dashboard/account`);
      for (const guess of ["a wrong guess", PASSWORD]) {
        const current = page.getByLabel("Current password");
        if (!await current.isVisible()) {
          await press(page, button(page, "Change password"));
          await current.waitFor();
          const is_there = await current.evaluate((node) =>
            node === document.activeElement
          );
          assert.ok(is_there, "the first field does not have the focus");
        }
        await type(page, "Current password", guess);
        await type(page, "New password", `${PASSWORD}, newer`);
        await page.keyboard.press("Enter");
        await page.getByText(
          guess === PASSWORD
            ? "is changed"
            : "This is not your current password.",
        ).first().waitFor();
      }
      // The browser logs the refusal that the page explains.
      assert.match(complaints.pop() ?? "", /status of 422/);
    },
  );

  await t.step("on a phone: the menu opens, navigates and closes", async () => {
    await page.setViewportSize({ width: 375, height: 700 });
    await page.goto(`${server.base}/dashboard/team`);
    const menu = page.getByRole("button", { name: "Menu", exact: true });
    const settings = page.getByRole("link", { name: "Settings", exact: true });
    assert.ok(!await settings.isVisible());
    await press(page, menu, "Space");
    await settings.waitFor();
    assert.deepEqual(await findings(page), []);
    await page.keyboard.press("Escape");
    await settings.waitFor({ state: "hidden" });
    assert.ok(await menu.evaluate((node) => node === document.activeElement));
    await page.keyboard.press("Enter");
    await press(page, settings);
    await page.waitForURL("**/dashboard/settings?*");
  });

  assert.deepEqual(complaints, []);
});

Deno.test("keyboard: the embed studio follows each choice, in the code and in the real widget", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  await makeKey(owner, {
    type: "publishable",
    allowed_domains: ["example.com"],
  });
  await using browser = await openBrowser();
  const { page, complaints } = await openTab(
    browser,
    server.base,
    owner.cookie,
  );
  await page.goto(`${server.base}/dashboard/embed`);
  const widget = page.frameLocator("iframe");
  await widget.getByText("Ask me anything").first().waitFor();
  const code = page.getByRole("region", { name: "Code for HTML" });
  await type(page, "Greeting", "Ahoy!");
  await widget.getByText("Ahoy!").waitFor();
  const colour = page.getByLabel("Colour as a hex code");
  await tabTo(page, colour);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("#ffee00");
  await code.getByText('data-accent="#ffee00"').waitFor();
  await page.getByText(/^Black text on it .* hardly stands out/).waitFor();
  await widget.locator('.root[style*="#ffee00"]').waitFor({
    state: "attached",
  });
  await type(page, "Suggested questions", "Which tea?");
  await widget.getByRole("button", { name: "Which tea?" }).waitFor();
  // The profile can change without new code.
  assert.ok(!/Ahoy|Which tea/.test(await code.innerText()));
  assert.deepEqual(await findings(page), []);
  await press(page, page.locator("summary", { hasText: "More choices" }));
  await press(page, page.getByRole("checkbox", { name: /Pin/ }), "Space");
  await code.getByText("integrity").waitFor();
  const src = /src="([^"]+)"/.exec(await code.innerText())?.[1] ?? "";
  const pinned = await fetch(src);
  assert.match(pinned.headers.get("cache-control") ?? "", /immutable/);
  await pinned.body?.cancel();
  await press(page, page.getByRole("radio", { name: "HTML" }), "ArrowRight");
  await page.getByRole("region", { name: "Code for WordPress" }).waitFor();
  await press(page, page.getByRole("button", { name: "Copy WordPress code" }));
  await page.getByRole("button", { name: /Copied|Select and copy/ }).waitFor();
  assert.deepEqual(complaints, []);
});

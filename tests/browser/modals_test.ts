// Every modal of every page, by the keyboard alone: focus goes in, Esc closes it, focus comes back.
import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { signUp, startServer } from "../harness.ts";
import { FILLED, fillTeam } from "./filled_team.ts";
import { openBrowser } from "./launch.ts";
import { findings, openTab } from "./looking.ts";
import { PAGES } from "./pages.ts";

/** A list opens the same modal in each row; the first ones tell enough. */
const MOST = 8;

const hasFocus = (where: Pick<Locator, "evaluate">) =>
  where.evaluate((node) => node.contains(document.activeElement));

async function openAndLeave(page: Page, found: Locator) {
  // Itself, for where it stands among those that are seen changes with the menus.
  const button = await found.elementHandle();
  assert.ok(button);
  const id = await button.getAttribute("commandfor");
  const dialog = page.locator(`dialog[id="${id}"]`);
  await button.focus();
  await page.keyboard.press("Enter");
  await dialog.waitFor();
  assert.ok(await hasFocus(dialog), "the focus stayed outside");
  assert.equal(await page.getByRole("dialog").count(), 1);
  const over = await dialog.evaluate((node) =>
    node.scrollWidth - node.clientWidth
  );
  assert.ok(over <= 0, `it is ${over} pixels wider than its window`);
  assert.deepEqual(await findings(page, `dialog[id="${id}"]`), []);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  const is_back = await button.evaluate((node) =>
    node === document.activeElement
  );
  assert.ok(is_back, "the focus did not come back");
}

Deno.test("modals: open by Enter, take the focus, close by Esc and give it back", async (t) => {
  await using server = await startServer({ env: FILLED });
  const owner = await signUp(server);
  const filled = await fillTeam(server, owner);
  await using browser = await openBrowser();
  const { page, complaints } = await openTab(
    browser,
    server.base,
    owner.cookie,
  );
  await page.setViewportSize({ width: 375, height: 700 });
  let opened = 0;
  for (const [route, { path, who }] of Object.entries(PAGES)) {
    if (who !== "team") continue;
    await page.goto(server.base + path(filled));
    const unfold = () =>
      page.locator("main details").evaluateAll((all) =>
        all.forEach((node) => node.setAttribute("open", ""))
      );
    await unfold();
    const buttons = page.locator(
      "main button[command=show-modal]:visible:enabled",
    );
    for (const button of (await buttons.all()).slice(0, MOST)) {
      // A menu closes when something else is pressed.
      await unfold();
      const words = await button.innerText();
      await t.step(`${route}: ${words.slice(0, 60)}`, async () => {
        await openAndLeave(page, button);
        opened++;
      });
    }
  }
  assert.ok(opened >= 3, `only ${opened} modals were found`);
  assert.deepEqual(complaints, []);
});

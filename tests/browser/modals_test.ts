// Every modal, by the keyboard alone: focus goes in, Esc closes it, focus comes back to what opened it.
import assert from "node:assert/strict";
import { signUp, startServer } from "../harness.ts";
import { launchBrowser } from "./launch.ts";

const PAGES = ["api-keys", "share", "twins", "settings"];

Deno.test("modals: open by Enter, take the focus, close by Esc and give it back", async (t) => {
  await using server = await startServer();
  const owner = await signUp(server);
  await using browser = await launchBrowser();
  const context = await browser.newContext();
  const [name, value] = owner.cookie.split("=");
  await context.addCookies([{ name, value, url: server.base }]);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  let opened = 0;
  for (const path of PAGES) {
    await page.goto(`${server.base}/dashboard/${path}`);
    const buttons = page.locator("main button[command=show-modal]");
    for (const button of await buttons.all()) {
      const words = await button.innerText();
      await t.step(`${path}: ${words}`, async () => {
        await button.focus();
        await page.keyboard.press("Enter");
        const dialog = page.locator("dialog[open]");
        await dialog.waitFor();
        assert.ok(
          await dialog.evaluate((node) =>
            node.contains(document.activeElement)
          ),
          "the focus stayed outside",
        );
        assert.equal(await page.getByRole("dialog").count(), 1);
        await page.keyboard.press("Escape");
        await dialog.waitFor({ state: "detached" });
        assert.ok(
          await button.evaluate((node) => node === document.activeElement),
          "the focus did not come back",
        );
        opened++;
      });
    }
  }
  assert.ok(opened >= 3, `only ${opened} modals were found`);
});

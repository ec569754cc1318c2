// Every password field can show what was typed.
import assert from "node:assert/strict";
import { PASSWORD, signUp, startServer } from "../harness.ts";
import { openBrowser } from "./launch.ts";
import { openTab } from "./looking.ts";

Deno.test("passwords: shown and hidden as typed, on log-in, sign-up and account", async (t) => {
  await using server = await startServer();
  const owner = await signUp(server);
  await using browser = await openBrowser();
  for (const path of ["/login", "/signup", "/dashboard/account"]) {
    await t.step(path, async () => {
      const cookie = path === "/dashboard/account" ? owner.cookie : null;
      const { page } = await openTab(browser, server.base, cookie);
      await page.goto(server.base + path);
      const all = page.locator('input[type="password"]');
      const count = await all.count();
      assert.ok(count > 0);
      for (let i = 0; i < count; i++) {
        if (!await all.nth(i).isVisible()) continue;
        const id = await all.nth(i).getAttribute("id");
        const field = page.locator(`input[id="${id}"]`);
        await field.fill(PASSWORD);
        const around = field.locator("xpath=../..");
        await around.getByRole("button", { name: "Show the password" }).click();
        assert.equal(await field.getAttribute("type"), "text");
        assert.equal(await field.inputValue(), PASSWORD);
        await around.getByRole("button", { name: "Hide the password" }).click();
        assert.equal(await field.getAttribute("type"), "password");
      }
      await page.context().close();
    });
  }
});

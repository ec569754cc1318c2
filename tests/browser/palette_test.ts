// Search across the dashboard by keyboard, and the list of shortcuts.
import assert from "node:assert/strict";
import { ask, shareTwin, signUp, startServer } from "../harness.ts";
import { openBrowser } from "./launch.ts";
import { findings, openTab } from "./looking.ts";

Deno.test("palette: finds a page, an item and an action by keyboard; Esc returns the focus", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { twin_id } = owner;
  await owner.json("POST", `/twins/${twin_id}/content`, {
    title: "Glazes of the north",
    body: "Ash and salt.",
    visibility: "public",
  }, 201);
  const { chat } = await shareTwin(owner);
  for (const _ of [1, 2]) await ask(server, chat, { message: "Glazed tea?" });
  await using browser = await openBrowser();
  const { page, complaints } = await openTab(
    browser,
    server.base,
    owner.cookie,
  );
  await page.goto(`${server.base}/dashboard/team?twin=${twin_id}`);
  const input = page.getByRole("combobox", { name: "Search" });
  const chosen = page.getByRole("option", { selected: true });

  await page.keyboard.press("?");
  await page.getByRole("heading", { name: "Keyboard shortcuts" }).waitFor();
  await page.keyboard.press("Escape");

  const button = page.getByRole("button", { name: "Search" });
  await button.focus();
  await page.keyboard.press("Control+k");
  await input.waitFor();
  assert.deepEqual(await findings(page), []);
  await page.keyboard.press("Escape");
  await input.waitFor({ state: "detached" });
  assert.ok(await button.evaluate((node) => node === document.activeElement));

  await page.keyboard.press("Control+k");
  await input.fill("glaz");
  await chosen.filter({ hasText: "Glazes of the north" }).waitFor();
  // A question two people asked is listed once.
  assert.equal(
    await page.getByRole("option").filter({ hasText: "Glazed tea?" }).count(),
    1,
  );
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/dashboard\/content\/cnt_/);

  await page.keyboard.press("Control+k");
  await input.fill("api");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/dashboard\/api-keys/);
  await page.keyboard.press("Control+k");
  await input.fill("create a key");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Create a key" }).waitFor();
  assert.deepEqual(complaints, []);
});

// The content list by hand: switches in place, rows ticked with Shift, search.
import assert from "node:assert/strict";
import { signUp, startServer } from "../harness.ts";
import { openBrowser } from "./launch.ts";
import { findings, openTab } from "./looking.ts";

Deno.test("content list: switches in place, selects a range with Shift, searches", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const path = `/twins/${owner.twin_id}/content`;
  for (let n = 1; n <= 30; n++) {
    const title = `Item ${n}`;
    const body = n === 7 ? "The kiln is fired on Fridays." : "Words.";
    await owner.json("POST", path, { title, body }, 201);
  }
  await using browser = await openBrowser();
  const { page, complaints } = await openTab(
    browser,
    server.base,
    owner.cookie,
  );
  await page.setViewportSize({ width: 1_280, height: 700 });
  await page.goto(`${server.base}/dashboard/content`);
  const stateOf = async (title: string) => {
    const { items } = await owner.json("GET", path);
    return items.find((one: { title: string }) => one.title === title)
      .visibility;
  };

  // A switch keeps its place and the focus.
  const last = page.getByRole("switch", {
    name: "Public: Item 1",
    exact: true,
  });
  await last.scrollIntoViewIfNeeded();
  const { y } = await last.boundingBox() ?? { y: 0 };
  const saved = page.waitForResponse((r) => r.request().method() === "PATCH");
  await last.focus();
  await page.keyboard.press("Enter");
  await saved;
  assert.equal(await last.getAttribute("aria-checked"), "true");
  assert.ok(Math.abs((await last.boundingBox())!.y - y) < 1, "it moved");
  assert.ok(await last.evaluate((node) => node === document.activeElement));
  assert.equal(await stateOf("Item 1"), "public");

  // A change that cannot be saved is reverted, with the reason.
  await page.route("**/twins/**", (route) => route.abort());
  await last.click();
  await page.getByRole("alert").waitFor();
  assert.equal(await last.getAttribute("aria-checked"), "true");
  await page.unroute("**/twins/**");

  // Shift ticks the range; the bar appears with the first tick.
  const tick = (n: number) =>
    page.getByRole("checkbox", { name: `Select Item ${n}`, exact: true });
  const make_public = page.getByRole("button", { name: "Make public" });
  assert.equal(await make_public.isVisible(), false);
  await tick(20).click();
  await tick(16).click({ modifiers: ["Shift"] });
  await page.getByText("5 selected").waitFor();
  assert.deepEqual(await findings(page), []);
  await make_public.click();
  await page.getByText("5 items are public.").first().waitFor();
  assert.equal(await stateOf("Item 18"), "public");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("5 items are private.").first().waitFor();

  // A word of the text finds it, and the filter is in the address.
  await page.getByRole("searchbox").fill("kiln");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Item 7", exact: true }).waitFor();
  assert.equal(
    await page.getByRole("checkbox", { name: /^Select Item/ }).count(),
    1,
  );
  assert.match(page.url(), /q=kiln/);
  await page.getByRole("searchbox").fill("glaze");
  await page.keyboard.press("Enter");
  await page.getByText("Nothing matches").waitFor();
  // A slow page shows progress, a download does not, and the order applies when chosen.
  await page.goto(`${server.base}/dashboard/content`);
  await page.evaluate(() => {
    const { documentElement } = document;
    new MutationObserver(() => sessionStorage.loading = "seen")
      .observe(documentElement, { attributeFilter: ["data-loading"] });
  });
  const hasSaidSo = () =>
    page.evaluate(() => sessionStorage.loading === "seen");
  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export all content" }).click();
  await saving;
  assert.equal(await hasSaidSo(), false);
  await page.getByRole("combobox", { name: "Order" }).selectOption("title");
  await page.waitForURL(/sort=title/);
  assert.equal(await hasSaidSo(), true);
  assert.equal(await page.locator("html[data-loading]").count(), 0);
  const expected = complaints.filter((text) => !/ERR_FAILED/.test(text));
  assert.deepEqual(expected, []);
});

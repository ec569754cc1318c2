// Scripts send files one by one with their progress, and then lead to the review.
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { ROOMY, signUp, startServer } from "../harness.ts";
import { openBrowser } from "./launch.ts";
import { openTab } from "./looking.ts";

/** A new owner's content page, where files are about to be chosen. */
async function openFiles() {
  const server = await startServer({ env: ROOMY });
  const owner = await signUp(server);
  const browser = await openBrowser();
  const tab = await openTab(browser, server.base, owner.cookie);
  const { page } = tab;
  await page.goto(`${server.base}/dashboard/content?twin=${owner.twin_id}`);
  await page.getByRole("button", { name: "Add content" }).first().click();
  await page.getByText("Files", { exact: true }).click();
  return { ...tab, server, owner, browser };
}

Deno.test("files: all chosen files are reviewed together and saved from there", async () => {
  const { page, complaints, owner, ...open } = await openFiles();
  await using _server = open.server;
  await using _browser = open.browser;
  const file = (name: string, text: string) => ({
    name,
    mimeType: "text/plain",
    buffer: Buffer.from(text),
  });
  await page.locator("#files").setInputFiles([
    file("tea.md", "# Tea\n\nAt nine."),
    file("boat.srt", "1\n00:00:05,000 --> 00:00:07,000\nThe boat is red.\n"),
  ]);
  await page.getByRole("button", { name: "Read the files" }).click();
  await page.waitForURL(/\/dashboard\/content\/imports\//);
  const main = page.getByRole("main");
  await main.getByText("tea.md").waitFor();
  await main.getByText("boat.srt").waitFor();
  await page.getByRole("button", { name: "Save 2 items" }).click();
  await page.waitForURL(/\/dashboard\/content\?/);
  const { items } = await owner.json(
    "GET",
    `/twins/${owner.twin_id}/content`,
  );
  const titles = items.map(({ title }: { title: string }) => title);
  assert.ok(titles.includes("Tea") && titles.includes("boat"), titles.join());
  assert.deepEqual(complaints, []);
});

Deno.test("files: an unreadable file says why in its row", async () => {
  const { page, complaints, ...open } = await openFiles();
  await using _server = open.server;
  await using _browser = open.browser;
  await page.locator("#files").setInputFiles([
    { name: "void.md", mimeType: "text/plain", buffer: Buffer.alloc(0) },
  ]);
  await page.getByRole("button", { name: "Read the files" }).click();
  await page.getByRole("main").getByText(/empty/).waitFor();
  // The browser itself logs the refusal's status.
  const others = complaints.filter((one) => !/status of 4\d\d/.test(one));
  assert.deepEqual(others, []);
});

Deno.test("web page: accepts an address without its scheme, as people type it", async () => {
  const { page, ...open } = await openFiles();
  await using _server = open.server;
  await using _browser = open.browser;
  await page.getByText("Web page", { exact: true }).click();
  await page.getByLabel("Address of the page").fill("shop.invalid/faq");
  await page.getByRole("button", { name: "Read this page" }).click();
  await page.locator("#url-error").getByText("no server named shop.invalid")
    .waitFor();
});

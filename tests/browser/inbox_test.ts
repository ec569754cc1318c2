// The inbox in a browser: three columns, keyboard navigation, and unread marks.
import assert from "node:assert/strict";
import { ask, shareTwin, signUp, startServer } from "../harness.ts";
import { openBrowser } from "./launch.ts";
import { openTab } from "./looking.ts";

Deno.test("inbox: j and k move between conversations, e answers, filters apply at once, new ones are marked", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { chat, token } = await shareTwin(owner);
  const say = (message: string) => ask(server, chat, { message });
  const { body } = await say("Do you fly helicopters?");
  await ask(server, `/public/leads/${owner.twin_id}/${token}`, {
    session_id: body.session_id,
    email: "pilot@example.com",
  });
  await say("Who are your parents?");
  await using browser = await openBrowser();
  const { page, complaints } = await openTab(
    browser,
    server.base,
    owner.cookie,
  );
  await page.setViewportSize({ width: 1440, height: 900 });
  const list = `${server.base}/dashboard/conversations?twin=${owner.twin_id}`;
  await page.goto(list);
  const link = (name: RegExp) => page.getByRole("link", { name });
  assert.equal(await page.locator("[data-unread]").count(), 0);
  await page.getByRole("heading", { name: "Sources of this answer" }).waitFor();

  const read = page.locator(".inbox-talk");
  await read.getByText("Who are your parents?").waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await page.keyboard.press("j");
  await read.getByText("Do you fly helicopters?").waitFor();
  await read.getByText("pilot@example.com").waitFor();
  await link(/^E-mails left \(1\)$/).waitFor();
  assert.match(page.url(), /&talk=/);
  await page.keyboard.press("k");
  await page.keyboard.press("j");
  await page.keyboard.press("e");
  await page.waitForURL(/\/answer\?/);
  assert.equal(
    await page.getByLabel("Question").inputValue(),
    "Do you fly helicopters?",
  );
  await page.getByRole("button", { name: "Save and open mail" }).waitFor();

  await say("Is it late?");
  await page.goto(list);
  await page.goto(`${list}&q=parents`);
  assert.equal(await page.locator("[data-talk]").count(), 1);
  await page.getByLabel("When").selectOption("7");
  await page.waitForURL(/days=7/);
  assert.match(page.url(), /q=parents/);

  await page.keyboard.press("e");
  await page.waitForURL(/\/answer\?/);
  await page.getByRole("heading", { name: "Answer this question" }).waitFor();

  // One that arrived after the first visit, and was in no column.
  server.clock.advance(60_000);
  await say("Do you fly helicopters?");
  await say("What is new?");
  await page.goto(list);
  const unread = link(/^Unread: Do you fly helicopters/);
  await unread.click();
  await page.waitForURL(/&talk=/);
  assert.equal(await unread.count(), 0);

  await page.setViewportSize({ width: 375, height: 800 });
  await page.locator(".inbox-list").waitFor({ state: "hidden" });
  await page.getByRole("link", { name: "All conversations" }).click();
  await page.locator(".inbox-list").waitFor();
  await page.locator(".inbox-talk").waitFor({ state: "hidden" });
  assert.deepEqual(complaints, []);
});

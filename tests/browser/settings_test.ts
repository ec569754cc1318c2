// The settings in a browser: unsaved changes are marked, and a picture is cropped before it is sent.
import { Buffer } from "node:buffer";
import assert from "node:assert/strict";
import { type Member, type Server, signUp, startServer } from "../harness.ts";
import { openBrowser } from "./launch.ts";
import { openTab } from "./looking.ts";

const settings = (server: Server, { twin_id }: Member) =>
  `${server.base}/dashboard/settings?twin=${twin_id}`;

Deno.test("settings: an unsaved change stays visible until saved or discarded, and leaving asks", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  await using browser = await openBrowser();
  const { page } = await openTab(browser, server.base, owner.cookie);
  await page.goto(settings(server, owner));
  const said = page.locator("#profile").getByText("Not saved yet");
  const bio = page.getByLabel("In a sentence or two");
  assert.ok(!await said.isVisible());
  await bio.fill("I make bowls.");
  await said.waitFor();
  const preview = page.getByRole("complementary", { name: "Preview" });
  await preview.getByText("I make bowls.").waitFor();

  const asked = page.waitForEvent("dialog");
  const clicked = page.getByRole("link", { name: "Voice" }).click();
  const dialog = await asked;
  assert.equal(dialog.type(), "beforeunload");
  await dialog.dismiss();
  await clicked.catch(() => {});
  assert.equal(await bio.inputValue(), "I make bowls.");

  await page.getByRole("button", { name: "Discard" }).click();
  await said.waitFor({ state: "hidden" });
  assert.equal(await bio.inputValue(), "");
  await bio.fill("I make cups.");
  await page.getByRole("button", { name: "Save the profile" }).click();
  await page.getByText("Saved. Visitors see it").first().waitFor();
  assert.equal(await bio.inputValue(), "I make cups.");
  assert.ok(!await said.isVisible());
});

Deno.test("settings: a large picture is positioned by keyboard, cropped in the browser and saved at 512 pixels", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  await using browser = await openBrowser();
  const { page, complaints } = await openTab(
    browser,
    server.base,
    owner.cookie,
  );
  await page.goto(settings(server, owner));
  // A picture of 1600 by 800, half red, half blue.
  const png = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [1600, 800];
    const context = canvas.getContext("2d");
    for (const [x, colour] of [[0, "#f00"], [800, "#00f"]] as const) {
      if (!context) return "";
      context.fillStyle = colour;
      context.fillRect(x, 0, 800, 800);
    }
    return canvas.toDataURL("image/png").split(",")[1];
  });
  await page.getByLabel(/Choose a picture/).setInputFiles({
    name: "large.png",
    mimeType: "image/png",
    buffer: Buffer.from(png, "base64"),
  });
  const crop = page.getByRole("application");
  await crop.focus();
  for (let i = 0; i < 20; i++) await page.keyboard.press("ArrowRight");
  await page.getByRole("button", { name: "Use it" }).click();
  await page.getByText("Your twin has a new face.").first().waitFor();
  const face = page.locator("main form img").first();
  const [width, height, red, , blue] = await face.evaluate(async (node) => {
    const image = node as HTMLImageElement;
    await image.decode();
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const pixel = context?.getImageData(10, 10, 1, 1).data ?? [];
    return [image.naturalWidth, image.naturalHeight, ...pixel];
  });
  assert.deepEqual([width, height], [512, 512]);
  assert.ok(blue > 200 && red < 60, `the right half: ${red}, ${blue}`);
  assert.deepEqual(complaints, []);
});

// The embed studio: from a new key to the tick that a site is live, stored looks, and the code again.
import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { makeKey, type Member, type Server } from "../harness.ts";
import { findings, openTab, runAhead } from "./looking.ts";
import { setScene, visit } from "./scene.ts";

async function openStudio(
  browser: Browser,
  { base }: Server,
  { cookie }: Member,
): Promise<Page> {
  const { page } = await openTab(browser, base, cookie);
  await page.goto(`${base}/dashboard/embed`);
  await page.getByRole("button", { name: "Inviting" }).waitFor();
  return page;
}

Deno.test("embed studio: a look is stored with its key automatically, and used on the site", async () => {
  await using scene = await setScene();
  const { browser, server, owner, twin_id } = scene;
  const other = await makeKey(owner, {
    type: "publishable",
    allowed_domains: ["other.example"],
  });
  const page = await openStudio(browser, server, owner);
  await page.getByLabel("Site", { exact: true }).selectOption(scene.key_id);
  await page.getByRole("button", { name: "Inviting" }).click();
  await page.getByLabel("Colour as a hex code").fill("#b4532a");
  await page.getByLabel("Greeting", { exact: true }).fill("Ahoy!");
  const code = page.getByRole("region", { name: "Code for HTML" });
  await code.getByText('data-label="Ask me"').waitFor();
  await code.getByText('data-greet-after="8"').waitFor();
  await page.getByRole("button", { name: "Save the look" }).click();
  await page.getByText("paste it again").first().waitFor();
  const stored = async (id: string) =>
    (await owner.json("GET", `/api-keys?twin_id=${twin_id}`)).items
      .find((key: { id: string }) => key.id === id).appearance;
  assert.deepEqual(await stored(scene.key_id), {
    accent_color: "#b4532a",
    launcher_label: "Ask me",
    greeting: "Ahoy!",
    greet_after_seconds: 8,
  });
  assert.deepEqual(await stored(other.id), {});
  // The same key is selected, with its stored look.
  assert.equal(
    await page.getByLabel("Words on the button").inputValue(),
    "Ask me",
  );
  await page.getByLabel("Site", { exact: true }).selectOption(other.id);
  assert.equal(await page.getByLabel("Words on the button").inputValue(), "");

  await page.getByLabel("Site", { exact: true }).selectOption(scene.key_id);
  await page.getByLabel("Greeting", { exact: true }).fill("Moin!");
  await page.getByRole("button", { name: "Save the look" }).click();
  await page.getByText("within a minute").first().waitFor();
  const visitor = await visit(scene);
  await visitor.locator(".launcher").click();
  await visitor.getByText("Moin!").waitFor();
});

Deno.test("embed studio: a refusal keeps the input", async () => {
  await using scene = await setScene();
  const page = await openStudio(scene.browser, scene.server, scene.owner);
  await page.getByLabel("Words on the button").fill("Ask me");
  const seconds = page.getByLabel("Greet unprompted");
  await seconds.evaluate((node) => {
    node.setAttribute("type", "text");
    node.removeAttribute("max");
  });
  await seconds.fill("4000");
  await page.getByRole("button", { name: "Save the look" }).click();
  await page.locator("#greet_after_seconds-error").waitFor();
  assert.equal(await seconds.inputValue(), "4000");
  assert.equal(
    await page.getByLabel("Words on the button").inputValue(),
    "Ask me",
  );
});

Deno.test("embed studio: an invalid address is refused in place, and a page's full address is accepted", async () => {
  await using scene = await setScene();
  const page = await openStudio(scene.browser, scene.server, scene.owner);
  await page.getByRole("button", { name: "Add a site" }).click();
  const address = page.getByLabel("Address of the site");
  await address.fill("*.com");
  await address.press("Enter");
  await page.locator("#allowed_domains-error").waitFor();
  await page.waitForFunction(() =>
    document.activeElement?.getAttribute("name") === "allowed_domains"
  );
  assert.equal(await address.inputValue(), "*.com");
  await address.fill("https://clay.example/shop?page=2");
  await address.press("Enter");
  await page.getByText("Here is your code").waitFor();
  // The key is named after its site.
  await page.getByText("For clay.example, complete").waitFor();
  await page.getByText("Waiting for https://clay.example").waitFor();
});

Deno.test("embed studio: shows the code again, with a successor; the tick appears with the site's first call", async () => {
  await using scene = await setScene();
  const { browser, server, owner, site } = scene;
  const before = await visit(scene);
  await before.locator(".launcher").click();
  await before.getByRole("heading", { level: 2 }).waitFor();
  const page = await openStudio(browser, server, owner);
  await page.getByText("YOUR_KEY").first().waitFor();
  await page.getByText(site.origin).filter({ visible: true }).last().waitFor();
  await page.getByText("live", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Get the code again" }).click();
  await page.getByText("Here is the code again").waitFor();
  const code = page.getByRole("region", { name: "Code for HTML" });
  const text = await code.locator("code, pre").first().innerText();
  assert.match(text, /data-api-key="tw_pk_\w{38}"/);
  assert.ok(!text.includes(scene.key));
  await page.clock.install();
  await page.getByText("Waiting for").waitFor();
  await page.getByText("The previous code was last used on").waitFor();
  assert.deepEqual(await findings(page), []);

  site.html = `<h1>My site</h1>${text}`;
  const after = await visit(scene);
  await after.locator(".launcher").click();
  await after.getByRole("heading", { level: 2 }).waitFor();
  await runAhead(page, page.getByText("live", { exact: true }));
  assert.equal(await page.getByText("Waiting for").count(), 0);
});

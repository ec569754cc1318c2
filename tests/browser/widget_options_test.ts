// What a page's author can configure: attributes, commands, an element, an iframe.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { ANSWER, open, QUESTION, say, setScene, visit } from "./scene.ts";
import { servePage } from "./site.ts";

const launcher = (page: Page) => page.locator("button[aria-expanded]");

/** Before the script has loaded, as in `static/widget.d.ts`. */
const STUB =
  "<script>window.Twincast = window.Twincast || function () { (Twincast.q = Twincast.q || []).push(arguments) }</script>";

Deno.test("widget: what a page's author can configure", async (t) => {
  await using scene = await setScene();
  const { server, site, script, twin_id, key } = scene;
  const step = (name: string, run: () => Promise<void>) =>
    t.step(name, async () => {
      Object.assign(site, { html: script(), head: "", headers: {} });
      await run();
    });

  await step("position, theme, accent and greeting", async () => {
    site.html = script(
      `data-position="bottom-left" data-theme="dark" data-accent="#ffee00" data-greeting="Ahoy!"`,
    );
    const page = await open(scene);
    await page.getByText("Ahoy!").waitFor();
    const look = await launcher(page).evaluate((node) => {
      const { left, color } = {
        left: node.getBoundingClientRect().left,
        color: getComputedStyle(node).color,
      };
      const section = node.parentElement?.querySelector("section");
      const { backgroundColor } = getComputedStyle(section ?? node);
      return { left, color, backgroundColor };
    });
    assert.ok(look.left < 100);
    // Dark text on the light accent.
    assert.match(look.color, /srgb-linear 0 0 0/);
    assert.match(look.backgroundColor, /^rgb\((\d|[1-5]\d), /);
  });

  await step("an invalid accent changes nothing", async () => {
    site.html = script(`data-accent="red;} * { display: none"`);
    const page = await visit(scene);
    await launcher(page).waitFor();
  });

  await step("its language, right to left where needed", async () => {
    site.html = script(`data-lang="ar-EG"`);
    const page = await open(scene);
    await page.getByText("ذكاء اصطناعي").first().waitFor();
    const direction = await page.getByRole("textbox").evaluate((node) =>
      getComputedStyle(node).direction
    );
    assert.equal(direction, "rtl");
    await page.getByText("أنت تتحدث إلى ذكاء اصطناعي").waitFor();
    const asked = page.waitForRequest((request) => request.method() === "POST");
    await say(page, "Qwertz?");
    assert.equal((await asked).headers()["accept-language"], "ar");
  });

  await step("opened at once, without taking the focus", async () => {
    site.html = script("data-open");
    const page = await visit(scene);
    await page.getByRole("textbox").waitFor();
    assert.equal(
      await page.evaluate("document.activeElement.localName"),
      "body",
    );
  });

  await step("no launcher, controlled by the page", async () => {
    site.html = `${STUB}<button onclick="Twincast('toggle')">Ask me</button>
      <script>
        var told = [];
        for (const event of ["ready", "open", "close", "message", "answer", "reset", "destroy"]) {
          Twincast("on", event, ({ twin_id }) => told.push(event + " " + twin_id));
        }
        Twincast("on", "open", () => { throw Error("A listener of the page's") });
        Twincast("ask", "${QUESTION}");
      </script>${script('data-launcher="none"')}`;
    const page = await visit(scene);
    await page.getByText(ANSWER).first().waitFor();
    assert.equal(await launcher(page).count(), 0);
    await page.getByRole("button", { name: "Copy" }).waitFor();
    await page.evaluate("Twincast('close')");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Ask me" }).click();
    await page.getByRole("dialog").waitFor();
    await page.evaluate("Twincast('reset')");
    await page.getByText(QUESTION).waitFor({ state: "detached" });
    await page.evaluate("Twincast('destroy')");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    const told = await page.evaluate("told") as string[];
    assert.ok(told.every((line) => line.endsWith(twin_id)));
    assert.deepEqual(
      [...new Set(told.map((line) => line.split(" ")[0]))].sort(),
      ["answer", "close", "destroy", "message", "open", "ready", "reset"],
    );
  });

  await step("how long the conversation is remembered", async () => {
    const kept = [["session", 1, 0], ["local", 0, 1], ["none", 0, 0]];
    for (const [persist, session, local] of kept) {
      site.html = script(`data-persist="${persist}"`);
      const page = await open(scene);
      await say(page, QUESTION);
      await page.getByText(ANSWER).first().waitFor();
      const stored = await page.evaluate(
        "[sessionStorage.length, localStorage.length, document.cookie.length]",
      );
      assert.deepEqual(stored, [session, local, 0], `${persist}`);
    }
  });

  await step("as an element in the page", async () => {
    site.html =
      `<script async src="${server.base}/widget.js"></script><main style="--twincast-height: 400px"><twincast-chat twin-id="${twin_id}" api-key="${key}"></twincast-chat></main>`;
    const page = await visit(scene);
    await say(page, QUESTION);
    await page.getByText(ANSWER).first().waitFor();
    assert.equal(await launcher(page).count(), 0);
    const box = await page.locator("twincast-chat").boundingBox();
    assert.equal(box?.height, 400);
    // An app that moves the element keeps the conversation.
    await page.evaluate(() => {
      const chat = document.querySelector("twincast-chat");
      document.body.prepend(chat ?? "");
    });
    await page.getByText(ANSWER).first().waitFor();
  });

  await step("as an iframe, on the key's domains only", async () => {
    const frame =
      `<iframe title="Chat" src="${server.base}/embed/${twin_id}?key=${key}" width="400" height="600"></iframe>`;
    site.html = frame;
    const page = await visit(scene);
    const chat = page.frameLocator("iframe");
    await chat.getByRole("textbox").fill(QUESTION);
    await chat.getByRole("textbox").press("Enter");
    await chat.getByText(ANSWER).first().waitFor();
    await using stranger = servePage();
    stranger.html = frame;
    const refused = await visit({ ...scene, site: stranger });
    assert.equal(
      await refused.frameLocator("iframe").getByRole("textbox").count(),
      0,
    );
  });
});

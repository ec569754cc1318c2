// The widget for everyone: keyboard, screen reader, small screens, reduced motion.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { dress, findings, runAhead } from "./looking.ts";
import { say as answerWith } from "../model_server.ts";
import { ANSWER, open, QUESTION, say, setScene, visit } from "./scene.ts";

Deno.test("widget: axe finds nothing serious, open and answered, light and dark, wide and at 320 pixels", async () => {
  await using scene = await setScene({
    env: { TWINCAST_LIMIT_SESSION: "1/60s" },
  });
  const { twin_id } = scene;
  await scene.owner.json("PATCH", `/twins/${twin_id}`, {
    suggested_questions: [QUESTION, "Where is your teapot from?"],
    bio: "Tea, and what belongs to it.",
  });
  const page = await open(scene, { reducedMotion: "reduce" });
  await say(page, QUESTION);
  await page.getByText(ANSWER).first().waitFor();
  await page.getByRole("button", { name: "Copy" }).waitFor();
  await page.locator(".chip").first().click();
  await say(page, "And then?");
  await page.getByText("Too many messages.").first().waitFor();
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 700 });
    for (const colorScheme of ["light", "dark"] as const) {
      await dress(page, colorScheme);
      assert.deepEqual(await findings(page), [], `${colorScheme} ${width}`);
    }
    const over = await page.evaluate(() =>
      document.documentElement.scrollWidth - innerWidth
    );
    assert.ok(over <= 0);
    const panel = await page.getByRole("dialog").boundingBox();
    // Below 640 pixels it fills the screen.
    assert.equal(panel?.width, width === 320 ? 320 : 400);
  }
  await page.context().close();
});

Deno.test("widget: works by keyboard alone, and is announced once", async () => {
  await using scene = await setScene();
  scene.site.html = `<a href="#">A link</a>${scene.script()}<input id="own">`;
  const page = await visit(scene);
  const launcher = page.getByRole("button", { name: "Open chat" });
  await launcher.focus();
  const heard: string[] = [];
  await page.exposeFunction("hear", (text: string) => heard.push(text));
  await page.keyboard.press("Enter");
  const input = page.getByRole("textbox", { name: "Write a message" });
  await input.waitFor();
  await page.waitForFunction(
    "document.activeElement?.shadowRoot?.activeElement?.localName === 'textarea'",
  );
  await page.getByRole("status").evaluate((node) => {
    const { hear } = globalThis as unknown as { hear(text: string): void };
    new MutationObserver(() => hear(node.textContent ?? "")).observe(node, {
      childList: true,
    });
  });
  await page.keyboard.type(QUESTION);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Copy" }).waitFor();
  assert.equal(heard.length, 1, "an answer is announced once");
  assert.match(heard[0], /every morning at seven/);
  // Tab leaves it: no trap.
  const own = page.locator("#own");
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press("Tab");
    if (await own.evaluate((node) => node === document.activeElement)) break;
  }
  assert.ok(await own.evaluate((node) => node === document.activeElement));
  await input.focus();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  assert.ok(
    await launcher.evaluate((node) =>
      (node.getRootNode() as ShadowRoot).activeElement === node
    ),
    "the focus comes back to the launcher",
  );
});

Deno.test("widget: the page's shortcuts do not see typing, and reduced motion is respected", async () => {
  await using scene = await setScene();
  scene.site.html =
    `<script>var keys = 0; addEventListener("keydown", () => keys++)</script>${scene.script()}`;
  const page = await open(scene, { reducedMotion: "reduce" });
  const animations = await page.evaluate("document.getAnimations().length");
  assert.equal(animations, 0);
  await page.getByRole("textbox").pressSequentially("hello");
  assert.equal(await page.evaluate("keys"), 0);
});

Deno.test("widget: axe finds nothing serious in any state: light, dark and in forced colours", async () => {
  await using scene = await setScene({ has_model: true });
  if (scene.model) {
    scene.model.script = () =>
      answerWith(
        "I drink oolong tea every morning at seven. [1]\n\n",
        "| When | What |\n|---|---|\n| seven | a very_long_word_".padEnd(
          300,
          "x",
        ),
        " |\n\n```\nconst tea = 'oolong';\n```\n\nSee https://a.example/ too.",
      );
  }
  const schemes = [
    { colorScheme: "light", forcedColors: "none" },
    { colorScheme: "dark", forcedColors: "none" },
    { colorScheme: "dark", forcedColors: "active" },
  ] as const;
  const look = async (page: Page, state: string) => {
    for (const scheme of schemes) {
      await page.emulateMedia(scheme);
      const found = await findings(page);
      assert.deepEqual(found, [], `${state}: ${JSON.stringify(scheme)}`);
    }
  };
  scene.site.html = scene.script('data-greet-after="0" data-label="Ask me"');
  const page = await visit(scene, {
    viewport: { width: 375, height: 700 },
    reducedMotion: "reduce",
  });
  await page.locator(".greet").waitFor();
  await look(page, "greeting");
  await page.locator(".greet button").first().click();
  await page.getByRole("heading", { level: 2 }).waitFor();
  await page.locator("textarea").fill("x".repeat(4_100));
  await look(page, "too long");
  await say(page, QUESTION);
  await page.getByRole("button", { name: "Copy" }).waitFor();
  await page.locator(".chip").first().click();
  await page.getByRole("button", { name: "Bad answer" }).click();
  await page.getByLabel("What was wrong").waitFor();
  await look(page, "answered");
  const over = await page.locator("section").evaluate((node) =>
    node.scrollWidth - node.clientWidth
  );
  assert.ok(over <= 0, "nothing widens the panel");
  await page.clock.install();
  await page.context().setOffline(true);
  await page.locator("textarea").fill("And then?");
  await page.locator("textarea").press("Enter");
  await runAhead(page, page.getByRole("button", { name: "Try again" }));
  await look(page, "offline");
  await page.context().close();

  // Without an answer, and before the panel has loaded.
  scene.site.html = scene.script();
  const other = await visit(scene, { reducedMotion: "reduce" });
  await other.route(/\/widget\/\w+\.js/, (route) => route.abort());
  await other.locator(".launcher").click();
  await other.getByRole("alert").waitFor();
  await look(other, "without a panel");
  await other.context().close();
});

Deno.test("widget: in forced colours every button and field has a border", async () => {
  await using scene = await setScene();
  const page = await open(scene, { forcedColors: "active" });
  await say(page, "Do you fly helicopters?");
  await page.getByLabel("Your e-mail").waitFor();
  const without = await page.locator(".root").evaluate((root) =>
    [...root.querySelectorAll("button, input, textarea")]
      .filter((node) => node.checkVisibility())
      .filter((node) => {
        const { borderTopStyle, borderTopWidth } = getComputedStyle(node);
        return borderTopStyle !== "solid" || borderTopWidth === "0px";
      }).map((node) => node.outerHTML)
  );
  assert.deepEqual(without, []);
});

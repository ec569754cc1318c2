// The widget for everyone: keyboard, screen reader, small screens, motion.
import assert from "node:assert/strict";
import { findings } from "./looking.ts";
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
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1280, 320]) {
      const page = await open(scene, {
        colorScheme,
        viewport: { width, height: 700 },
        reducedMotion: "reduce",
      });
      await say(page, QUESTION);
      await page.getByText(ANSWER).first().waitFor();
      await page.getByRole("button", { name: "Copy" }).waitFor();
      await page.locator(".chip").first().click();
      await say(page, "And then?");
      await page.getByText("Too many messages.").first().waitFor();
      assert.deepEqual(await findings(page), [], `${colorScheme} ${width}`);
      const over = await page.evaluate(() =>
        document.documentElement.scrollWidth - innerWidth
      );
      assert.ok(over <= 0);
      const panel = await page.getByRole("dialog").boundingBox();
      // Below 640 pixels it fills the screen.
      assert.equal(panel?.width, width === 320 ? 320 : 400);
      await page.context().close();
    }
  }
});

Deno.test("widget: by the keyboard alone, and heard once", async () => {
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

Deno.test("widget: the page's shortcuts do not hear what is typed, and no animation runs where none is wanted", async () => {
  await using scene = await setScene();
  scene.site.html =
    `<script>var keys = 0; addEventListener("keydown", () => keys++)</script>${scene.script()}`;
  const page = await open(scene, { reducedMotion: "reduce" });
  const animations = await page.evaluate("document.getAnimations().length");
  assert.equal(animations, 0);
  await page.getByRole("textbox").pressSequentially("hello");
  assert.equal(await page.evaluate("keys"), 0);
});

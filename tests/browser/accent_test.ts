// The creator's colour: from the widget's first paint, wherever a visitor looks, and always legible.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { dress } from "./looking.ts";
import { setScene, visit } from "./scene.ts";

const launcher = (page: Page) => page.locator(".launcher");

const THEMES = ["light", "dark"] as const;
const ACCENTS = ["#ffffff", "#0b2a6b"];

/** The colours of an element's background and text, or of a drawing's parts, as red, green, blue. */
function colours(page: Page, selector: string): Promise<number[][]> {
  return page.locator(selector).first().evaluate((node) => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d")!;
    const rgb = (colour: string) => {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
    };
    const { backgroundColor, color } = getComputedStyle(node);
    if (!(node instanceof SVGElement)) {
      return [rgb(backgroundColor), rgb(color)];
    }
    return [...node.children].map((part) => rgb(getComputedStyle(part).fill));
  });
}

/** WCAG 2's contrast of two colours. */
function contrast(a: number[], b: number[]): number {
  const [high, low] = [a, b].map((rgb) => {
    const [red, green, blue] = rgb.map((value) => {
      const share = value / 255;
      return share <= 0.04045
        ? share / 12.92
        : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  }).sort((one, other) => other - one);
  return high / low;
}

Deno.test("the accent: applies to the launcher from its first paint and to the share page, and is legible in any colour", async () => {
  await using scene = await setScene();
  const { owner, twin_id, site, script } = scene;
  const { share_url } = await owner.json(
    "GET",
    `/twins/${twin_id}/share-link`,
  );
  for (const accent of ACCENTS) {
    const hex = accent.slice(1).match(/../g) ?? [];
    const rgb = hex.map((part) => parseInt(part, 16));
    await owner.json("PATCH", `/twins/${twin_id}`, {
      accent_color: accent,
      suggested_questions: ["When do you drink tea?"],
    });
    site.html = script(`data-accent="${accent}"`);
    const page = await visit(scene, { reducedMotion: "reduce" });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    for (const theme of THEMES) {
      await dress(page, theme);
      const [ground, text] = await colours(page, ".launcher");
      assert.deepEqual(ground, rgb);
      assert.ok(contrast(ground, text) >= 4.5, `launcher of ${accent}`);
    }
    assert.deepEqual(asked, []);

    await launcher(page).click();
    await page.getByRole("textbox").waitFor();
    for (const theme of THEMES) {
      await dress(page, theme);
      assert.deepEqual((await colours(page, "header"))[0], rgb);
      const [panel] = await colours(page, "section");
      const [, chip] = await colours(page, ".chips > button");
      assert.ok(contrast(panel, chip) >= 4.5, `chip of ${accent}, ${theme}`);
      const ring = await page.locator("textarea").evaluate((node) => {
        const { outlineColor, borderColor } = getComputedStyle(node);
        return [outlineColor, borderColor];
      });
      assert.equal(ring[0], ring[1]);
      const face = await colours(page, ".face");
      assert.ok(contrast(face[0], face[1]) >= 4.5, `face of ${accent}`);
    }
    const crosses = page.getByRole("button", { name: "Close chat" });
    assert.equal(await crosses.count(), 1);

    await page.goto(share_url);
    for (const theme of THEMES) {
      await dress(page, theme);
      const [tint, on_tint] = await colours(page, "header svg");
      assert.deepEqual(tint, rgb);
      assert.ok(contrast(tint, on_tint) >= 4.5, `face of ${accent}`);
    }
    await page.context().close();
  }
  // The creator chose dark, whatever the visitor's system says.
  await owner.json("PATCH", `/twins/${twin_id}`, { page_theme: "dark" });
  const page = await visit(scene, { colorScheme: "light" });
  await page.goto(share_url);
  const [ground, text] = await colours(page, ".twin-page");
  assert.ok(Math.max(...ground) < 64, `the ground is ${ground}`);
  assert.ok(contrast(ground, text) >= 4.5);
});

Deno.test("widget: a click before the twin's profile has loaded opens the panel", async () => {
  await using scene = await setScene();
  const page = await visit(scene);
  const held = Promise.withResolvers<void>();
  await page.route(/\/chat-widget\/\w+(\?|$)/, async (route) => {
    await held.promise;
    await route.continue();
  });
  const box = await launcher(page).boundingBox();
  assert.ok(box);
  const come = page.waitForResponse(/\/chat-widget\//);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  held.resolve();
  await (await come).finished();
  // Its name in the twin's words shows that the profile has loaded.
  await page.locator("section[aria-label]").waitFor({ state: "attached" });
  await page.mouse.up();
  await page.getByRole("dialog").waitFor();
});

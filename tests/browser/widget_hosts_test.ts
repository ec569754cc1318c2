// The widget on difficult pages: strict policies, hostile styles and scripts, single-page apps.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { widgetVersion } from "../../lib/embed/widget_versions.ts";
import { makeKey, shareTwin, signUp } from "../harness.ts";
import { ANSWER, open, QUESTION, say, setScene, visit } from "./scene.ts";

const launchers = (page: Page) => page.locator("button[aria-expanded]");

Deno.test("widget: on difficult pages", async (t) => {
  await using scene = await setScene();
  const { server, site, script } = scene;
  const plain = site.html;
  const step = (name: string, run: () => Promise<void>) =>
    t.step(name, async () => {
      Object.assign(site, { html: plain, head: "", headers: {} });
      await run();
    });
  /** The panel opens and answers. */
  const works = async (page: Page) => {
    await launchers(page).first().click();
    await say(page, QUESTION);
    await page.getByText(ANSWER).first().waitFor();
  };

  await step("under a strict policy with Trusted Types", async () => {
    site.headers["content-security-policy"] =
      `default-src 'none'; script-src ${server.base}; connect-src ${server.base}; require-trusted-types-for 'script'; trusted-types 'none'`;
    const page = await open(scene);
    const problems: string[] = [];
    page.on("console", (m) => m.type() === "error" && problems.push(m.text()));
    await say(page, QUESTION);
    await page.getByText(ANSWER).first().waitFor();
    assert.deepEqual(problems, []);
  });

  await step("under a nonce-only policy", async () => {
    site.headers["content-security-policy"] =
      `script-src 'nonce-abc'; connect-src ${server.base}`;
    site.html = plain.replace("<script ", '<script nonce="abc" ');
    await works(await visit(scene));
  });

  await step(
    "pinned: everything is in the one checked file",
    async () => {
      const whole = await server.fetch("/widget.whole.js");
      const { version, integrity } = widgetVersion(await whole.bytes());
      site.html = plain.replace(
        `src="${server.base}/widget.js"`,
        `src="${server.base}/widget/${version}.js" integrity="${integrity}" crossorigin="anonymous"`,
      );
      const page = await visit(scene);
      const scripts: string[] = [];
      page.on("request", (request) => {
        if (request.resourceType() === "script") scripts.push(request.url());
      });
      await works(page);
      assert.deepEqual(scripts, []);
    },
  );

  await step("with styles that reset everything", async () => {
    site.head =
      "<style>* { all: unset !important } button, textarea { display: none !important } div { opacity: 0 !important; pointer-events: none !important }</style>";
    const page = await visit(scene);
    const box = await launchers(page).boundingBox();
    assert.ok(box && box.width >= 44 && box.height >= 44);
    await works(page);
  });

  await step("with frozen prototypes and a polluted Array", async () => {
    site.head = `<script>
      Array.prototype.extra = () => { throw Error("Not yours"); };
      Object.prototype.className = "mine";
      Object.prototype.onclick = "mine";
      for (const kind of [Object, Array, Function, String, Promise, Map, Set]) Object.freeze(kind.prototype);
    </script>`;
    const page = await visit(scene);
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await works(page);
    assert.deepEqual(errors, []);
  });

  await step("in an app that replaces the body", async () => {
    const page = await visit(scene);
    await launchers(page).waitFor();
    await page.evaluate(() => {
      document.body = document.createElement("body");
      document.documentElement.replaceChildren(document.body);
    });
    await works(page);
  });

  await step("loaded twice by mistake", async () => {
    site.html = plain + script() + script();
    const page = await visit(scene);
    await page.waitForLoadState("networkidle");
    assert.equal(await launchers(page).count(), 1);
    await works(page);
  });

  await step("two twins side by side, one open at a time", async () => {
    const other = await signUp(server);
    await shareTwin(other);
    const { key } = await makeKey(other, {
      type: "publishable",
      allowed_domains: [site.origin],
    });
    site.html = plain +
      `<script async src="${server.base}/widget.js" data-twin-id="${other.twin_id}" data-api-key="${key}"></script>`;
    const page = await visit(scene);
    await page.waitForLoadState("networkidle");
    assert.equal(await launchers(page).count(), 2);
    const [one, two] = await Promise.all(
      [0, 1].map((n) => launchers(page).nth(n).boundingBox()),
    );
    assert.ok(one && two && Math.abs(one.x - two.x) >= one.width);
    await launchers(page).first().click();
    await page.getByRole("dialog").waitFor();
    await launchers(page).nth(1).click();
    await page.getByRole("textbox").waitFor();
    assert.equal(await page.getByRole("dialog").count(), 1);
    assert.equal(
      await launchers(page).first().getAttribute("aria-expanded"),
      "false",
    );
  });

  await step(
    "behind a slow network: on a slow network: no layout shift, and the panel opens",
    async () => {
      const page = await (await scene.browser.newContext()).newPage();
      const opened = Promise.withResolvers<void>();
      await page.route(/chat-widget/, async (route) => {
        await opened.promise;
        await route.continue();
      });
      await page.addInitScript(() => {
        const shifts: number[] = [];
        Object.assign(globalThis, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            shifts.push((entry as PerformanceEntry & { value: number }).value);
          }
        }).observe({ type: "layout-shift", buffered: true });
      });
      await page.goto(site.origin);
      await launchers(page).click();
      assert.equal(await launchers(page).getAttribute("aria-expanded"), "true");
      opened.resolve();
      await page.getByRole("textbox").waitFor();
      assert.deepEqual(await page.evaluate("shifts"), []);
    },
  );
});

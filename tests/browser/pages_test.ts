// Every page, as an owner and as a viewer, wide and narrow, light and dark.
import { AxeBuilder } from "@axe-core/playwright";
import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { invite, type Member, ROOMY, signUp, startServer } from "../harness.ts";
import { launchBrowser } from "./launch.ts";
import { fillTeam, PAGES } from "./pages.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function signedIn(
  browser: Browser,
  base: string,
  member: Member,
  look: { width: number; colorScheme: "light" | "dark" },
): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 800 },
    colorScheme: look.colorScheme,
    bypassCSP: false,
  });
  const [name, value] = member.cookie.split("=");
  await context.addCookies([{ name, value, url: base }]);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("requestfailed", (request) => problems.push(request.url()));
  return { page, problems };
}

/** What axe finds serious or critical, as one line a finding. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS)
    .analyze();
  return violations.filter(({ impact }) =>
    /serious|critical/.test(impact ?? "")
  )
    .map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`);
}

const OVERFLOW =
  "document.documentElement.scrollWidth - document.documentElement.clientWidth";

Deno.test("pages: no error, no sideways scroll, nothing serious for axe", async (t) => {
  await using server = await startServer({ env: ROOMY });
  const owner = await signUp(server);
  const viewer = await invite(server, owner, "viewer");
  const filled = await fillTeam(server, owner);
  await using browser = await launchBrowser();
  const looks = [
    { who: "owner", member: owner, width: 1440, colorScheme: "light" },
    { who: "owner", member: owner, width: 375, colorScheme: "dark" },
    { who: "viewer", member: viewer, width: 768, colorScheme: "light" },
  ] as const;
  for (const { who, member, ...look } of looks) {
    const { page, problems } = await signedIn(
      browser,
      server.base,
      member,
      look,
    );
    for (const [route, path] of Object.entries(PAGES)) {
      await t.step(
        `${route} as ${who}, ${look.width}, ${look.colorScheme}`,
        async () => {
          problems.length = 0;
          await page.goto(server.base + path(owner.twin_id, filled));
          assert.deepEqual(problems, []);
          const overflow = await page.evaluate<number>(OVERFLOW);
          assert.ok(overflow <= 0, `${overflow} pixels too wide`);
          assert.equal(await page.locator("h1").count(), 1);
          assert.deepEqual(await findings(page), []);
          const html = await page.content();
          assert.doesNotMatch(html, /tw_[ps]k_\w{32}|password_hash|argon2/);
        },
      );
    }
  }
});

Deno.test("pages: the list holds every page there is", async () => {
  const root = new URL("../../routes/dashboard/", import.meta.url);
  async function* pages(folder: URL, prefix: string): AsyncGenerator<string> {
    for await (const { name, isDirectory } of Deno.readDir(folder)) {
      if (isDirectory) {
        const inner = new URL(`${encodeURIComponent(name)}/`, folder);
        yield* pages(inner, `${prefix}/${name}`);
      } else if (name.endsWith(".tsx")) {
        yield `${prefix}/${name.replace(/\.tsx$/, "")}`
          .replace(/\/index$/, "").replace(/\[(\w+)\]/g, "{$1}");
      }
    }
  }
  for await (const path of pages(root, "/dashboard")) {
    assert.ok(
      path in PAGES,
      `${path} is walked by no test: add it to pages.ts`,
    );
  }
});

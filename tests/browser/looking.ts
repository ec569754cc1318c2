// Inspects a page: browser errors, axe findings, overflow.
import axe from "axe-core/axe.min.js";
import type Axe from "axe-core";
import type { Browser, Locator, Page } from "playwright-core";
import { until } from "../until.ts";

/** Axe itself, minified: every page gets all of it. In ASCII it is half as long on its way to the browser. */
const AXE = (axe.source as string).replace(
  /[^\0-\x7f]/g,
  (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
);

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** A tab, signed in if there is a cookie, with all problems its browser logged. */
export async function openTab(
  browser: Browser,
  base: string,
  cookie: string | null,
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  if (cookie) {
    const [name, value] = cookie.split("=");
    await context.addCookies([{ name, value, url: base }]);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await withoutGlass(page);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    // Leaving a page cancels its pending requests.
    if (why !== "net::ERR_ABORTED") complaints.push(`${request.url()}: ${why}`);
  });
  return { page, complaints };
}

/**
 * Requests reduced transparency: without a graphics card frosted glass takes most of a test's time. `dress` restores
 * it.
 */
export async function withoutGlass(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setEmulatedMedia", {
    features: [
      { name: "prefers-reduced-transparency", value: "reduce" },
      { name: "prefers-reduced-motion", value: "reduce" },
    ],
  });
}

/**
 * Lets a page's time run ahead until something is visible: what waits between two tries is not waited for. Its clock
 * must have been installed (`page.clock.install()`).
 */
export async function runAhead(page: Page, target: Locator): Promise<void> {
  await until(async () => {
    await page.clock.runFor(4_000);
    return await target.isVisible();
  }, `${target}`);
}

/** A link's target as an absolute URL. */
export function hrefOf(link: Locator): Promise<string> {
  return link.evaluate((node) => (node as HTMLAnchorElement).href);
}

/** Switches the theme without transitions: each step of one is a full repaint. */
export async function dress(page: Page, colorScheme: "light" | "dark") {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction(() => {
    const running = document.getAnimations();
    for (const animation of running) animation.finish();
    return running.length === 0;
  });
}

/** Axe findings that are serious or critical, one line each; only within `within` if given. */
export async function findings(page: Page, within?: string): Promise<string[]> {
  // Injecting half a megabyte takes longer than running it.
  for (const frame of page.frames()) {
    const is_there = await frame.evaluate(() => "axe" in globalThis);
    if (!is_there) await frame.evaluate(AXE);
  }
  const violations = await page.evaluate(
    async ([within, tags]) => {
      const { axe } = globalThis as unknown as { axe: typeof Axe };
      const { violations } = await axe.run(within ?? document, {
        runOnly: tags,
        resultTypes: ["violations"],
        // None of these rules needs style sheets, which would be fetched again.
        preload: false,
      });
      return violations;
    },
    [within, TAGS] as const,
  );
  return violations
    .filter(({ impact }) => /serious|critical/.test(impact ?? ""))
    .map(({ id, nodes: [node, ...more] }) => {
      const why = node.failureSummary?.split("\n")[1]?.trim();
      const where = node.html.slice(0, 160);
      return `axe, ${id}: ${why} ${where} and ${more.length} more`;
    });
}

/** Frames after which a page's width is stable. */
const FRAMES = 20;

/** Sets the window's width and returns by how many pixels the page is wider. */
export async function sideways(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 });
  const [over, widest] = await page.evaluate(async (frames) => {
    const { documentElement } = document;
    const over = () =>
      documentElement.scrollWidth - documentElement.clientWidth;
    // Rules for the former width may apply for a few frames; a page that is really too wide stays so.
    for (let n = 0; n < frames && (n === 0 || over() > 0); n++) {
      await new Promise(requestAnimationFrame);
    }
    const outside = [...document.querySelectorAll("main *")].find((node) =>
      node.getBoundingClientRect().right > documentElement.clientWidth + 1
    );
    return [over(), outside?.outerHTML.slice(0, 120)] as const;
  }, FRAMES);
  return over > 0 ? [`${over} pixels too wide at ${width}: ${widest}`] : [];
}

/** Faults in a page's markup for screen readers, hidden parts included. */
export function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll(selector)];
    const show = (node: Element) => node.outerHTML.slice(0, 160);
    const faults: string[] = [];
    const ids = all("[id]").map(({ id }) => id);
    for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) < i))) {
      faults.push(`the id ${id} stands twice`);
    }
    const headings = all("h1").length;
    if (headings !== 1) faults.push(`${headings} headings of the first rank`);
    const textOf = (id: string) => document.getElementById(id)?.textContent;
    for (const control of all("input, select, textarea, button")) {
      if (control.matches("[type=hidden], [aria-hidden=true]")) continue;
      const { labels } = control as HTMLInputElement;
      const by = control.getAttribute("aria-labelledby")?.split(" ") ?? [];
      const name = [
        control.getAttribute("aria-label"),
        ...by.map(textOf),
        ...[...labels ?? []].map((label) => label.textContent),
        control.matches("button") ? control.textContent : "",
      ].join("").trim();
      if (!name) faults.push(`a control without a name: ${show(control)}`);
    }
    const pointers = [
      "for",
      "aria-describedby",
      "aria-labelledby",
      "aria-controls",
      "commandfor",
      "popovertarget",
    ];
    for (const attribute of pointers) {
      for (const node of all(`[${attribute}]`)) {
        const wanted = node.getAttribute(attribute)?.split(" ") ?? [];
        if (wanted.some((id) => !document.getElementById(id))) {
          faults.push(`${attribute} leads nowhere: ${show(node)}`);
        }
      }
    }
    for (const link of all('a:not([href]), a[href=""], a[href="#"]')) {
      faults.push(`a link to nowhere: ${show(link)}`);
    }
    for (const button of all('button:not([type="button"])')) {
      if ((button as HTMLButtonElement).form) continue;
      faults.push(`a button that sends nothing: ${show(button)}`);
    }
    return faults;
  });
}

/** Tab stops without a visible focus style. */
export async function unseenStops(page: Page): Promise<string[]> {
  // From here on the browser treats focus as keyboard focus.
  await page.keyboard.press("Tab");
  return await page.evaluate(() => {
    const stops = [
      ...document.querySelectorAll<HTMLElement>(
        "a[href], button, input, select, textarea, summary, [tabindex='0']",
      ),
    ].filter((node) =>
      node.tabIndex >= 0 && !node.matches(":disabled, [type=hidden]") &&
      node.checkVisibility({ visibilityProperty: true })
    );
    const lookOf = (stop: HTMLElement) => {
      const { labels } = stop as HTMLInputElement;
      return [stop, ...labels ?? [], stop.parentElement ?? stop].map((node) => {
        const { outline, outlineStyle, boxShadow, borderColor } =
          getComputedStyle(node);
        return [outlineStyle !== "none" && outline, boxShadow, borderColor];
      }).join();
    };
    const unseen: string[] = [];
    for (const stop of stops) {
      (document.activeElement as HTMLElement | null)?.blur();
      const before = lookOf(stop);
      stop.focus();
      if (document.activeElement !== stop || lookOf(stop) === before) {
        unseen.push(`its focus is not seen: ${stop.outerHTML.slice(0, 160)}`);
      }
    }
    (document.activeElement as HTMLElement | null)?.blur();
    return unseen;
  });
}

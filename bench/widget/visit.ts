import type { BrowserContext, CDPSession, Page } from "playwright-core";
import type { Scene } from "../../tests/browser/scene.ts";
import type { HostPage, Name } from "./pages.ts";
import { probe } from "./probe.ts";

/** A visitor's screen, processor and network. */
export type Profile = {
  name: string;
  rounds: number;
  screen: { width: number; height: number };
  /** The factor by which the processor is slowed down. */
  slowdown: number;
  /** Round trip in ms, and bytes per second. */
  network?: {
    latency: number;
    downloadThroughput: number;
    uploadThroughput: number;
  };
};

const kilobits = (count: number) => count * 1000 / 8;

export const DESKTOP: Profile = {
  name: "desktop",
  rounds: 9,
  screen: { width: 1280, height: 800 },
  slowdown: 1,
};

/** A phone on slow 4G. */
export const PHONE: Profile = {
  name: "phone",
  rounds: 5,
  screen: { width: 375, height: 812 },
  slowdown: 4,
  network: {
    latency: 150,
    downloadThroughput: kilobits(1600),
    uploadThroughput: kilobits(750),
  },
};

/** One visit, from the start of the navigation until some time after the launcher appears. */
export type Visit = {
  shown_ms: number;
  /** Compiling and running scripts over the whole visit, without the probe. */
  script_ms: number;
  /** All tasks of the main thread. */
  task_ms: number;
  layout_shift: number;
  long_tasks: number;
  /** Requests besides the page itself, by the end of the visit. */
  requests: number;
  /** Bodies received when the launcher appeared, in transfer size. */
  bytes: number;
  /** Cookies and entries of storages, databases and caches, of any origin. */
  stored: number;
};

/** The median for times; the maximum for what should not exist at all. */
export type Figures = Record<Name, Visit>;

/** Time for what a widget does after its launcher appears. */
const SETTLE_MS = 250;
const PATIENCE_MS = 20_000;

/** Visits a page as a new visitor. */
export async function visit(
  { browser, site }: Scene,
  { html, launcher }: HostPage,
  profile: Profile,
): Promise<Visit> {
  site.html = html;
  const context = await browser.newContext({ viewport: profile.screen });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await slowDown(cdp, profile);
    const wire = watchWire(cdp, site.origin);
    const shown = new Promise((resolve) =>
      cdp.once("Runtime.bindingCalled", resolve)
    );
    await cdp.send("Runtime.enable");
    await cdp.send("Runtime.addBinding", { name: "launcherShown" });
    await cdp.send("Performance.enable");
    await page.addInitScript(probe, launcher);
    await page.goto(site.origin, { waitUntil: "commit" });
    await deadline(shown, `${launcher} did not come on screen`);
    const { bytes } = wire;
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    const times = await readTimes(cdp);
    const { probe_ms, ...seen } = await page.evaluate(() => globalThis.seen);
    return {
      ...seen,
      script_ms: times.script_ms - probe_ms,
      task_ms: times.task_ms - probe_ms,
      bytes,
      requests: wire.requests,
      stored: await countStored(context, page),
    };
  } finally {
    await context.close();
  }
}

async function slowDown(cdp: CDPSession, profile: Profile): Promise<void> {
  await cdp.send("Network.enable");
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: profile.slowdown });
  if (!profile.network) return;
  await cdp.send("Network.emulateNetworkConditions", {
    offline: false,
    ...profile.network,
  });
}

/** Counts the page's requests besides itself. */
function watchWire(cdp: CDPSession, origin: string) {
  const wire = { requests: 0, bytes: 0 };
  const isPage = (url: string) => url === `${origin}/`;
  cdp.on("Network.requestWillBeSent", ({ request: { url } }) => {
    if (!isPage(url) && url.startsWith("http")) wire.requests++;
  });
  cdp.on("Network.webSocketCreated", () => wire.requests++);
  cdp.on("Network.responseReceived", ({ response: { url, headers } }) => {
    if (!isPage(url)) wire.bytes += Number(headers["content-length"] ?? 0);
  });
  return wire;
}

/** What the main thread has done so far, in ms. */
async function readTimes(cdp: CDPSession) {
  const { metrics } = await cdp.send("Performance.getMetrics");
  const ms = (name: string) =>
    1000 * (metrics.find((metric) => metric.name === name)?.value ?? NaN);
  return {
    script_ms: ms("ScriptDuration") + ms("V8CompileDuration"),
    task_ms: ms("TaskDuration"),
  };
}

async function countStored(
  context: BrowserContext,
  page: Page,
): Promise<number> {
  const cookies = await context.cookies();
  const others = await page.evaluate(async () =>
    localStorage.length + sessionStorage.length +
    (await indexedDB.databases()).length + (await caches.keys()).length
  );
  return cookies.length + others;
}

async function deadline(event: Promise<unknown>, text: string): Promise<void> {
  const late = new Promise((_, reject) =>
    AbortSignal.timeout(PATIENCE_MS)
      .addEventListener("abort", () => reject(new Error(text)))
  );
  await Promise.race([event, late]);
}

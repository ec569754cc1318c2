import process from "node:process";
import { type Browser, chromium } from "playwright-core";
import {
  type Chromium,
  packagedChromium,
  systemChromiums,
} from "./chromium.ts";

/** Lets it run in a container, stops its background requests, and avoids software graphics. */
const FLAGS = [
  "--no-sandbox",
  "--disable-setuid-sandbox",
  "--disable-gpu",
  "--font-render-hinting=none",
  // Few large tiles on one thread: without a graphics card each tile is extra work.
  "--default-tile-width=1400",
  "--default-tile-height=1000",
  "--num-raster-threads=1",
  "--disable-lcd-text",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--disable-default-apps",
  "--no-default-browser-check",
  "--no-first-run",
  "--no-pings",
  "--disable-dev-shm-usage",
  "--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider",
];

/** The browser started here earlier. */
let known: Chromium | undefined;

/** Starts a Chromium that enforces CORS and CSP like a visitor's browser; falls back to the system's. */
export async function launchBrowser(): Promise<Browser> {
  const { browser, which } = await launchFirst(
    async () => known ?? await packagedChromium(),
    systemChromiums(process.env),
  );
  known = which;
  return browser;
}

/** Shared by the tests of this file, and disposed with them. */
let running: { browser: Browser; end: () => Promise<void> } | undefined;
Deno.test.afterAll?.(() => running?.end());

/**
 * A Chromium for one test. The tests of a file share its process, since starting one takes longer than many tests, and
 * nothing else: each context is a fresh browser. Closing it closes all contexts.
 */
export async function openBrowser(): Promise<Browser> {
  if (!running?.browser.isConnected()) {
    const browser = await launchBrowser();
    running = { browser, end: browser.close.bind(browser) };
  }
  const { browser } = running;
  const close = async () => {
    // A browser that is gone counts as closed, so that a test reports its own failure.
    await Promise.allSettled(browser.contexts().map((one) => one.close()));
  };
  return Object.assign(browser, { close, [Symbol.asyncDispose]: close });
}

/**
 * Starts the packaged Chromium, or else the first of the system's that starts, which the log then names. Fails with one
 * sentence that says why none did.
 */
export async function launchFirst(
  packaged: () => Promise<Chromium>,
  system: Chromium[],
  log: (line: string) => void = console.warn,
): Promise<{ browser: Browser; which: Chromium }> {
  const reasons: string[] = [];
  for (const find of [packaged, ...system.map((one) => () => one)]) {
    let name = "the packaged Chromium";
    try {
      const which = await find();
      name = which.name;
      const browser = await start(which);
      if (reasons.length > 0) {
        log(`${reasons.join("; ")}; so ${name} is used, ${which.path}`);
      }
      return { browser, which };
    } catch (error) {
      reasons.push(`${name} does not start (${reasonOf(error)})`);
    }
  }
  throw new Error(
    `No browser for this test: ${
      reasons.join("; ")
    }. Install chromium, or name a Chromium's file in CHROMIUM_PATH.`,
  );
}

async function start({ path, env }: Chromium): Promise<Browser> {
  return await chromium.launch({
    executablePath: path,
    args: FLAGS,
    headless: true,
    timeout: 60_000,
    env: { ...process.env, ...env },
  });
}

/** The most useful line: the browser's first complaint, or how the launch failed. */
function reasonOf(error: unknown): string {
  const { message } = error instanceof Error ? error : new Error(`${error}`);
  const [, complaint] = /\[pid=\d+\]\[err\] (.+)/.exec(message) ?? [];
  const [, exit] = /<process did exit: (.+?)>/.exec(message) ?? [];
  return complaint ?? exit ?? message.split("\n")[0];
}

import type { Context } from "../context.ts";
import { SECOND } from "../clock.ts";
import {
  askForPage,
  errorStatusText,
  type FetchedPage,
} from "../content/page_import.ts";
import { AppError, isAppError } from "../errors.ts";
import type { WithFileReader } from "../imports/file_reader.ts";
import { isAllowed, type Robots } from "../imports/robots.ts";
import type { Survey } from "../imports/survey.ts";
import { askedWait } from "../net/retry_after.ts";
import type { Lookups } from "../net/public_addresses.ts";
import { delay } from "../store/commit.ts";

/** The longest pause between two requests that a site can ask for. */
const LONGEST_DELAY_S = 10;
/** The longest wait for a rate-limiting server, and how often it is retried. */
const LONGEST_WAIT_S = 30;
const MAX_TRIES = 4;
const FREE: Robots = { rules: [], sitemaps: [], delay_s: 0 };

type Asked = Awaited<ReturnType<typeof askForPage>>;

/** Requests pages from the servers of one source, one after the other, obeying their robots.txt. */
export class SiteReader {
  #robots = new Map<string, Promise<Robots>>();
  #last_ms = -Infinity;

  constructor(
    private app: Context & WithFileReader,
    private account: string,
    private signal: AbortSignal,
    /** The private servers that may be requested, if not the operator's list. */
    private lookups?: Lookups,
    private wait = pause,
  ) {}

  /** Throws as `askForPage`, and the signal's reason once it is aborted. */
  async ask(url: string, headers?: Record<string, string>): Promise<Asked> {
    const { delay_s } = await this.robots(url);
    const pause_ms = Math.min(delay_s, LONGEST_DELAY_S) * SECOND;
    const wait_ms = this.#last_ms + pause_ms - performance.now();
    if (wait_ms > 0) await this.wait(wait_ms, this.signal);
    try {
      return await this.#ask(url, headers);
    } finally {
      this.#last_ms = performance.now();
    }
  }

  /** Whether the site lets this program read an address. */
  async mayRead(url: string): Promise<boolean> {
    return isAllowed(await this.robots(url), url);
  }

  /** The robots.txt for an address; empty if there is none. Throws on a server error. */
  robots(url: string): Promise<Robots> {
    const { origin } = new URL(url);
    const known = this.#robots.get(origin);
    if (known) return known;
    const asked = this.#readRobots(`${origin}/robots.txt`);
    this.#robots.set(origin, asked);
    return asked;
  }

  async survey(page: FetchedPage): Promise<Survey> {
    this.signal.throwIfAborted();
    return await this.app.files.survey(page, this.account);
  }

  /** What an address leads to. Throws if it has no content. */
  async look(url: string): Promise<Survey & { url: string }> {
    const { status, page } = await this.ask(url);
    if (page) return { ...await this.survey(page), url: page.url };
    throw new AppError("invalid_input", errorStatusText(status));
  }

  async #readRobots(url: string): Promise<Robots> {
    const { status, page } = await this.#ask(url);
    if (status >= 500) {
      throw new AppError(
        "unavailable",
        `${
          new URL(url).host
        } responded with the error ${status}. Try again later.`,
      );
    }
    if (!page) return FREE;
    const { bytes } = page;
    return await this.app.files.readRobots({ url, bytes }, this.account);
  }

  /** Waits if a rate-limiting server asks for a short pause; for a long one, postpones everything. */
  async #ask(url: string, headers?: Record<string, string>): Promise<Asked> {
    const { signal, lookups } = this;
    for (let tries = 1;; tries++) {
      signal.throwIfAborted();
      const asked = await askForPage(this.app, url, {
        ...{ signal, headers, lookups },
      });
      const wait_s = askedWait(asked, this.app.clock.now());
      if (wait_s === null) return asked;
      if (wait_s > LONGEST_WAIT_S || tries === MAX_TRIES) {
        throw askedToWait(new URL(url).host, wait_s);
      }
      await this.wait(wait_s * SECOND, signal);
    }
  }
}

/** Whether a refusal concerns only this page: a site that asks for a pause means all pages. */
export function isRefusal(error: unknown): error is AppError {
  return isAppError(error) && error.code !== "rate_limited";
}

function askedToWait(host: string, wait_s: number): AppError {
  const minutes = Math.ceil(wait_s / 60);
  return new AppError(
    "rate_limited",
    `${host} asks not to be read for ${
      minutes === 1 ? "a minute" : `${minutes} minutes`
    }. Reading continues then; what was read so far is kept.`,
    { retry_after_s: wait_s },
  );
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  const stopped = Promise.withResolvers<never>();
  const stop = () => stopped.reject(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  try {
    await Promise.race([delay(ms), stopped.promise]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

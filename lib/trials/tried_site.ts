import type { Context } from "../context.ts";
import {
  errorStatusText,
  type FetchedPage,
  isReadable,
  notReadableText,
} from "../content/page_import.ts";
import { AppError, isAppError } from "../errors.ts";
import type { WithFileReader } from "../imports/file_reader.ts";
import { SiteReader } from "../sources/site_reader.ts";
import type { WithTrialGuard } from "./guard.ts";

/** A trial's site, read as far as its robots.txt permits. Throws an `AppError` for anything but a page. */
export class TriedSite {
  #reader: SiteReader;

  constructor(
    app: Context & WithFileReader & WithTrialGuard,
    account: string,
    private signal: AbortSignal,
  ) {
    this.#reader = new SiteReader(app, account, signal, app.trial_guard);
  }

  /** The home page; over http if https does not respond. */
  async home(url: string): Promise<FetchedPage> {
    try {
      return await this.ask(url);
    } catch (error) {
      const is_silent = isAppError(error) && error.code === "unavailable" &&
        url.startsWith("https:") && !this.signal.aborted;
      if (!is_silent) throw error;
      return await this.ask(url.replace("https:", "http:")).catch(() => {
        throw error;
      });
    }
  }

  async ask(url: string): Promise<FetchedPage> {
    if (!await this.#reader.mayRead(url)) {
      throw new AppError(
        "invalid_input",
        "This site's robots.txt asks programs not to read this address.",
      );
    }
    const { status, page } = await this.#reader.ask(url);
    if (page && isReadable(page)) return page;
    throw new AppError(
      "invalid_input",
      page ? notReadableText(page) : errorStatusText(status),
    );
  }
}

import type { Owner } from "../actor.ts";
import type { Context } from "../context.ts";
import { SECOND } from "../clock.ts";
import type { WithPassages } from "../content/content.ts";
import {
  type FetchedPage,
  isReadable,
  readingOf,
} from "../content/page_import.ts";
import { addReading } from "../content/readings.ts";
import { AppError, isAppError } from "../errors.ts";
import type { WithFileReader } from "../imports/file_reader.ts";
import type { Reading } from "../imports/kinds.ts";
import type { SiteFace } from "../imports/site_face.ts";
import type { Lease } from "../jobs/lease.ts";
import type { JobKind } from "../jobs/runner.ts";
import type { Trial, TrialPage } from "../schemas/trial.ts";
import type { WithPictures } from "../sharing/pictures.ts";
import { SiteReader } from "../sources/site_reader.ts";
import { keys } from "../store/keys.ts";
import { updateTwin } from "../twins/twins.ts";
import type { WithTrialGuard } from "./guard.ts";
import { takePicture } from "./picture.ts";
import { tellingPages } from "./telling_pages.ts";
import { changeTrial, holderOf } from "./trials.ts";

/** All of a trial's reading is over by then. */
const READING_MS = 10 * SECOND;
/** Pages that are asked for at once. */
const AT_ONCE = 3;
/** What a trial takes of a site at most: items, and UTF-16 units of text. */
const MAX_ITEMS = 80;
const MAX_CHARACTERS = 300_000;
/** With less text than this there is nothing to talk about. */
const TOO_LITTLE = 300;

type Deps =
  & Context
  & WithFileReader
  & WithPassages
  & WithPictures
  & WithTrialGuard;

/** Reads the site of a trial, once. */
export function readingOfTrials(app: Deps): JobKind {
  return {
    async run(lease) {
      const { token_hash } = lease.job.input as { token_hash: string };
      const { value } = await app.kv.get<Trial>(keys.trial(token_hash));
      if (value?.status !== "reading" || value.url === null) return;
      await new TrialReading(app, lease, value).run(value.url);
    },
    retry_ms: [],
    at_once: 6,
    each: 1,
  };
}

class TrialReading {
  #pages: TrialPage[] = [];
  #signal: AbortSignal;
  #reader: SiteReader;
  #holder: Owner;
  #seen = new Set<string>();
  #items = 0;
  #characters = 0;

  constructor(
    private app: Deps,
    private lease: Lease,
    private trial: Trial,
  ) {
    const timeout = AbortSignal.timeout(READING_MS);
    this.#signal = AbortSignal.any([lease.signal, timeout]);
    this.#reader = new SiteReader(
      app,
      trial.tenant_id,
      this.#signal,
      app.trial_guard,
    );
    this.#holder = holderOf(trial);
  }

  /** Throws what takes the job away from this run; what the site is at fault for is told to whoever tries it. */
  async run(url: string): Promise<void> {
    try {
      await this.#readSite(url);
      const { token_hash } = this.trial;
      if (this.#characters < TOO_LITTLE) throw tooLittle(url);
      await changeTrial(this.app, token_hash, () => ({ status: "ready" }));
    } catch (error) {
      this.lease.signal.throwIfAborted();
      if (!isAppError(error)) throw error;
      await this.#fail(error.message);
    }
  }

  /** One that was taken over, or has ended, is told nothing. */
  async #fail(problem: string): Promise<void> {
    await changeTrial(
      this.app,
      this.trial.token_hash,
      () => ({ status: "failed", problem }),
    ).catch((error) => {
      if (!isAppError(error) || error.code !== "not_found") throw error;
    });
  }

  async #readSite(url: string): Promise<void> {
    const page = this.#note(url);
    const home = await this.#homeAt(url);
    page.url = home.url;
    const account = this.trial.tenant_id;
    const face = await this.#within(this.app.files.readFace(home, account));
    await this.#takeFace(face, home.url);
    const picture = this.#within(
      takePicture(this.app, this.#holder, this.trial.twin_id, {
        urls: face.pictures,
        signal: this.#signal,
      }),
    ).catch(ifOfSite);
    const others = tellingPages(home.url, face.links)
      .map((address) => this.#note(address));
    await this.#tell();
    await this.#take(page, () => Promise.resolve(home));
    const waiting = [...others];
    const readers = Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { url } = next;
        await this.#take(next, () => this.#ask(url));
      }
    });
    await Promise.all([picture, ...readers]);
  }

  /** The home page; where nobody answers at https, at http. */
  async #homeAt(url: string): Promise<FetchedPage> {
    await this.#tell();
    try {
      return await this.#ask(url);
    } catch (error) {
      const is_silent = isAppError(error) && error.code === "unavailable" &&
        url.startsWith("https:") && !this.#signal.aborted;
      if (!is_silent) throw error;
      return await this.#ask(url.replace("https:", "http:")).catch(() => {
        throw error;
      });
    }
  }

  async #ask(url: string): Promise<FetchedPage> {
    if (!await this.#reader.mayRead(url)) {
      throw new AppError(
        "invalid_input",
        "Its robots.txt asks programs not to read it.",
      );
    }
    const { status, page } = await this.#reader.ask(url);
    if (page && isReadable(page)) return page;
    throw new AppError(
      "invalid_input",
      page
        ? "This address leads to a file, not to a web page."
        : `This address answers with the error ${status}.`,
    );
  }

  /** Reads a page and keeps what it says; one that cannot be read is left out, and holds up no other. */
  async #take(
    page: TrialPage,
    ask: () => Promise<FetchedPage>,
  ): Promise<void> {
    try {
      page.state = "reading";
      await this.#tell();
      const fetched = await ask();
      const account = this.trial.tenant_id;
      const reading = await this.#within(
        readingOf(this.app, fetched, account),
      );
      page.title = (reading.items[0]?.title ?? "").slice(0, 200).toWellFormed();
      page.state = await this.#keep(fetched.url, reading) ? "read" : "left_out";
    } catch (error) {
      ifOfSite(error);
      page.state = "left_out";
    }
    await this.#tell();
  }

  /** Whether anything was kept. */
  async #keep(url: string, reading: Reading): Promise<boolean> {
    const items: Reading["items"] = [];
    for (const item of reading.items) {
      const is_full = this.#items >= MAX_ITEMS ||
        this.#characters + item.body.length > MAX_CHARACTERS;
      if (is_full) break;
      this.#items++;
      this.#characters += item.body.length;
      items.push(item);
    }
    const { added, error } = await addReading(
      this.app,
      this.#holder,
      this.trial.twin_id,
      {
        reading: { ...reading, items },
        otherwise: new URL(url).hostname,
        visibility: "public",
        source_url: url,
        seen: this.#seen,
      },
    );
    if (error) throw error;
    return added.items + added.pairs > 0;
  }

  async #takeFace(face: SiteFace, url: string): Promise<void> {
    const { name, description, accent } = face;
    await updateTwin(this.app, this.#holder, this.trial.twin_id, {
      name: name ?? new URL(url).hostname.replace(/^www\./, ""),
      bio: description,
      ...accent === null ? {} : { accent_color: accent },
    });
  }

  #note(url: string): TrialPage {
    const page: TrialPage = { url, title: "", state: "waiting" };
    this.#pages.push(page);
    return page;
  }

  async #tell(): Promise<void> {
    const done = this.#pages.filter(({ state }) => state === "read").length;
    await this.lease.step({
      ...{ done, total: this.#pages.length, note: "", problems: [] },
      memo: { pages: this.#pages.map((page) => ({ ...page })) },
    });
  }

  /** What another process does is not waited for past the end of the time. */
  async #within<T>(work: Promise<T>): Promise<T> {
    const { promise, reject } = Promise.withResolvers<never>();
    const stop = () =>
      reject(
        this.lease.signal.aborted
          ? this.lease.signal.reason
          : new AppError("unavailable", "Reading this took too long."),
      );
    this.#signal.addEventListener("abort", stop, { once: true });
    if (this.#signal.aborted) stop();
    try {
      return await Promise.race([work, promise]);
    } finally {
      this.#signal.removeEventListener("abort", stop);
    }
  }
}

/** Rethrows what is no fault of the site's: the trial was taken over or has ended, or the job is another's. */
function ifOfSite(error: unknown): void {
  if (!isAppError(error) || error.code === "unauthorized") throw error;
}

function tooLittle(url: string): AppError {
  return new AppError(
    "invalid_input",
    `There is too little text at ${
      new URL(url).host
    } to make a twin of. It may be drawn by scripts, or be mostly pictures.`,
  );
}

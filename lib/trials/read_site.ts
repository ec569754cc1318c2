import type { Owner } from "../actor.ts";
import type { Context } from "../context.ts";
import type { WithIndexes } from "../content/indexes.ts";
import type { WithPassages } from "../content/content.ts";
import { type FetchedPage, readingOf } from "../content/page_import.ts";
import { AppError, isAppError } from "../errors.ts";
import type { WithFileReader } from "../imports/file_reader.ts";
import type { SiteProfile } from "../imports/site_profile.ts";
import type { Lease } from "../jobs/lease.ts";
import type { JobKind } from "../jobs/kind.ts";
import type { Trial, TrialPage } from "../schemas/trial.ts";
import type { WithPictures } from "../sharing/pictures.ts";
import { keys } from "../store/keys.ts";
import { getTwin, updateTwin } from "../twins/twins.ts";
import type { WithTrialGuard } from "./guard.ts";
import { takePicture } from "./picture.ts";
import { SiteContent } from "./site_content.ts";
import { findStarters } from "./starters.ts";
import { TriedSite } from "./tried_site.ts";
import { informativePages } from "./informative_pages.ts";
import { changeTrial, holderOf } from "./trials.ts";

/** Pages requested at once. */
const AT_ONCE = 3;
type Deps =
  & Context
  & WithFileReader
  & WithIndexes
  & WithPassages
  & WithPictures
  & WithTrialGuard;

/** The job kind that reads a trial's site, once. */
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
  #told = Promise.resolve();
  #signal: AbortSignal;
  #site: TriedSite;
  #holder: Owner;
  #content: SiteContent;
  #language = "";

  constructor(
    private app: Deps,
    private lease: Lease,
    private trial: Trial,
  ) {
    const timeout = AbortSignal.timeout(app.trial_guard.reading_ms);
    this.#signal = AbortSignal.any([lease.signal, timeout]);
    this.#site = new TriedSite(app, trial.tenant_id, this.#signal);
    this.#holder = holderOf(trial);
    this.#content = new SiteContent(app, this.#holder, trial.twin_id);
  }

  /** Rethrows what takes the job away from this run; the person sees errors of the site. */
  async run(url: string): Promise<void> {
    try {
      await this.#readSite(url);
      const { token_hash } = this.trial;
      if (this.#content.is_too_little) throw tooLittle(url);
      await this.#takeStarters();
      await changeTrial(this.app, token_hash, () => ({ status: "ready" }));
    } catch (error) {
      this.lease.signal.throwIfAborted();
      if (!isAppError(error)) throw error;
      await this.#fail(error.message);
    }
  }

  /** A trial that was taken over or has ended gets no updates. */
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
    await this.#report();
    const home = await this.#site.home(url);
    page.url = home.url;
    const account = this.trial.tenant_id;
    const face = await this.#within(this.app.files.readProfile(home, account));
    await this.#takeFace(face, home.url);
    const picture = this.#within(
      takePicture(this.app, this.#holder, this.trial.twin_id, {
        urls: face.pictures,
        signal: this.#signal,
      }),
    ).catch(ifOfSite);
    const others = informativePages(home.url, face.links)
      .map((address) => this.#note(address));
    await this.#report();
    await this.#take(page, () => Promise.resolve(home));
    const waiting = [...others];
    const readers = Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { url } = next;
        await this.#take(next, () => this.#site.ask(url));
      }
    });
    await Promise.all([picture, ...readers]);
  }

  /** Reads a page and stores its text; one that cannot be read is left out, and does not hold up the others. */
  async #take(
    page: TrialPage,
    ask: () => Promise<FetchedPage>,
  ): Promise<void> {
    try {
      page.state = "reading";
      await this.#report();
      const fetched = await ask();
      const account = this.trial.tenant_id;
      const reading = await this.#within(
        readingOf(this.app, fetched, account),
      );
      page.title = (reading.items[0]?.title ?? "").slice(0, 200).toWellFormed();
      page.state = await this.#content.keep(fetched.url, reading)
        ? "read"
        : "left_out";
    } catch (error) {
      ifOfSite(error);
      page.state = "left_out";
    }
    await this.#report();
  }

  async #takeFace(face: SiteProfile, url: string): Promise<void> {
    const { name, description, accent } = face;
    this.#language = face.language;
    await updateTwin(this.app, this.#holder, this.trial.twin_id, {
      name: name ?? new URL(url).hostname.replace(/^www\./, ""),
      bio: description,
      ...accent === null ? {} : { accent_color: accent },
    });
  }

  async #takeStarters(): Promise<void> {
    const { twin_id } = this.trial;
    const twin = await getTwin(this.app, twin_id);
    if (!twin) return;
    const suggested_questions = await findStarters(this.app, twin, {
      questions: this.#content.questions,
      language: this.#language,
    });
    await updateTwin(this.app, this.#holder, twin_id, { suggested_questions });
  }

  #note(url: string): TrialPage {
    const page: TrialPage = { url, title: "", state: "waiting" };
    this.#pages.push(page);
    return page;
  }

  /** One after the other, so that the last update is the latest state. */
  async #report(): Promise<void> {
    this.#told = this.#told.then(() => {
      const done = this.#pages.filter(({ state }) => state === "read").length;
      return this.lease.step({
        ...{ done, total: this.#pages.length, note: "", problems: [] },
        memo: { pages: this.#pages.map((page) => ({ ...page })) },
      });
    });
    await this.#told;
  }

  /** Other processes' work is not waited for beyond the time limit. */
  async #within<T>(work: Promise<T>): Promise<T> {
    const { promise, reject } = Promise.withResolvers<never>();
    const stop = () =>
      reject(
        this.lease.signal.aborted ? this.lease.signal.reason : new AppError(
          "unavailable",
          "Reading this address took too long. Try again, or write three sentences instead.",
        ),
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

/**
 * Rethrows errors that are not the site's: the trial was taken over or has ended, or the job belongs to another run.
 */
function ifOfSite(error: unknown): void {
  if (!isAppError(error) || error.code === "unauthorized") throw error;
}

function tooLittle(url: string): AppError {
  return new AppError(
    "invalid_input",
    `There is too little text at ${
      new URL(url).host
    } to make a twin from. The site may need scripts, or consist mostly of pictures. Write three sentences instead.`,
  );
}

import type { Actor, Editor } from "../actor.ts";
import type { Context } from "../context.ts";
import type { WithFileReader } from "../imports/file_reader.ts";
import type { WithSiteImports } from "./site_imports.ts";
import { checkAuthority, commitAs, isAuthorityLost } from "../authority.ts";
import { iso, MINUTE } from "../clock.ts";
import type { WithPassages } from "./content.ts";
import { fetchPage, readPage } from "./page_import.ts";
import { addReading } from "./readings.ts";
import { AppError, isAppError, notFound } from "../errors.ts";
import { describeError } from "../log.ts";
import type {
  SiteImport,
  SiteImportView,
  SiteInput,
} from "../schemas/site_import.ts";
import { keys } from "../store/keys.ts";
import { newId } from "../crypto/ids.ts";
import { requireTwin } from "../twins/twins.ts";
import { commit } from "../store/commit.ts";

const MAX_PAGES = 200;
const MAX_SITEMAPS = 5;
/** Pages asked for at once: a site is not to be burdened. */
const AT_ONCE = 3;
const MAX_FAILED = 50;
/** One that has said nothing for so long has ended with its process. */
const SILENT_MS = 2 * MINUTE;

/**
 * Begins to read the pages that a sitemap names, up to 200, in the background: an item each, with its address as its
 * source; a text that is there already is left out. Only public addresses are asked. Throws `conflict` while another
 * of the twin runs, and what is wrong with the sitemap.
 */
export async function importSite(
  app: Context & WithFileReader & WithSiteImports & WithPassages,
  owner: Editor,
  twin_id: string,
  input: SiteInput,
): Promise<SiteImportView> {
  await requireTwin(app, owner, twin_id);
  const urls = await pagesOf(app, owner, input.url);
  const entry = await app.kv.get<SiteImport>(keys.siteImport(twin_id));
  if (entry.value && viewOf(app, entry.value).state === "running") {
    throw new AppError(
      "conflict",
      "A site is being read already. Wait for its end, or stop it first.",
    );
  }
  const now = iso(app.clock.now());
  const site: SiteImport = {
    id: newId("req"),
    state: "running",
    url: input.url,
    pages: urls.length,
    added: 0,
    duplicates: 0,
    failed: [],
    started_at: now,
    updated_at: now,
  };
  const op = app.kv.atomic().check(entry).set(entry.key, site);
  await checkAuthority(app, op, owner);
  if (!(await commit(op)).ok) {
    return await importSite(app, owner, twin_id, input);
  }
  const reader: Editor = { ...owner, outlives_session: true };
  app.sites.begin(
    site.id,
    (signal) =>
      readSite(app, reader, {
        ...{ twin_id, site, urls, input, signal },
        seen: new Set(),
      })
        .catch((error) => {
          const why = describeError(error);
          app.log("error", "site_import_failed", { twin_id, error: why });
        }),
  );
  return viewOf(app, site);
}

/** The first pages that a sitemap and the sitemaps it names hold. */
async function pagesOf(
  app: Context & WithFileReader,
  { tenant_id }: Editor,
  url: string,
): Promise<string[]> {
  const read = async (address: string) => {
    const { bytes } = await fetchPage(app, address);
    return await app.files.readSitemap(bytes, tenant_id);
  };
  const { pages, sitemaps } = await read(url);
  const all = new Set(pages);
  for (const address of sitemaps.slice(0, MAX_SITEMAPS)) {
    if (all.size >= MAX_PAGES) break;
    for (const page of (await read(address)).pages) all.add(page);
  }
  return [...all].slice(0, MAX_PAGES);
}

type Job = {
  twin_id: string;
  site: SiteImport;
  urls: string[];
  input: SiteInput;
  signal: AbortSignal;
  /** What was read: of two alike that come together one is added. */
  seen: Set<string>;
};

async function readSite(
  app: Context & WithFileReader & WithPassages,
  owner: Editor,
  { urls, ...job }: Job,
): Promise<void> {
  const { twin_id, site, signal } = job;
  let next = 0;
  const workers = Array.from({ length: AT_ONCE }, async () => {
    while (
      next < urls.length && !signal.aborted && site.state === "running"
    ) {
      const url = urls[next++];
      await readOne(app, owner, { ...job, url });
      if (!await note(app, twin_id, site)) return;
    }
  });
  await Promise.all(workers);
  if (signal.aborted || site.state !== "running") return;
  site.state = "done";
  await note(app, twin_id, site);
}

async function readOne(
  app: Context & WithFileReader & WithPassages,
  owner: Editor,
  { twin_id, site, input, url, signal, seen }: Omit<Job, "urls"> & {
    url: string;
  },
): Promise<void> {
  try {
    const page = await readPage(app, owner, url, signal);
    const { visibility } = input;
    const { added, error } = await addReading(app, owner, twin_id, {
      ...page,
      visibility,
      seen,
    });
    if (error) throw error;
    if (added.items + added.pairs > 0) site.added++;
    else site.duplicates++;
  } catch (error) {
    if (signal.aborted) return;
    if (!isAppError(error)) throw error;
    // Whoever began it has been removed: nobody answers for what would come.
    if (isAuthorityLost(error)) site.state = "stopped";
    else if (site.failed.length < MAX_FAILED) {
      site.failed.push({ url: url.slice(0, 500), detail: error.message });
    }
  }
}

/** Stores how far it is; false once it was stopped or another has taken its place. */
async function note(
  app: Context,
  twin_id: string,
  site: SiteImport,
): Promise<boolean> {
  const entry = await app.kv.get<SiteImport>(keys.siteImport(twin_id));
  if (entry.value?.id !== site.id || entry.value.state === "stopped") {
    return false;
  }
  site.updated_at = iso(app.clock.now());
  await commit(app.kv.atomic().check(entry).set(entry.key, { ...site }));
  return true;
}

/** How far the reading of a site is. Throws `not_found` where none was begun. */
export async function getSiteImport(
  app: Context,
  actor: Actor,
  twin_id: string,
): Promise<SiteImportView> {
  const view = await findSiteImport(app, actor, twin_id);
  if (view) return view;
  throw notFound("import");
}

/** As `getSiteImport`; null where none was begun. */
export async function findSiteImport(
  app: Context,
  actor: Actor,
  twin_id: string,
): Promise<SiteImportView | null> {
  await requireTwin(app, actor, twin_id);
  const { value } = await app.kv.get<SiteImport>(keys.siteImport(twin_id));
  return value && viewOf(app, value);
}

/** Stops the reading of a site, or takes away what is told of one that has ended. What was added stays. */
export async function stopSiteImport(
  app: Context & WithSiteImports,
  owner: Editor,
  twin_id: string,
): Promise<void> {
  await requireTwin(app, owner, twin_id);
  await commitAs(app, owner, async (op) => {
    const entry = await app.kv.get<SiteImport>(keys.siteImport(twin_id));
    if (!entry.value) throw notFound("import");
    op.check(entry);
    const is_running = viewOf(app, entry.value).state === "running";
    if (is_running) op.set(entry.key, { ...entry.value, state: "stopped" });
    else op.delete(entry.key);
    return entry.value.id;
  }).then((id) => app.sites.stop(id));
}

function viewOf(app: Context, { id: _, ...site }: SiteImport): SiteImportView {
  const silent_ms = app.clock.now() - Date.parse(site.updated_at);
  const state = site.state === "running" && silent_ms > SILENT_MS
    ? "interrupted"
    : site.state;
  return { ...site, state };
}

import type { Editor } from "../actor.ts";
import { asIssue } from "../content/page_import.ts";
import type { Context } from "../context.ts";
import { AppError } from "../errors.ts";
import type { WithFileReader } from "../imports/file_reader.ts";
import type { WithPageReads } from "../limits/uploads.ts";
import { requirePublicUrl } from "../net/public_addresses.ts";
import type { SourceInput, SourcePreviewView } from "../schemas/source.ts";
import { requireTwin } from "../twins/twins.ts";
import { findPages } from "./find_pages.ts";
import { SiteReader } from "./site_reader.ts";

/** How long its sitemaps and feeds are searched, in milliseconds. */
const LONGEST_MS = 20_000;
/** The most addresses shown. */
const SHOWN = 20;
/** The most unreadable sitemaps listed. */
const MOST_PROBLEMS = 20;

/**
 * Previews reading a source: its pages, as far as its sitemaps or its feed list them. Changes nothing. Throws
 * `invalid_input` if there is no such source, and `unavailable` if its server takes too long, or too many of the
 * team's previews are running.
 */
export async function previewSource(
  app: Context & WithFileReader & WithPageReads,
  editor: Editor,
  twin_id: string,
  { kind, url }: Pick<SourceInput, "kind" | "url">,
): Promise<SourcePreviewView> {
  await requireTwin(app, editor, twin_id);
  await requirePublicUrl(url, app.config.local_hosts).catch(asIssue);
  return await app.page_reads.run(
    editor.tenant_id,
    () => preview(app, editor, { kind, url }),
  );
}

async function preview(
  app: Context & WithFileReader,
  editor: Editor,
  { kind, url }: Pick<SourceInput, "kind" | "url">,
): Promise<SourcePreviewView> {
  const most = app.config.max_site_pages;
  const signal = AbortSignal.timeout(LONGEST_MS);
  const reader = new SiteReader(app, editor.tenant_id, signal);
  try {
    const found = await findPages(reader, { kind, url }, { most });
    const urls = found.pages.map((page) => page.url);
    return {
      dry_run: true,
      pages: Math.min(urls.length, most),
      follows_links: found.follows,
      at_most: most,
      first: urls.slice(0, SHOWN),
      problems: found.problems.slice(0, MOST_PROBLEMS),
    };
  } catch (error) {
    if (signal.aborted) {
      throw new AppError(
        "unavailable",
        "Looking through this site takes too long. Add it without a preview: it is read in the background.",
        { cause: error },
      );
    }
    return asIssue(error);
  }
}

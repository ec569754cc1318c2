import { createContent, updateContent } from "../content/content.ts";
import { deleteContent, restoreContent } from "../content/deletion.ts";
import { readImportForm } from "../http/import_form.ts";
import { importFiles, importPage } from "../content/file_import.ts";
import {
  type ContentView,
  createContentInput,
  importPageInput,
  type ImportResultView,
  updateContentInput,
} from "../schemas/content.ts";
import { AppError, isAppError } from "../errors.ts";
import { siteInput } from "../schemas/site_import.ts";
import { importSite, stopSiteImport } from "../content/site_import.ts";
import { parse } from "../http/body.ts";
import { done } from "./flash.ts";
import type { Action } from "./thrown.ts";

/** What became of each file of an import of which some were not read. */
export type Imported = { text: string; files: ImportResultView["files"] };

const NOW_PUBLIC = "It is now used to answer visitors.";
const NOW_PRIVATE = "It is no longer used to answer visitors.";

const listPath = (twin_id: string) => `/dashboard/content?twin=${twin_id}`;

/** The fields of the item form as the API takes them: an empty source is none; `way` is which form it was. */
function itemFields(fields: Record<string, string>) {
  const { source_url, channels_list, way: _, ...rest } = fields;
  return {
    ...rest,
    channels: channels_list?.split(" ") ?? null,
    source_url: source_url?.trim() || null,
  };
}

/** Every form of the content list, by its `action`. */
export function contentActions(
  twin_id: string,
): Record<string, Action<Imported>> {
  return {
    async create(page) {
      const input = parse(createContentInput, itemFields(page.fields));
      const item = await createContent(page.app, page.owner, twin_id, input);
      return added(page, item);
    },
    async create_pair(page) {
      const { app, owner, fields } = page;
      const { question: title, answer: body, visibility } = fields;
      const pair = { kind: "pair", title, body, visibility };
      const input = parsePair(pair);
      return added(page, await createContent(app, owner, twin_id, input));
    },
    async import_page(page) {
      const { app, owner, fields: { way: _, ...rest } } = page;
      const input = parse(importPageInput, rest);
      return added(page, await importPage(app, owner, twin_id, input));
    },
    async import_site(page) {
      const { app, owner, fields: { way: _, ...rest } } = page;
      const input = parse(siteInput, rest);
      const { pages } = await importSite(app, owner, twin_id, input);
      return done(
        page,
        `${pages} ${pages === 1 ? "page is" : "pages are"} being read.`,
        { to: listPath(twin_id) },
      );
    },
    async stop_site(page) {
      await stopSiteImport(page.app, page.owner, twin_id);
      return done(page, "Done. What was added stays.", {
        to: listPath(twin_id),
      });
    },
    async import(page) {
      const { app, owner, form } = page;
      const sent = readImportForm(form);
      const { files } = await importFiles(app, owner, twin_id, sent);
      const read = files.filter(({ problem }) => !problem).length;
      if (read < files.length) {
        return { text: `${read} of ${files.length} files are saved.`, files };
      }
      const text = read === 1
        ? "The file is saved."
        : `All ${read} files are saved.`;
      return done(page, text, { to: listPath(twin_id) });
    },
    async delete(page) {
      const { content_id = "" } = page.fields;
      return await remove(page, twin_id, content_id);
    },
    async restore(page) {
      const { app, owner, fields: { content_id = "" } } = page;
      const item = await restoreContent(app, owner, twin_id, content_id);
      return done(
        page,
        `“${item.title}” is back, ${item.visibility} as it was.`,
      );
    },
    async visibility(page) {
      const { content_id = "", ...rest } = page.fields;
      const { app, owner } = page;
      const input = parse(updateContentInput, rest);
      const item = await updateContent(app, owner, twin_id, content_id, input);
      const is_public = item.visibility === "public";
      const what = is_public ? NOW_PUBLIC : NOW_PRIVATE;
      const before = is_public ? "private" : "public";
      const fields = { action: "visibility", content_id, visibility: before };
      return done(page, `“${item.title}” is ${item.visibility}. ${what}`, {
        undo: { fields },
      });
    },
  };
}

/** Every form of one item's page, by its `action`. */
export function itemActions(
  twin_id: string,
  content_id: string,
): Record<string, Action> {
  return {
    async update(page) {
      const input = parse(updateContentInput, itemFields(page.fields));
      await updateContent(page.app, page.owner, twin_id, content_id, input);
      return done(page, "Saved. Your twin answers from it now.");
    },
    delete: (page) => remove(page, twin_id, content_id),
  };
}

/** A pair's fields have names of their own: what is wrong with them is told there. */
function parsePair(pair: Record<string, string>) {
  const names = new Map([["title", "question"], ["body", "answer"]]);
  try {
    return parse(createContentInput, pair);
  } catch (error) {
    if (!isAppError(error) || !error.issues) throw error;
    const issues = error.issues.map(({ path, message }) => ({
      path: names.get(path) ?? path,
      message,
    }));
    throw new AppError("invalid_input", error.message, { issues });
  }
}

/** Leads to the list with what was added to it. */
function added(
  page: Parameters<Action>[0],
  { twin_id, title, duplicate_of }: ContentView,
): Response {
  const twice = duplicate_of
    ? " The same text was there already, so it now stands here twice."
    : "";
  return done(page, `“${title}” is saved.${twice}`, {
    look: twice ? "warn" : "good",
    to: listPath(twin_id),
  });
}

async function remove(
  page: Parameters<Action>[0],
  twin_id: string,
  content_id: string,
): Promise<Response> {
  await deleteContent(page.app, page.owner, twin_id, content_id);
  const path = listPath(twin_id);
  return done(page, "The item is deleted. It is kept for 7 days.", {
    to: path,
    undo: { path, fields: { action: "restore", content_id } },
  });
}

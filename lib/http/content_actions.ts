import { createContent, updateContent } from "../content.ts";
import { deleteContent, restoreContent } from "../deleted_content.ts";
import { importFiles } from "../content_import.ts";
import {
  createContent as createSchema,
  type ImportResult,
  updateContent as updateSchema,
} from "../schemas/content.ts";
import { parse } from "./body.ts";
import type { Action } from "./page.ts";

/** What a form of the content pages did. */
export type ContentDone = {
  text: string;
  look?: "warn";
  files?: ImportResult["files"];
};

const NOW_PUBLIC = "Visitors are answered from it from now on.";
const NOW_PRIVATE = "No visitor is answered from it any more.";

/** The fields of the item form as the API takes them: an empty source is none. */
function itemFields(fields: Record<string, string>) {
  const { source_url, ...rest } = fields;
  return { ...rest, source_url: source_url?.trim() || null };
}

/** Every form of the content list, by its `action`. */
export function contentActions(
  twin_id: string,
): Record<string, Action<ContentDone>> {
  return {
    async create({ app, owner, fields }) {
      const input = parse(createSchema, itemFields(fields));
      const item = await createContent(app, owner, twin_id, input);
      const twice = item.duplicate_of
        ? " The same text was there already, so it now stands here twice."
        : "";
      return { text: `“${item.title}” is saved.${twice}` };
    },
    async import({ app, owner, form }) {
      const { files } = await importFiles(app, owner, twin_id, form);
      const read = files.filter((file) => file.item).length;
      if (read === 0) {
        return { text: "No file is saved.", look: "warn", files };
      }
      const text = files.length === 1
        ? "The file is saved."
        : `${read} of ${files.length} files are saved.`;
      return { text, files };
    },
    async restore({ app, owner, fields: { content_id = "" } }) {
      const item = await restoreContent(app, owner, twin_id, content_id);
      return { text: `“${item.title}” is back, ${item.visibility} as it was.` };
    },
    async visibility({ app, owner, fields }) {
      const { content_id = "", ...rest } = fields;
      const input = parse(updateSchema, rest);
      const item = await updateContent(app, owner, twin_id, content_id, input);
      const what = item.visibility === "public" ? NOW_PUBLIC : NOW_PRIVATE;
      return { text: `“${item.title}” is ${item.visibility}. ${what}` };
    },
  };
}

/** Every form of one item's page, by its `action`. */
export function itemActions(
  twin_id: string,
  content_id: string,
): Record<string, Action<"saved" | "deleted">> {
  return {
    async update({ app, owner, fields }) {
      const input = parse(updateSchema, itemFields(fields));
      await updateContent(app, owner, twin_id, content_id, input);
      return "saved";
    },
    async delete({ app, owner }) {
      await deleteContent(app, owner, twin_id, content_id);
      return "deleted";
    },
  };
}

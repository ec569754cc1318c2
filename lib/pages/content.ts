import { wholeAddress } from "../schemas/common.ts";
import { z } from "zod";
import { updateContent } from "../content/content.ts";
import {
  discardDraft,
  publishDraft,
  restoreVersion,
  saveDraft,
} from "../content/drafts.ts";
import { deleteContent, restoreContent } from "../content/deletion.ts";
import { draftInput, updateContentInput } from "../schemas/content.ts";
import { sourceInput, type SourcePreviewView } from "../schemas/source.ts";
import { previewSource } from "../sources/preview_source.ts";
import { createSource } from "../sources/sources.ts";
import type { WrittenPreview } from "../views/content.ts";
import { selectionActions } from "./content_selection.ts";
import { redirectWithFlash } from "./flash.ts";
import type { EditorForm } from "./access.ts";
import type { Fields } from "./access.ts";
import { itemFields, readingActions, writtenActions } from "./add_content.ts";
import { type EditorAction, editorAction } from "./form.ts";

const NOW_PUBLIC = "It is now used to answer visitors.";
const NOW_PRIVATE = "It is no longer used to answer visitors.";

const listPath = (twin_id: string) => `/dashboard/content?twin=${twin_id}`;

/** The item that a form concerns. */
const ofItem = z.object({ content_id: z.string().default("") });

/** Every form of the content list, by its `action`. */
export function contentActions(
  twin_id: string,
): Record<string, EditorAction<WrittenPreview | SourcePreviewView>> {
  return {
    ...writtenActions(twin_id),
    ...readingActions(twin_id),
    add_source: sourceForm(twin_id),
    preview_source: sourcePreview(twin_id),
    delete: editorAction({
      schema: ofItem,
      run: (page, { content_id }) => remove(page, twin_id, content_id),
    }),
    restore: editorAction({
      schema: ofItem,
      async run(page, { content_id }) {
        const { app, editor } = page;
        const item = await restoreContent(app, editor, twin_id, content_id);
        return redirectWithFlash(
          page,
          `“${item.title}” is back, ${item.visibility} as it was.`,
        );
      },
    }),
    visibility: visibilityForm(twin_id),
    ...selectionActions(twin_id),
  };
}

/** The fields of the form for a site or a feed. */
const source = {
  schema: sourceInput,
  fields: ({ publish, url, ...rest }: Fields) => ({
    ...rest,
    url: wholeAddress(url ?? ""),
    publish: publish === "on",
  }),
};

/** The form that adds a site or a feed, which is read in the background. */
function sourceForm(twin_id: string): EditorAction {
  return editorAction({
    ...source,
    async run(page, input) {
      const { app, editor } = page;
      const { url } = await createSource(app, editor, twin_id, input);
      return redirectWithFlash(
        page,
        `${url} is being read. You don't need to wait.`,
        {
          to: `/dashboard/content/sources?twin=${twin_id}`,
        },
      );
    },
  });
}

/** The same form, previewing what would be read. */
function sourcePreview(twin_id: string): EditorAction<SourcePreviewView> {
  return editorAction({
    ...source,
    keeps_typed: true,
    run: ({ app, editor }, input) => previewSource(app, editor, twin_id, input),
  });
}

/** The form that makes an item public or private. */
function visibilityForm(twin_id: string): EditorAction {
  return editorAction({
    schema: updateContentInput.extend(ofItem.shape),
    async run(page, { content_id, ...input }) {
      const { app, editor } = page;
      const item = await updateContent(app, editor, twin_id, content_id, input);
      const is_public = item.visibility === "public";
      const what = is_public ? NOW_PUBLIC : NOW_PRIVATE;
      const before = is_public ? "private" : "public";
      const fields = { action: "visibility", content_id, visibility: before };
      return redirectWithFlash(
        page,
        `“${item.title}” is ${item.visibility}. ${what}`,
        {
          undo: { fields },
        },
      );
    },
  });
}

/** Every form of one item's page, by its `action`. */
export function itemActions(
  twin_id: string,
  content_id: string,
): Record<string, EditorAction> {
  return {
    update: editorAction({
      schema: updateContentInput,
      fields: itemFields,
      async run(page, input) {
        const { app, editor } = page;
        const saved = await updateContent(
          app,
          editor,
          twin_id,
          content_id,
          input,
        );
        const said = saved.status === "draft"
          ? "Saved. No answer uses it until you publish it."
          : "Saved. Your twin answers from it now.";
        return redirectWithFlash(page, said);
      },
    }),
    ...draftActions(twin_id, content_id),
    questions: editorAction({
      schema: updateContentInput.required({ questions: true }).pick({
        questions: true,
      }),
      fields: ({ questions = "" }) => ({
        questions: questions.split(/\r?\n/).filter((line) => line.trim()),
      }),
      async run(page, input) {
        await updateContent(page.app, page.editor, twin_id, content_id, input);
        return redirectWithFlash(
          page,
          "Saved. These questions are answered with this item.",
        );
      },
    }),
    delete: editorAction({
      schema: z.object({}),
      run: (page) => remove(page, twin_id, content_id),
    }),
  };
}

/** The forms for an item's draft and earlier versions. */
function draftActions(
  twin_id: string,
  content_id: string,
): Record<string, EditorAction> {
  const path = `/dashboard/content/${content_id}?twin=${twin_id}`;
  return {
    save_draft: editorAction({
      schema: draftInput,
      fields: ({ title, body }) => ({ title, body }),
      async run(page, input) {
        await saveDraft(page.app, page.editor, twin_id, content_id, input);
        return redirectWithFlash(page, "The draft is saved.", { to: path });
      },
    }),
    publish: editorAction({
      schema: z.object({}),
      async run(page) {
        await publishDraft(page.app, page.editor, twin_id, content_id);
        const said = "Published. Your twin answers from it now.";
        return redirectWithFlash(page, said, { to: path });
      },
    }),
    discard_draft: editorAction({
      schema: z.object({}),
      async run(page) {
        await discardDraft(page.app, page.editor, twin_id, content_id);
        return redirectWithFlash(page, "The draft is discarded.", { to: path });
      },
    }),
    restore_version: editorAction({
      schema: z.object({ n: z.coerce.number().int() }),
      async run(page, { n }) {
        const of = { twin_id, content_id, n };
        await restoreVersion(page.app, page.editor, of);
        const said =
          `Version ${n} is published again. The one before it is kept.`;
        return redirectWithFlash(page, said, { to: path });
      },
    }),
  };
}

async function remove(
  page: EditorForm,
  twin_id: string,
  content_id: string,
): Promise<Response> {
  await deleteContent(page.app, page.editor, twin_id, content_id);
  const path = listPath(twin_id);
  return redirectWithFlash(
    page,
    "The item is deleted. It is kept for 7 days.",
    {
      to: path,
      undo: { path, fields: { action: "restore", content_id } },
    },
  );
}

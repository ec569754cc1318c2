// What is done with several items of the content list at once.
import { z } from "zod";
import { exportContent } from "../content/archive.ts";
import { updateContent } from "../content/content.ts";
import { deleteContent, restoreContent } from "../content/deletion.ts";
import { requireItem } from "../content/listing.ts";
import { isAppError } from "../errors.ts";
import { download } from "../http/download.ts";
import type { Visibility } from "../schemas/content.ts";
import type { EditorForm } from "./access.ts";
import { done } from "./flash.ts";
import { type EditorAction, editorAction } from "./form.ts";

/** As many as a page of the list shows. */
const MOST = 50;

/** The ids that are ticked, as the form's fields come: with spaces between. */
const ofItems = z.object({
  content_id_list: z.string().default("")
    .transform((ids) => ids.split(" ").filter(Boolean))
    .refine((ids) => ids.length > 0, "Tick at least one item first.")
    .refine(
      (ids) => ids.length <= MOST,
      `Tick at most ${MOST} items at a time.`,
    ),
});

/** The forms of the list that are about all items that are ticked, by their `action`. */
export function selectionActions(
  twin_id: string,
): Record<string, EditorAction> {
  return {
    all_public: visibilityOfAll(twin_id, "public"),
    all_private: visibilityOfAll(twin_id, "private"),
    delete_all: editorAction({
      schema: ofItems,
      async run(page, { content_id_list: ids }) {
        const { app, editor } = page;
        const gone = await each(
          ids,
          (id) => deleteContent(app, editor, twin_id, id),
        );
        return told(page, gone, ["deleted", "They are kept for 7 days."], {
          action: "restore_all",
        });
      },
    }),
    restore_all: editorAction({
      schema: ofItems,
      async run(page, { content_id_list: ids }) {
        const { app, editor } = page;
        const back = await each(
          ids,
          (id) => restoreContent(app, editor, twin_id, id),
        );
        return told(page, back, ["back as before", ""]);
      },
    }),
    export: editorAction({
      schema: ofItems,
      run({ app, call, editor }, { content_id_list: ids }) {
        const pieces = exportContent(app, editor, twin_id, ids);
        return download(call, pieces, { name: "content", format: "json" });
      },
    }),
  };
}

const NOW = {
  public: ["public", "Visitors are answered from them now."],
  private: ["private", "Visitors are not answered from them any more."],
} as const;

function visibilityOfAll(
  twin_id: string,
  visibility: Visibility,
): EditorAction {
  return editorAction({
    schema: ofItems,
    async run(page, { content_id_list: ids }) {
      const { app, editor } = page;
      const changed = await each(ids, async (id) => {
        const { value } = await requireItem(app, editor, twin_id, id);
        // Undone, it is not to change what was so before.
        if (value.visibility === visibility) return false;
        await updateContent(app, editor, twin_id, id, { visibility });
      });
      return told(page, changed, NOW[visibility], {
        action: visibility === "public" ? "all_private" : "all_public",
      });
    },
  });
}

/** Does the same with each; answers those that it changed. One that is gone by now is passed over. */
async function each(
  ids: readonly string[],
  act: (content_id: string) => Promise<unknown>,
): Promise<string[]> {
  const did: string[] = [];
  for (const id of ids) {
    try {
      if (await act(id) !== false) did.push(id);
    } catch (error) {
      if (!isAppError(error) || error.code !== "not_found") throw error;
    }
  }
  return did;
}

function told(
  page: EditorForm,
  ids: readonly string[],
  [state, more]: readonly [string, string],
  undo?: { action: string },
): Response {
  const what = ids.length === 1 ? "1 item is" : `${ids.length} items are`;
  return done(page, `${what} ${state}. ${more}`.trim(), {
    undo: undo && ids.length > 0
      ? { fields: { ...undo, content_id_list: ids.join(" ") } }
      : undefined,
  });
}

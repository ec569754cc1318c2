// Bulk actions of the content list.
import { z } from "zod";
import { exportContent } from "../content/archive.ts";
import { changeSeveral } from "../content/bulk.ts";
import { download } from "../http/download.ts";
import type { BulkAction } from "../schemas/content.ts";
import { redirectWithFlash } from "./flash.ts";
import { type EditorAction, editorAction } from "./form.ts";

/** As many as a page of the list shows. */
const MOST = 50;

/** The selected ids, separated by spaces in the form's field. */
const ofItems = z.object({
  content_id_list: z.string().default("")
    .transform((ids) => ids.split(" ").filter(Boolean))
    .refine((ids) => ids.length > 0, "Tick at least one item first.")
    .refine(
      (ids) => ids.length <= MOST,
      `Tick at most ${MOST} items at a time.`,
    ),
});

/** The message about the changed items, and the form that undoes the change. */
const MESSAGES = {
  public: ["public", "They are now used to answer visitors.", "all_private"],
  private: [
    "private",
    "They are no longer used to answer visitors.",
    "all_public",
  ],
  delete: ["deleted", "They are kept for 7 days.", "restore_all"],
  restore: ["back as before", "", null],
} as const satisfies Record<BulkAction, unknown>;

/** The list's forms for all selected items, by their `action`. */
export function selectionActions(
  twin_id: string,
): Record<string, EditorAction> {
  return {
    all_public: change(twin_id, "public"),
    all_private: change(twin_id, "private"),
    delete_all: change(twin_id, "delete"),
    restore_all: change(twin_id, "restore"),
    export: editorAction({
      schema: ofItems,
      run({ app, call, editor }, { content_id_list: ids }) {
        const pieces = exportContent(app, editor, twin_id, ids);
        return download(call, pieces, { name: "content", format: "json" });
      },
    }),
  };
}

function change(twin_id: string, action: BulkAction): EditorAction {
  return editorAction({
    schema: ofItems,
    async run(page, { content_id_list }) {
      const ids = await changeSeveral(page.app, page.editor, twin_id, {
        ids: content_id_list,
        action,
      });
      const [state, more, undo] = MESSAGES[action];
      const what = ids.length === 1 ? "1 item is" : `${ids.length} items are`;
      return redirectWithFlash(page, `${what} ${state}. ${more}`.trim(), {
        undo: undo && ids.length > 0
          ? { fields: { action: undo, content_id_list: ids.join(" ") } }
          : undefined,
      });
    },
  });
}

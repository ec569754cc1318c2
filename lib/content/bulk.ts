import type { Editor } from "../actor.ts";
import type { Context } from "../context.ts";
import { isAppError } from "../errors.ts";
import type { BulkAction, Visibility } from "../schemas/content.ts";
import { requireTwin } from "../twins/twins.ts";
import { updateContent, type WithPassages } from "./content.ts";
import { deleteContent, restoreContent } from "./deletion.ts";
import { requireItem } from "./listing.ts";

type Act = (
  app: Context & WithPassages,
  editor: Editor,
  twin_id: string,
  content_id: string,
) => Promise<unknown>;

const ACTS: Record<BulkAction, Act> = {
  public: setVisibility("public"),
  private: setVisibility("private"),
  delete: deleteContent,
  restore: restoreContent,
};

/** Skips items already in that state, so that undoing it changes only what was changed. */
function setVisibility(visibility: Visibility): Act {
  return async (app, editor, twin_id, content_id) => {
    const { value } = await requireItem(app, editor, twin_id, content_id);
    if (value.visibility === visibility) return false;
    await updateContent(app, editor, twin_id, content_id, { visibility });
  };
}

/**
 * Applies an action to several items, one commit each; returns the ids of the changed ones. Items that no longer
 * exist are skipped.
 */
export async function changeSeveral(
  app: Context & WithPassages,
  editor: Editor,
  twin_id: string,
  { ids, action }: { ids: readonly string[]; action: BulkAction },
): Promise<string[]> {
  await requireTwin(app, editor, twin_id);
  const changed: string[] = [];
  for (const id of ids) {
    try {
      const did = await ACTS[action](app, editor, twin_id, id);
      if (did !== false) changed.push(id);
    } catch (error) {
      if (!isAppError(error) || error.code !== "not_found") throw error;
    }
  }
  return changed;
}

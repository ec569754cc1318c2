import type { Editor } from "../actor.ts";
import { isAuthorityLost } from "../authority.ts";
import type { Context } from "../context.ts";
import {
  type Also,
  createContent,
  type WithPassages,
} from "../content/content.ts";
import { findDuplicate } from "../content/duplicates.ts";
import type { Added } from "../content/readings.ts";
import { type AppError, isAppError } from "../errors.ts";
import type { Lease, Progress } from "../jobs/lease.ts";
import type { IntakeItem } from "../schemas/intake.ts";
import { keys } from "../store/keys.ts";
import { discardSaved, listItems, type ReviewedImport } from "./intakes.ts";
import { readText } from "./store_source.ts";

/** The number of items saved from an import, and of those chosen. */
type SavedItems = { added: Added; chosen: number; error?: AppError };

/**
 * Saves the chosen items, each in one commit that also takes it out of the import: whatever happens in between, none
 * is saved twice. The import is deleted when none are left. A job's run does it while it has its lease.
 */
export async function saveChosen(
  app: Context & WithPassages,
  editor: Editor,
  intake: ReviewedImport,
  lease?: Lease,
): Promise<SavedItems> {
  const added: Added = { items: 0, pairs: 0, duplicates: 0 };
  let chosen = 0;
  for await (const entry of listItems(app, intake)) {
    lease?.signal.throwIfAborted();
    if (entry.value.is_skipped) continue;
    chosen++;
    try {
      const also = (op: Deno.AtomicOperation) => {
        op.check(entry).delete(entry.key);
        lease?.guard(op, progressOf(chosen));
      };
      const became = await saveItem(app, editor, entry.value, {
        ...intake,
        also,
      });
      if (became) added[became]++;
    } catch (error) {
      if (!isAppError(error) || isAuthorityLost(error)) throw error;
      return { added, chosen, error };
    }
  }
  if (chosen > 0 || lease) await discardSaved(app, editor, intake);
  return { added, chosen };
}

function progressOf(done: number): Progress {
  return { done, total: null, note: "", problems: [], memo: null };
}

async function saveItem(
  app: Context & WithPassages,
  editor: Editor,
  item: IntakeItem,
  { id, twin_id, also }: ReviewedImport & { also: Also },
): Promise<keyof Added | null> {
  const { kind, title, visibility, channels, source_url } = item;
  // Added by someone since the review.
  const is_new = item.duplicate_of === null &&
    await findDuplicate(app, twin_id, item) !== undefined;
  if (is_new) return "duplicates";
  const body = await readText(app.kv, id, item);
  try {
    await createContent(
      app,
      editor,
      twin_id,
      { kind, title, body, visibility, channels, source_url },
      also,
    );
  } catch (error) {
    if (!isAppError(error) || error.code !== "conflict") throw error;
    // Saved at the same moment by a second click.
    const { source_id, n } = item;
    const now = await app.kv.get(keys.intakeItem(id, source_id, n));
    if (now.value !== null) throw error;
    return null;
  }
  return kind === "pair" ? "pairs" : "items";
}

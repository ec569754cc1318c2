import type { Editor } from "../actor.ts";
import { isAuthorityLost } from "../authority.ts";
import type { Context } from "../context.ts";
import { createContent, type WithPassages } from "../content/content.ts";
import { findDuplicate } from "../content/duplicates.ts";
import type { Added } from "../content/readings.ts";
import { type AppError, invalidInput, isAppError } from "../errors.ts";
import type { Intake, IntakeItem } from "../schemas/intake.ts";
import { keys } from "../store/keys.ts";
import { discardSaved, listItems } from "./intakes.ts";
import { readText } from "./store_source.ts";

/** What happened to an import. What was saved before an error stays saved, and the rest waits. */
export type Saved = { added: Added; error?: AppError };

/**
 * Saves the items that are chosen, each in one commit that takes it out of the import too: whatever comes between, none
 * is saved twice. When all are, the import is gone. Throws `invalid_input` where none is chosen.
 */
export async function saveIntake(
  app: Context & WithPassages,
  editor: Editor,
  intake: Intake,
): Promise<Saved> {
  const read = await app.kv.get<Intake>(
    keys.intake(intake.twin_id, intake.id),
  );
  const added: Added = { items: 0, pairs: 0, duplicates: 0 };
  let chosen = 0;
  for await (const entry of listItems(app, intake)) {
    if (entry.value.is_skipped) continue;
    chosen++;
    try {
      const became = await saveItem(app, editor, intake, entry);
      if (became) added[became]++;
    } catch (error) {
      if (!isAppError(error) || isAuthorityLost(error)) throw error;
      return { added, error };
    }
  }
  if (chosen === 0) {
    throw invalidInput("add", "Nothing is chosen. Choose what to save.");
  }
  await discardSaved(app, editor, read);
  return { added };
}

async function saveItem(
  app: Context & WithPassages,
  editor: Editor,
  { id, twin_id }: Intake,
  entry: Deno.KvEntry<IntakeItem>,
): Promise<keyof Added | null> {
  const item = entry.value;
  const { kind, title, visibility, channels, source_url } = item;
  // Added by someone since it was looked through.
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
      (op) => op.check(entry).delete(entry.key),
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

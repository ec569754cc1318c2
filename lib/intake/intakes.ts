import type { Actor, Editor } from "../actor.ts";
import { checkAuthority, commitAs } from "../authority.ts";
import { DAY, iso } from "../clock.ts";
import type { Context } from "../context.ts";
import { newId } from "../crypto/ids.ts";
import { AppError, notFound } from "../errors.ts";
import type { Intake, IntakeItem, IntakeSource } from "../schemas/intake.ts";
import { commit } from "../store/commit.ts";
import { expiryKey } from "../store/expiries.ts";
import { type Key, keys } from "../store/keys.ts";
import { deleteAll, getAll } from "../store/list.ts";
import { requireTwin } from "../twins/twins.ts";

/** How long an import waits for review. */
const KEPT_MS = 7 * DAY;
/** How many imports of a twin may wait. */
const MAX_WAITING = 20;

/** An import with the sources that someone has seen of it. */
export type ReviewedImport = Pick<Intake, "id" | "twin_id" | "source_ids">;

/** Creates an import to read into. Throws `conflict` if too many are waiting already. */
export async function createIntake(
  app: Context,
  editor: Editor,
  twin_id: string,
): Promise<Intake> {
  const waiting = await listIntakes(app, editor, twin_id);
  if (waiting.length >= MAX_WAITING) {
    throw new AppError(
      "conflict",
      `${MAX_WAITING} imports are waiting for review. Save or discard one of them first.`,
    );
  }
  const now = app.clock.now();
  const intake: Intake = {
    id: newId("int", now),
    tenant_id: editor.tenant_id,
    twin_id,
    made_at: iso(now),
    characters: 0,
    items: 0,
    source_ids: [],
  };
  const key = keys.intake(twin_id, intake.id);
  const op = app.kv.atomic().set(key, intake)
    .set(expiryKey(now + KEPT_MS, "intake", key), null);
  await checkAuthority(app, op, editor);
  await commit(op);
  return intake;
}

/** Lists the imports waiting for review, oldest first. */
export async function listIntakes(
  app: Context,
  actor: Actor,
  twin_id: string,
): Promise<Intake[]> {
  await requireTwin(app, actor, twin_id);
  const prefix = keys.intakes(twin_id);
  const entries = app.kv.list<Intake>({ prefix }, { limit: MAX_WAITING });
  return (await Array.fromAsync(entries)).map(({ value }) => value);
}

/** Throws `not_found`. */
export async function requireIntake(
  app: Context,
  actor: Actor,
  twin_id: string,
  intake_id: string,
): Promise<Intake> {
  return (await requireIntakeEntry(app, actor, twin_id, intake_id)).value;
}

/** Like `requireIntake`, for a commit that checks it. */
export async function requireIntakeEntry(
  app: Context,
  actor: Actor,
  twin_id: string,
  intake_id: string,
): Promise<Deno.KvEntry<Intake>> {
  await requireTwin(app, actor, twin_id);
  const entry = await app.kv.get<Intake>(keys.intake(twin_id, intake_id));
  if (entry.value) return entry;
  throw notFound("import");
}

/** Lists an import's sources in the order in which they were read. */
export async function listSources(
  app: Context,
  { id, source_ids }: Intake,
): Promise<IntakeSource[]> {
  const wanted = source_ids.map((source_id) =>
    keys.intakeSource(id, source_id)
  );
  const sources = await getAll<IntakeSource>(app.kv, wanted);
  return sources.filter((source) => source !== null);
}

/** Lists an import's unsaved items, in order. */
export async function* listItems(
  app: Context,
  { id, source_ids }: ReviewedImport,
): AsyncGenerator<Deno.KvEntry<IntakeItem>> {
  for (const source_id of source_ids) {
    const prefix = keys.intakeItemsOf(id, source_id);
    yield* app.kv.list<IntakeItem>({ prefix });
  }
}

/** Discards an import, if it still exists. What was saved from it stays. */
export async function discardIntake(
  app: Context,
  editor: Editor,
  twin_id: string,
  intake_id: string,
): Promise<void> {
  await requireTwin(app, editor, twin_id);
  const key = keys.intake(twin_id, intake_id);
  // It belongs to another twin.
  if ((await app.kv.get(key)).value === null) return;
  await commitAs(app, editor, (op) => void op.delete(key));
  await purgeIntake(app.kv, intake_id);
}

/**
 * Like `discardIntake`, after these sources were saved; if others have been added since, the import keeps waiting.
 */
export async function discardSaved(
  app: Context,
  editor: Editor,
  { twin_id, id, source_ids }: ReviewedImport,
): Promise<void> {
  const is_saved = await commitAs(app, editor, async (op) => {
    const entry = await app.kv.get<Intake>(keys.intake(twin_id, id));
    const { value } = entry;
    if (!value?.source_ids.every((one) => source_ids.includes(one))) {
      return false;
    }
    op.check(entry).delete(entry.key);
    return true;
  });
  if (is_saved) await purgeIntake(app.kv, id);
}

/** Removes an expired import that nobody reviewed. */
export async function removeIntake(
  { kv }: Pick<Context, "kv">,
  key: Key,
): Promise<null> {
  await purgeIntake(kv, String(key.at(-1)));
  await commit(kv.atomic().delete(key));
  return null;
}

/** Removes all imports of a twin. */
export async function removeIntakesOf(
  kv: Deno.Kv,
  twin_id: string,
): Promise<void> {
  for await (const { key } of kv.list({ prefix: keys.intakes(twin_id) })) {
    await removeIntake({ kv }, key);
  }
}

/** Removes everything stored beside an import's record. */
async function purgeIntake(kv: Deno.Kv, id: string): Promise<void> {
  for (
    const prefix of [
      keys.intakeItems(id),
      keys.intakeTexts(id),
      keys.intakeSources(id),
      keys.intakeFiles(id),
    ]
  ) await deleteAll(kv, prefix);
}

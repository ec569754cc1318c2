import type { Editor } from "../actor.ts";
import { commitAs } from "../authority.ts";
import type { Context } from "../context.ts";
import type { WithPassages } from "../content/content.ts";
import { notFound } from "../errors.ts";
import type { WithFileReader } from "../imports/file_reader.ts";
import type { ColumnChoice } from "../imports/kinds.ts";
import type { Visibility } from "../schemas/content.ts";
import type { Intake, IntakeItem } from "../schemas/intake.ts";
import { keys } from "../store/keys.ts";
import { getEntries } from "../store/list.ts";
import { listItems, listSources } from "./intakes.ts";
import { readAgain } from "./sources.ts";
import { addSource, readKept } from "./store_source.ts";

/** A choice about one item before it is saved. */
export type ItemChoice =
  & Pick<IntakeItem, "source_id" | "n">
  & Partial<Pick<IntakeItem, "title" | "visibility" | "is_skipped">>;

/** Stores choices about items, ignoring items saved meanwhile. At most 500 at once. */
export async function chooseItems(
  app: Context,
  editor: Editor,
  { id }: Intake,
  choices: ItemChoice[],
): Promise<void> {
  const wanted = choices.map(({ source_id, n }) =>
    keys.intakeItem(id, source_id, n)
  );
  for (let at = 0; at < wanted.length; at += 50) {
    await commitAs(app, editor, async (op) => {
      const some = wanted.slice(at, at + 50);
      for (
        const [i, entry] of (await getEntries<IntakeItem>(app.kv, some))
          .entries()
      ) {
        if (!entry.value) continue;
        op.check(entry).set(entry.key, { ...entry.value, ...choices[at + i] });
      }
    });
  }
}

/** Makes all items public or private, including those whose export set their visibility. */
export async function chooseVisibility(
  app: Context,
  editor: Editor,
  intake: Intake,
  visibility: Visibility,
): Promise<void> {
  const choices: ItemChoice[] = [];
  for await (const { value } of listItems(app, intake)) {
    const { source_id, n } = value;
    choices.push({ source_id, n, visibility });
  }
  await chooseItems(app, editor, intake, choices);
}

/** Reads a table again with other columns. Throws `not_found` if the source is not a table. */
export async function chooseColumns(
  app: Context & WithFileReader & WithPassages,
  editor: Editor,
  intake: Intake,
  { source_id, columns }: { source_id: string; columns: ColumnChoice },
): Promise<Intake> {
  const sources = await listSources(app, intake);
  const source = sources.find((one) => one.id === source_id);
  const kept = await readKept(app.kv, intake.id, source_id);
  if (!source || !kept) throw notFound("table");
  const { otherwise, source_url, ...task } = kept;
  const read = await readAgain(app, editor, {
    ...{ name: source.name, otherwise, source_url, items: [], left_out: [] },
    task: { ...task, columns },
  });
  const { visibility } = source;
  return await addSource(app, editor, intake, read, {
    ...{ visibility, replaces: source_id },
  });
}

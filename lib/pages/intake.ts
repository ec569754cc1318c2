import { z } from "zod";
import { type Actor, includesRole } from "../actor.ts";
import type { App } from "../app.ts";
import { AppError, invalidInput } from "../errors.ts";
import {
  chooseColumns,
  chooseItems,
  chooseVisibility,
  type ItemChoice,
} from "../intake/choices.ts";
import {
  discardIntake,
  listIntakes,
  listItems,
  listSources,
  requireIntake,
} from "../intake/intakes.ts";
import { saveIntake } from "../intake/saving.ts";
import { line } from "../schemas/common.ts";
import type { Intake, IntakeItem } from "../schemas/intake.ts";
import type {
  IntakeCounts,
  IntakeShown,
  WaitingIntake,
} from "../views/content.ts";
import type { EditorForm, MemberCall } from "./access.ts";
import { redirectWithFlash } from "./flash.ts";
import { type EditorAction, editorAction } from "./form.ts";
import { seeOther } from "../http/redirect.ts";

/** The items per page: each has its own fields. */
const PAGE = 50;

export const intakePath = (twin_id: string, intake_id: string, page = 1) =>
  `/dashboard/content/imports/${intake_id}?twin=${twin_id}${
    page > 1 ? `&page=${page}` : ""
  }`;

/** The imports waiting for review; empty for those who may not save them. */
export async function listWaiting(
  app: App,
  actor: Actor,
  twin_id: string,
): Promise<WaitingIntake[]> {
  if (!includesRole(actor.role, "editor")) return [];
  const intakes = await listIntakes(app, actor, twin_id);
  return await Promise.all(intakes.map(async (intake) => {
    const sources = await listSources(app, intake);
    const names = sources.map(({ name }) => name);
    return { id: intake.id, made_at: intake.made_at, names };
  }));
}

/** An import, as shown on its page. Throws `not_found`. */
export async function loadIntake(
  { app, actor, url, params }: MemberCall,
  twin_id: string,
): Promise<IntakeShown> {
  const intake = await requireIntake(app, actor, twin_id, params.import_id);
  const page = pageOf(url);
  const counts = { items: 0, pairs: 0, skipped: 0, passages: 0, public: 0 };
  const items: IntakeItem[] = [];
  let n = 0;
  for await (const { value } of listItems(app, intake)) {
    count(counts, value);
    if (Math.floor(n++ / PAGE) === page - 1) items.push(value);
  }
  return {
    ...{ intake, items, counts, page, pages: Math.ceil(n / PAGE) },
    sources: await listSources(app, intake),
    room: await app.quota.room(twin_id),
  };
}

function count(counts: IntakeCounts, item: IntakeItem): void {
  if (item.is_skipped) {
    counts.skipped++;
    return;
  }
  counts[item.kind === "pair" ? "pairs" : "items"]++;
  counts.passages += item.passages;
  if (item.visibility === "public") counts.public++;
}

function pageOf(url: URL): number {
  return Math.max(1, Math.floor(Number(url.searchParams.get("page"))) || 1);
}

/** The typed titles, each under its field's name. */
const titles = z.record(z.string(), line(200));

/** Every form of an import, by its `action`. Each also stores the choices about the items shown. */
export function intakeActions(
  twin_id: string,
  intake_id: string,
): Record<string, EditorAction> {
  const keeping = (
    then: (page: EditorForm, intake: Intake) => Promise<Response>,
  ) =>
    editorAction({
      schema: titles,
      fields: (_, { form }) => titlesOf(form),
      async run(page, typed) {
        const { app, editor, form } = page;
        const intake = await requireIntake(app, editor, twin_id, intake_id);
        await chooseItems(app, editor, intake, choicesOf(form, typed));
        return await then(page, intake);
      },
    });
  const turn = (by: number) =>
    keeping(({ url }) => Promise.resolve(to(pageOf(url) + by)));
  const to = (page: number) => seeOther(intakePath(twin_id, intake_id, page));
  const all = (visibility: "public" | "private") =>
    keeping(async (page, intake) => {
      await chooseVisibility(page.app, page.editor, intake, visibility);
      return to(pageOf(page.url));
    });
  return {
    previous: turn(-1),
    next: turn(1),
    all_public: all("public"),
    all_private: all("private"),
    columns: keeping(async (page, intake) => {
      await readInOtherWays(page, intake);
      return to(1);
    }),
    save: keeping(save),
    discard: editorAction({
      schema: z.object({}),
      async run(page) {
        await discardIntake(page.app, page.editor, twin_id, intake_id);
        return redirectWithFlash(page, "Discarded. Nothing of it was saved.", {
          to: `/dashboard/content?twin=${twin_id}`,
        });
      },
    }),
  };
}

/** The items that were shown, by their fields' names. */
function shownOf(
  form: FormData,
): { key: string; source_id: string; n: number }[] {
  return form.getAll("shown").slice(0, PAGE).flatMap((value) => {
    const [, source_id, n] = /^(src_\w{26})-(\d{1,6})$/.exec(String(value)) ??
      [];
    return source_id ? [{ key: String(value), source_id, n: Number(n) }] : [];
  });
}

/** The titles of items to be saved: the others need none. */
function titlesOf(form: FormData): Record<string, unknown> {
  return Object.fromEntries(
    shownOf(form).filter(({ key }) => form.has(`add:${key}`))
      .map(({ key }) => [`title:${key}`, form.get(`title:${key}`)]),
  );
}

function choicesOf(
  form: FormData,
  typed: Record<string, string>,
): ItemChoice[] {
  return shownOf(form).map(({ key, source_id, n }) => {
    const title = typed[`title:${key}`];
    return {
      ...{ source_id, n },
      ...title ? { title } : {},
      is_skipped: !form.has(`add:${key}`),
      visibility: form.has(`public:${key}`) ? "public" : "private",
    };
  });
}

/** Reads each table again whose columns were chosen differently. */
async function readInOtherWays(
  { app, editor, form }: EditorForm,
  intake: Intake,
): Promise<void> {
  const field = (name: string) => String(form.get(name) ?? "");
  let current = intake;
  for (const { id, table } of await listSources(app, intake)) {
    const read_as = field(`read_as:${id}`);
    if (!table || !read_as) continue;
    const columns = read_as === "rows" ? "rows" : {
      question: field(`question:${id}`),
      answer: field(`answer:${id}`),
    };
    if (typeof columns === "object" && columns.question === columns.answer) {
      throw invalidInput(
        `answer:${id}`,
        "Choose two columns: one with the questions, another with the answers.",
      );
    }
    current = await chooseColumns(app, editor, current, {
      source_id: id,
      columns,
    });
  }
}

async function save(page: EditorForm, intake: Intake): Promise<Response> {
  const { app, editor } = page;
  const { added, error } = await saveIntake(app, editor, intake);
  const { items, pairs, duplicates } = added;
  const saved = items + pairs;
  if (error) {
    throw new AppError(
      error.code,
      `${saved} ${
        saved === 1 ? "is" : "are"
      } saved, the rest is still here. ${error.message}`,
      { cause: error },
    );
  }
  const already = duplicates > 0
    ? ` ${duplicates} were added by someone else in the meantime.`
    : "";
  return redirectWithFlash(
    page,
    `${saved} ${saved === 1 ? "item is" : "items are"} saved.${already}`,
    { to: `/dashboard/content?twin=${intake.twin_id}` },
  );
}

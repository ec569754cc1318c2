import { type Actor, beginnerOf, type Editor } from "../actor.ts";
import { asIssue } from "../content/page_import.ts";
import type { Context } from "../context.ts";
import { recordAudit } from "../audit/audit.ts";
import { commitAs } from "../authority.ts";
import { iso } from "../clock.ts";
import { newId } from "../crypto/ids.ts";
import { AppError, notFound } from "../errors.ts";
import { cancelJob } from "../jobs/jobs.ts";
import type { WithJobs } from "../jobs/runner.ts";
import { requirePublicUrl } from "../net/public_addresses.ts";
import type { List, ListQuery } from "../schemas/common.ts";
import type {
  Source,
  SourceChange,
  SourceInput,
  SourceView,
} from "../schemas/source.ts";
import { keys } from "../store/keys.ts";
import { deleteAll, listRecords } from "../store/list.ts";
import { requireTwin } from "../twins/twins.ts";
import { isBeingRead, withNextReading, withReading } from "./readings_due.ts";

const MAX_SOURCES = 50;

/**
 * Adds a source, which is read right away in the background. Throws `invalid_input` for an address that must not be
 * requested, `conflict` if the twin has it already, or 50 sources.
 */
export async function createSource(
  app: Context & WithJobs,
  editor: Editor,
  twin_id: string,
  input: SourceInput,
): Promise<SourceView> {
  await requireTwin(app, editor, twin_id);
  await requirePublicUrl(input.url, app.config.local_hosts).catch(asIssue);
  const source = await commitAs(app, editor, async (op) => {
    // Changes with every added source: if two are added at once, the second checks again.
    const mark = await app.kv.get(keys.sourceMark(twin_id));
    await requireNew(app.kv, twin_id, input);
    const now = app.clock.now();
    const id = newId("src", now);
    op.check(mark).set(mark.key, id);
    const source: Source = {
      ...input,
      ...{ id, twin_id, tenant_id: editor.tenant_id, by: beginnerOf(editor) },
      job_id: "",
      next_ms: null,
      created_at: iso(now),
      last_read_at: null,
    };
    const key = keys.source(twin_id, id);
    const read = withReading(app, op, source);
    op.check({ key, versionstamp: null }).set(key, read);
    const target = { id, name: source.url };
    recordAudit(app, op, editor, { action: "source.added", ...target });
    return read;
  });
  void app.jobs.wake();
  return viewSource(source);
}

async function requireNew(
  kv: Deno.Kv,
  twin_id: string,
  { url, kind }: SourceInput,
): Promise<void> {
  const prefix = keys.sources(twin_id);
  const known = await Array.fromAsync(kv.list<Source>({ prefix }));
  if (known.some(({ value }) => value.url === url && value.kind === kind)) {
    throw new AppError(
      "conflict",
      "Your twin already reads this address. Choose “Read again” beside it.",
    );
  }
  if (known.length >= MAX_SOURCES) {
    throw new AppError(
      "conflict",
      `A twin has at most ${MAX_SOURCES} sources. Remove one first; what was read from it stays.`,
    );
  }
}

/** Reads a source again, from now on on this editor's behalf. Throws `conflict` while it is being read. */
export async function readSourceAgain(
  app: Context & WithJobs,
  editor: Editor,
  twin_id: string,
  source_id: string,
): Promise<SourceView> {
  const source = await commitAs(app, editor, async (op) => {
    const entry = await requireSource(app, editor, twin_id, source_id);
    if (await isBeingRead(app.kv, entry.value)) {
      throw new AppError("conflict", "This source is already being read.");
    }
    const mine = { ...entry.value, by: beginnerOf(editor) };
    const read = withReading(app, op, mine);
    op.check(entry).set(entry.key, read);
    return read;
  });
  void app.jobs.wake();
  return viewSource(source);
}

/** Changes how often a source is read automatically, and what happens to changes. */
export async function updateSource(
  app: Context,
  editor: Editor,
  twin_id: string,
  source_id: string,
  change: SourceChange,
): Promise<SourceView> {
  return await commitAs(app, editor, async (op) => {
    const entry = await requireSource(app, editor, twin_id, source_id);
    const next = { ...entry.value, ...change, by: beginnerOf(editor) };
    const planned = change.every === undefined
      ? next
      : withNextReading(app, op, next);
    op.check(entry).set(entry.key, planned);
    return viewSource(planned);
  });
}

/** Removes a source, and stops its reading. What was read from it stays. */
export async function deleteSource(
  app: Context & WithJobs,
  editor: Editor,
  twin_id: string,
  source_id: string,
): Promise<void> {
  const { job_id } = await commitAs(app, editor, async (op) => {
    const entry = await requireSource(app, editor, twin_id, source_id);
    const source = entry.value;
    op.check(entry).delete(entry.key);
    if (await isBeingRead(app.kv, source)) {
      await cancelJob(app, op, twin_id, source.job_id);
    }
    const target = { id: source_id, name: source.url };
    recordAudit(app, op, editor, { action: "source.removed", ...target });
    return source;
  });
  app.jobs.stop(job_id);
  await deleteAll(app.kv, keys.sourcePages(source_id));
}

/** Lists the twin's sources, newest first. */
export async function listSources(
  app: Context,
  actor: Actor,
  twin_id: string,
  query: ListQuery,
): Promise<List<SourceView>> {
  await requireTwin(app, actor, twin_id);
  const page = await listRecords<Source>(app.kv, keys.sources(twin_id), query);
  return { ...page, items: page.items.map(viewSource) };
}

async function requireSource(
  app: Context,
  actor: Actor,
  twin_id: string,
  source_id: string,
): Promise<Deno.KvEntry<Source>> {
  await requireTwin(app, actor, twin_id);
  const entry = await app.kv.get<Source>(keys.source(twin_id, source_id));
  if (entry.value === null) throw notFound("source");
  return entry;
}

function viewSource({ next_ms, ...source }: Source): SourceView {
  const { tenant_id: _, by: __, ...view } = source;
  return { ...view, next_read_at: next_ms === null ? null : iso(next_ms) };
}

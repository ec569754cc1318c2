import type { Actor, Editor } from "../actor.ts";
import { commitAs } from "../authority.ts";
import { DAY, iso } from "../clock.ts";
import { lastTrueOf } from "../content/confirmed.ts";
import type { WithContentLists } from "../content/content_lists.ts";
import type { WithIndexes } from "../content/indexes.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import type { WithQuotes } from "../figures/quotes.ts";
import type { List, ListQuery } from "../schemas/common.ts";
import {
  type DismissedFinding,
  type Finding,
  findingKind,
} from "../schemas/finding.ts";
import { expiryKey } from "../store/expiries.ts";
import { commit } from "../store/commit.ts";
import { keys } from "../store/keys.ts";
import { requireTwin } from "../twins/twins.ts";
import { findInContent } from "./in_content.ts";
import type { ContentAnalysis } from "./content_analysis.ts";
import type { WithContentFindings } from "./content_findings.ts";
import { unreachable } from "./of_sources.ts";
import { neverQuoted, ratedDown, unanswered } from "./of_visitors.ts";

type FindingsContext =
  & Context
  & WithIndexes
  & WithContentLists
  & WithContentFindings
  & WithQuotes;

/** The most findings listed per kind; the next ones appear once some are dealt with. */
const MOST_OF_A_KIND = 50;
/** How long a dismissal lasts. */
const DISMISSED_MS = 365 * DAY;

/** Lists what needs attention in a twin's content, most pressing kind first, without dismissed findings. */
export async function listFindings(
  app: FindingsContext,
  actor: Actor,
  twin_id: string,
  query: ListQuery,
): Promise<List<Finding>> {
  await requireTwin(app, actor, twin_id);
  const analysis = await app.content_findings.get(app, twin_id);
  return await listOf(app, actor, twin_id, { ...query, analysis });
}

/**
 * Like `listFindings`, but fast: while large changed content is being analysed, it returns the earlier findings and
 * their time.
 */
export async function listLatestFindings(
  app: FindingsContext,
  actor: Actor,
  twin_id: string,
  query: ListQuery,
): Promise<{ findings: List<Finding>; as_of_ms: number | null }> {
  await requireTwin(app, actor, twin_id);
  const { found, as_of_ms } = await app.content_findings.latest(app, twin_id);
  const within = { ...query, analysis: found };
  return { findings: await listOf(app, actor, twin_id, within), as_of_ms };
}

type WithAnalysis = { analysis: ContentAnalysis };

async function listOf(
  app: FindingsContext,
  actor: Actor,
  twin_id: string,
  { limit, cursor, analysis }: ListQuery & WithAnalysis,
): Promise<List<Finding>> {
  const found = await findAll(app, actor, twin_id, analysis);
  const at = cursor ? found.findIndex(({ id }) => id === cursor) + 1 : 0;
  const items = found.slice(at, at + limit);
  const more = at + items.length < found.length;
  return { items, next_cursor: more ? items.at(-1)?.id ?? null : null };
}

/** All findings not dismissed, at most 50 per kind. */
async function findAll(
  app: FindingsContext,
  actor: Actor,
  twin_id: string,
  analysis: ContentAnalysis,
): Promise<Finding[]> {
  const [found, dismissed] = await Promise.all([
    findEverything(app, actor, twin_id, analysis),
    listDismissed(app.kv, twin_id),
  ]);
  const open = found.filter(({ id }) => !dismissed.has(id));
  return findingKind.options.flatMap((kind) =>
    open.filter((one) => one.kind === kind).slice(0, MOST_OF_A_KIND)
  );
}

async function findEverything(
  app: FindingsContext,
  actor: Actor,
  twin_id: string,
  analysis: ContentAnalysis,
): Promise<Finding[]> {
  const twin = await requireTwin(app, actor, twin_id);
  const [list, lastTrue] = await Promise.all([
    app.content_lists.get(app.kv, twin_id),
    lastTrueOf(app.kv, twin_id),
  ]);
  const items = new Map(Array.from(list, (item) => [item.id, item]));
  const others = await Promise.all([
    // A program that may read content may not read visitors' messages.
    actor.key ? [] : unanswered(app, actor, twin_id, items),
    actor.key ? [] : ratedDown(app, twin, items),
    unreachable(app, twin_id),
    neverQuoted(app, twin_id, items),
  ]);
  const at = { now_ms: app.clock.now(), lastTrue };
  return [...findInContent(analysis, items, at), ...others.flat()];
}

async function listDismissed(
  kv: Deno.Kv,
  twin_id: string,
): Promise<Set<string>> {
  const ids = new Set<string>();
  const prefix = keys.dismissedFindings(twin_id);
  for await (const { key } of kv.list({ prefix }, { batchSize: 500 })) {
    ids.add(String(key[2]));
  }
  return ids;
}

/**
 * Dismisses a finding that needs nothing done. It returns when what it is about changes, and after a year. Throws
 * `not_found` if it is not among the current findings.
 */
export async function dismissFinding(
  app: FindingsContext,
  editor: Editor,
  twin_id: string,
  finding_id: string,
): Promise<Finding> {
  await requireTwin(app, editor, twin_id);
  const { found: analysis } = await app.content_findings.latest(
    app,
    twin_id,
  );
  const found = (await findEverything(app, editor, twin_id, analysis))
    .find(({ id }) => id === finding_id);
  if (!found) throw notFound("finding");
  return await commitAs(app, editor, async (op) => {
    await requireTwin(app, editor, twin_id);
    const now = app.clock.now();
    const key = keys.dismissedFinding(twin_id, finding_id);
    const expires = now + DISMISSED_MS;
    const dismissed: DismissedFinding = {
      dismissed_at: iso(now),
      expires_at: iso(expires),
    };
    op.set(key, dismissed)
      .set(expiryKey(expires, "dismissed_finding", key), null);
    return found;
  });
}

/** Restores a dismissed finding. Throws `not_found` if it was not dismissed. */
export async function restoreFinding(
  app: Context,
  editor: Editor,
  twin_id: string,
  finding_id: string,
): Promise<void> {
  await commitAs(app, editor, async (op) => {
    await requireTwin(app, editor, twin_id);
    const entry = await app.kv.get<DismissedFinding>(
      keys.dismissedFinding(twin_id, finding_id),
    );
    if (!entry.value) throw notFound("dismissed finding");
    op.check(entry).delete(entry.key);
  });
}

/** Removes an expired dismissal; a renewed one has its own entry. Returns null. */
export async function removeDismissal(app: Context, key: Deno.KvKey) {
  const entry = await app.kv.get<DismissedFinding>(key);
  if (!entry.value) return null;
  if (Date.parse(entry.value.expires_at) > app.clock.now()) return null;
  await commit(app.kv.atomic().check(entry).delete(key));
  return null;
}

import type { Actor, Owner } from "../actor.ts";
import type { Context } from "../context.ts";
import { recordAudit } from "../audit/audit.ts";
import { commitAs } from "../authority.ts";
import { HOUR, iso } from "../clock.ts";
import { notFound } from "../errors.ts";
import type { List, ListQuery } from "../schemas/common.ts";
import {
  type CreateTwinInput,
  DEFAULT_ACCENT,
  isSaid,
  retentionOf,
  type Twin,
  type TwinView,
  type UpdateTwinInput,
} from "../schemas/twin.ts";
import type { WithAdmission } from "../limits/admission.ts";
import { admitOrThrow, policyCharge } from "../limits/policies.ts";
import { requestWork } from "./content_work.ts";
import { setHandle } from "./handles.ts";
import { newShareLink } from "./new_share_link.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";
import { getAll, listPage } from "../store/list.ts";
import { newId } from "../crypto/ids.ts";
import { viewTwin } from "./twin_views.ts";
import type { AuditAction } from "../schemas/team.ts";

/** A twin by an id from anyone; null if it is unknown, deleted, or an expired trial. */
export async function getTwin(
  app: Context,
  twin_id: string,
): Promise<Twin | null> {
  const { value } = await app.kv.get<Twin>(keys.twin(twin_id));
  if (!value || value.deleted_at !== null) return null;
  const { trial_ends_ms = Infinity } = value;
  return trial_ends_ms > app.clock.now() ? value : null;
}

/** A twin of the actor's tenant. Throws the same `not_found` for every other id. */
export async function requireTwin(
  app: Context,
  { tenant_id, key }: Pick<Actor, "tenant_id" | "key">,
  twin_id: string,
): Promise<Twin> {
  const twin = await getTwin(app, twin_id);
  const is_keys = !key || key.twin_id === twin_id;
  if (twin?.tenant_id !== tenant_id || !is_keys) throw notFound("twin");
  return twin;
}

/** A twin's default texts. */
export function firstWords(
  name: string,
): Pick<Twin, "greeting" | "disclosure"> {
  return {
    greeting: `Hi, I’m ${name}. Ask me anything.`,
    disclosure:
      `You are talking to an AI that answers from what ${name} has written. It can be wrong.`
        .slice(0, 300),
  };
}

/** Adds a new twin, its share link (off at first) and its place in the tenant's list to a commit. */
export function setTwin(
  app: Context,
  op: Deno.AtomicOperation,
  actor: Pick<Actor, "tenant_id" | "user_id" | "user_name">,
  input: CreateTwinInput & Pick<Twin, "trial_ends_ms">,
): Twin {
  const now = app.clock.now();
  const twin: Twin = {
    id: newId("twn", now),
    tenant_id: actor.tenant_id,
    bio: "",
    ...input,
    ...firstWords(input.name),
    suggested_questions: [],
    accent_color: DEFAULT_ACCENT,
    privacy_url: null,
    paused: false,
    avatar_version: null,
    created_at: iso(now),
    updated_at: iso(now),
    deleted_at: null,
  };
  op.check({ key: keys.twin(twin.id), versionstamp: null });
  op.set(keys.twin(twin.id), twin);
  op.set(keys.twinByTenant(actor.tenant_id, twin.id), true);
  op.set(keys.shareLink(twin.id), newShareLink(app, twin.id));
  recordAudit(app, op, actor, {
    action: "twin.created",
    id: twin.id,
    name: twin.name,
  });
  return twin;
}

/**
 * Throws `rate_limited` if the team has created many: each may hold as much as a twin can, deleted ones for a week.
 */
export async function createTwin(
  app: Context & WithAdmission,
  owner: Owner,
  input: CreateTwinInput,
): Promise<TwinView> {
  await admitOrThrow(app, [policyCharge(app, "team_twins", owner.tenant_id)]);
  return await commitAs(
    app,
    owner,
    (op) => viewTwin(app, setTwin(app, op, owner, input)),
  );
}

/** Lists the tenant's twins, newest first. */
export async function listTwins(
  app: Context,
  actor: Actor,
  query: ListQuery,
): Promise<List<TwinView>> {
  const prefix = keys.twinsByTenant(actor.tenant_id);
  const page = await listPage<true>(app.kv, prefix, query);
  const twins = await getAll<Twin>(
    app.kv,
    page.items.map(({ key }) => keys.twin(String(key[2]))),
  );
  return {
    next_cursor: page.next_cursor,
    items: twins.filter((twin) => twin !== null)
      .map((twin) => viewTwin(app, twin)),
  };
}

/** Lists up to 100 twins for a switcher, newest first. */
export async function listAllTwins(app: Context, actor: Actor) {
  return (await listTwins(app, actor, { limit: 100 })).items;
}

/** Changes only the given fields; unchanged default texts follow the name. */
export async function updateTwin(
  app: Context,
  owner: Owner,
  twin_id: string,
  input: UpdateTwinInput,
): Promise<TwinView> {
  return await changeTwin(
    app,
    owner,
    twin_id,
    "twin.updated",
    async (twin, op) => {
      const changed = { ...twin, ...input };
      if (input.handle !== undefined) {
        Object.assign(changed, await setHandle(app, op, twin, input.handle));
      }
      if (retentionOf(changed) !== retentionOf(twin)) {
        // Due at once: the next sweep applies it to what is already stored.
        const due_at = app.clock.now() - HOUR;
        op.set(expiryKey(due_at, "retention", keys.twin(twin.id)), null);
      }
      if (input.embeds_private !== undefined) {
        requestWork(op, "embeddings", twin);
      }
      const [before, after] = [twin.name, changed.name].map(firstWords);
      for (const field of ["greeting", "disclosure"] as const) {
        if (isSaid(changed[field], before[field])) {
          changed[field] = after[field];
        }
      }
      // The AI disclosure is mandatory: a text that nobody could read does not count.
      if (!/[\p{L}\p{N}]/u.test(changed.disclosure)) {
        changed.disclosure = after.disclosure;
      }
      return changed;
    },
  );
}

export async function changeTwin(
  app: Context,
  owner: Owner,
  twin_id: string,
  action: AuditAction,
  change: (twin: Twin, op: Deno.AtomicOperation) => Twin | Promise<Twin>,
): Promise<TwinView> {
  return await commitAs(app, owner, async (op) => {
    const entry = await app.kv.get<Twin>(keys.twin(twin_id));
    const twin = entry.value;
    if (twin?.tenant_id !== owner.tenant_id || twin.deleted_at !== null) {
      throw notFound("twin");
    }
    const changed = {
      ...await change(twin, op),
      updated_at: iso(app.clock.now()),
    };
    op.check(entry).set(entry.key, changed);
    recordAudit(app, op, owner, {
      action,
      id: twin.id,
      name: changed.name,
    });
    return viewTwin(app, changed);
  });
}

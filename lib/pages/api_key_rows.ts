import { listApiKeys } from "../keys/api_keys.ts";
import { listKeyOrigins } from "../keys/callers.ts";
import { isOriginAllowed } from "../keys/domains.ts";
import type { ApiKeyView, KeyOriginsView } from "../schemas/api_key.ts";
import { listQuery } from "../schemas/common.ts";
import type { KeyRow, OriginRow } from "../views/api_keys.ts";
import { parse } from "../http/body.ts";
import type { MemberCall } from "./access.ts";

/** A page of a twin's keys, from `?cursor=`, with the callers of each. */
export async function loadKeyRows(
  { app, actor, url }: MemberCall,
  twin_id: string,
) {
  const cursor = url.searchParams.get("cursor") ?? undefined;
  const list = await listApiKeys(app, actor, {
    ...parse(listQuery, { limit: 20, cursor }),
    twin_id,
  });
  const now = app.clock.now();
  const rows = await Promise.all(list.items.map(async (key) => {
    const status = keyStatus(key, now);
    if (status === "revoked") return { key, status, origins: [] };
    return { key, status, origins: await loadOrigins({ app, actor }, key) };
  }));
  return {
    rows,
    cursor: cursor ?? "",
    next_cursor: list.next_cursor,
    now,
  };
}

/** Who called with a key in the last 7 days. */
export async function loadOrigins(
  { app, actor }: Pick<MemberCall, "app" | "actor">,
  key: ApiKeyView,
): Promise<OriginRow[]> {
  const { origins } = await listKeyOrigins(app, actor, key.id);
  return origins.map((use) => toRow(key, use));
}

/** Whether a key works at this time, in milliseconds. */
export function keyStatus(key: ApiKeyView, now: number): KeyRow["status"] {
  if (key.revoked_at) return "revoked";
  return key.expires_at && Date.parse(key.expires_at) <= now
    ? "expired"
    : "live";
}

function toRow(
  { type, allowed_domains }: ApiKeyView,
  use: KeyOriginsView["origins"][number],
): OriginRow {
  const is_public = type === "publishable";
  const is_let_in = is_public && isOriginAllowed(use.origin, allowed_domains);
  const can_allow = is_public && !is_let_in &&
    isOriginAllowed(use.origin, [use.origin]);
  return { ...use, is_let_in, can_allow };
}

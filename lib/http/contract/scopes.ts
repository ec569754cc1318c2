import type { Scope } from "../../schemas/api_key.ts";
import { isMembers, type Operation } from "./operation.ts";

/** What a scope covers: everything below a path, to read and, if there is such a scope, to write. */
const OPENS: [below: string, read: Scope, write: Scope | null][] = [
  ["/twins/{twin_id}/content", "content:read", "content:write"],
  ["/twins/{twin_id}/sources", "content:read", "content:write"],
  ["/twins/{twin_id}/jobs", "content:read", "content:write"],
  ["/twins/{twin_id}/findings", "content:read", "content:write"],
  ["/twins/{twin_id}/answers", "content:read", "content:write"],
  ["/twins/{twin_id}/conversations", "conversations:read", null],
  ["/twins/{twin_id}/unanswered", "conversations:read", null],
  ["/twins/{twin_id}/leads", "conversations:read", null],
  ["/api-keys", "keys:write", "keys:write"],
];

/** The scope by which a secret key calls a team's operation; null if none permits it. */
export function scopeOf({ access, path, method }: Operation): Scope | null {
  if (!isMembers(access)) return null;
  const opened = OPENS.find(([below]) =>
    path === below || path.startsWith(`${below}/`)
  );
  if (!opened) return null;
  const [, read, write] = opened;
  return method === "GET" ? read : write;
}

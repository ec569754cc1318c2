import type { Context } from "../context.ts";
import { sha256 } from "../crypto/secrets.ts";
import type { Changes } from "../store/changes.ts";
import { commit } from "../store/commit.ts";
import { expiryKey } from "../store/expiries.ts";
import type { Inbound } from "./adapter.ts";

/** Who writes by a channel, as stored: the visitor's session, sealed, for it is theirs. */
export type Person = {
  session: string | null;
  told_at_ms: number;
  /** Until when it is kept, in milliseconds: each change leaves a note for the sweep, and the last one counts. */
  kept_until_ms: number;
};

/** Adds to a commit what is known of whoever writes, with the sweep's note. */
export function setPerson(op: Changes, key: Deno.KvKey, person: Person): void {
  op.set(key, person)
    .set(expiryKey(person.kept_until_ms, "channel_person", key), null);
}

/** Forgets whoever has not begun a conversation for long: the sweep's part. */
export async function removePerson(
  { kv, clock }: Pick<Context, "kv" | "clock">,
  key: Deno.KvKey,
): Promise<null> {
  const entry = await kv.get<Person>(key);
  // Another conversation has begun since, with its own note.
  if (!entry.value || entry.value.kept_until_ms > clock.now()) return null;
  await commit(kv.atomic().check(entry).delete(key));
  return null;
}

/** Who writes, where: each has their own conversation. */
export function personOf({ conversation, person }: Inbound): string {
  return shortHash(`${conversation}\n${person}`);
}

/** So that what a platform chooses the length of is a key's part. */
export function shortHash(text: string): string {
  return sha256(text).slice(0, 32);
}

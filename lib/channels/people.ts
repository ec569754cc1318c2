import type { Context } from "../context.ts";
import { sha256 } from "../crypto/secrets.ts";
import type { Changes } from "../store/changes.ts";
import { commit } from "../store/commit.ts";
import { expiryKey } from "../store/expiries.ts";
import type { Inbound } from "./adapter.ts";

/** Who writes on a channel, as stored: with the visitor's session, sealed, because it is theirs. */
export type Person = {
  session: string | null;
  told_at_ms: number;
  /** When it expires, in milliseconds: each change leaves a note for the sweep, and the last one counts. */
  kept_until_ms: number;
};

/** Adds a person's record to a commit, with the note for the sweep. */
export function setPerson(op: Changes, key: Deno.KvKey, person: Person): void {
  op.set(key, person)
    .set(expiryKey(person.kept_until_ms, "channel_person", key), null);
}

/** Forgets someone whose conversation has expired; run by the sweep. */
export async function removePerson(
  { kv, clock }: Pick<Context, "kv" | "clock">,
  key: Deno.KvKey,
): Promise<null> {
  const entry = await kv.get<Person>(key);
  // A newer conversation has its own note.
  if (!entry.value || entry.value.kept_until_ms > clock.now()) return null;
  await commit(kv.atomic().check(entry).delete(key));
  return null;
}

/** Identifies who writes, and where: each has their own conversation. */
export function personOf({ conversation, person }: Inbound): string {
  return shortHash(`${conversation}\n${person}`);
}

/** Shortens a string of any length, chosen by a platform, into part of a key. */
export function shortHash(text: string): string {
  return sha256(text).slice(0, 32);
}

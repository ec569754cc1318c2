import type { Actor, Owner } from "../actor.ts";
import type { Context } from "../context.ts";
import { DAY, dayOf, iso } from "../clock.ts";
import { invalidInput } from "../errors.ts";
import type { OriginUse, WithKeyUses } from "./uses.ts";
import { normalizeDomains } from "./domains.ts";
import {
  type ApiKeyView,
  type KeyOriginsView,
  MAX_DOMAINS,
} from "../schemas/api_key.ts";
import { keys } from "../store/keys.ts";
import { changeKey, requireApiKey } from "./api_keys.ts";

/** Adds an origin that called to the key's allowlist. */
export async function allowOrigin(
  app: Context,
  owner: Owner,
  key_id: string,
  origin: string,
): Promise<ApiKeyView> {
  const [domain] = normalizeDomains([origin]);
  return await changeKey(app, owner, key_id, ({ allowed_domains }) => {
    if (allowed_domains.length >= MAX_DOMAINS) {
      throw invalidInput(
        "allowed_domains",
        `A key has at most ${MAX_DOMAINS} domains. Remove one first.`,
      );
    }
    return { allowed_domains: [...new Set([...allowed_domains, domain])] };
  });
}

/** Lists the origins that called with a key in the last 7 days, most recent first. */
export async function listKeyOrigins(
  app: Context & WithKeyUses,
  actor: Actor,
  key_id: string,
): Promise<KeyOriginsView> {
  await requireApiKey(app, actor, key_id);
  await app.key_uses.flush();
  const since = dayOf(app.clock.now() - 6 * DAY);
  const seen = new Map<string, OriginUse>();
  const entries = app.kv.list<Map<string, OriginUse>>({
    start: keys.keyOrigins(key_id, since),
    end: [...keys.keyOriginDays(key_id), true],
  });
  for await (const { value } of entries) {
    for (const [origin, use] of value) {
      const sum = seen.get(origin) ?? { allowed: 0, refused: 0, last_ms: 0 };
      seen.set(origin, {
        allowed: sum.allowed + use.allowed,
        refused: sum.refused + use.refused,
        last_ms: Math.max(sum.last_ms, use.last_ms),
      });
    }
  }
  return {
    origins: [...seen].sort(([, a], [, b]) => b.last_ms - a.last_ms)
      .map(([origin, { allowed, refused, last_ms }]) => ({
        origin,
        allowed,
        refused,
        last_seen_at: iso(last_ms),
      })),
  };
}

import type { Actor } from "../actor.ts";
import type { Context } from "../context.ts";
import { AppError, invalidInput } from "../errors.ts";
import {
  type ApiKey,
  includesScope,
  type Scope,
  scopesOf,
} from "../schemas/api_key.ts";
import { keys } from "../store/keys.ts";

/**
 * A key cannot create or change a key that has more rights, or lasts longer, than itself. Uses its current state; if
 * that changes, the commit that checks its authority fails. Throws `forbidden`.
 */
export async function requireNoMoreRights(
  app: Context,
  actor: Actor,
  made: Pick<ApiKey, "scopes" | "expires_at">,
): Promise<void> {
  if (!actor.key) return;
  const { value } = await app.kv.get<ApiKey>(keys.apiKey(actor.key.hash));
  const held = value ? scopesOf(value) : [];
  const beyond = scopesOf(made).filter((scope) => !includesScope(held, scope));
  if (beyond.length > 0) {
    throw new AppError(
      "forbidden",
      `A key cannot make or change a key with more scopes than its own. It lacks ${
        beyond.join(", ")
      }.`,
    );
  }
  if (!value?.expires_at || endOf(made) <= endOf(value)) return;
  throw new AppError(
    "forbidden",
    `A key cannot make or change a key that outlives it. It expires at ${value.expires_at}.`,
  );
}

/** When a key expires, in milliseconds. */
function endOf({ expires_at }: Pick<ApiKey, "expires_at">): number {
  return expires_at === null ? Infinity : Date.parse(expires_at);
}

/** Only secret keys have scopes: a publishable one, which visitors can read, can only chat. */
export function requireScopesAllowed(
  type: ApiKey["type"],
  scopes: Scope[] | undefined,
): void {
  if (type === "secret" || !scopes || scopes.join() === "chat") return;
  throw invalidInput(
    "scopes",
    "A publishable key can only chat, since visitors can read it. Create a secret key for more.",
  );
}

import type { Owner } from "../actor.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import {
  readReasonCode,
  type WithRefusalCodes,
} from "../limits/refusal_codes.ts";
import type { ApiKey } from "../schemas/api_key.ts";
import type { RefusalView, StoredRefusal } from "../schemas/refusal.ts";
import type { Twin } from "../schemas/twin.ts";
import { keys } from "../store/keys.ts";

/**
 * Looks up why a visitor of one of the team's twins was refused, by the code they were shown; includes refusals not
 * yet written. Null for an unknown code, and after 7 days.
 */
export async function findRefusal(
  app: Context & WithRefusalCodes,
  owner: Owner,
  reason_code: string,
): Promise<RefusalView | null> {
  await app.refusal_codes.flush();
  const code = readReasonCode(reason_code);
  const { value: refusal } = await app.kv.get<StoredRefusal>(
    keys.refusal(owner.tenant_id, code),
  );
  if (!refusal) return null;
  const { twin_id, key_id, at, ...rest } = refusal;
  const { value: twin } = await app.kv.get<Twin>(keys.twin(twin_id));
  if (!twin || twin.deleted_at !== null) return null;
  const key = key_id === null ? null : await keyOf(app, twin_id, key_id);
  return { ...rest, twin: { id: twin.id, name: twin.name }, key, time: at };
}

/** Like `findRefusal`; throws `not_found` instead of returning null. */
export async function requireRefusal(
  app: Context & WithRefusalCodes,
  owner: Owner,
  reason_code: string,
): Promise<RefusalView> {
  const refusal = await findRefusal(app, owner, reason_code);
  if (refusal) return refusal;
  throw notFound("code");
}

async function keyOf({ kv }: Context, twin_id: string, key_id: string) {
  const { value: hash } = await kv.get<string>(
    keys.apiKeyByTwin(twin_id, key_id),
  );
  const { value } = await kv.get<ApiKey>(keys.apiKey(hash ?? "-"));
  if (!value) return null;
  const { id, name, key_prefix } = value;
  return { id, name, key_prefix };
}

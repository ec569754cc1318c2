import { type ApiKey, type ApiKeyView, scopesOf } from "../schemas/api_key.ts";

export function viewApiKey(
  key: ApiKey,
  last_used_at: string | null = null,
  last_used_for: string | null = null,
): ApiKeyView {
  return {
    id: key.id,
    twin_id: key.twin_id,
    name: key.name,
    type: key.type,
    key_prefix: key.key_prefix,
    allowed_domains: key.allowed_domains,
    scopes: scopesOf(key),
    rate_limit_per_minute: key.rate_limit_per_minute,
    created_at: key.created_at,
    last_used_at,
    last_used_for,
    expires_at: key.expires_at,
    revoked_at: key.revoked_at,
    appearance: key.appearance ?? {},
  };
}

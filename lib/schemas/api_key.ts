import { z } from "zod";
import { type WidgetLook, widgetLook } from "./widget_look.ts";
import { id, line, listQuery, moment, timestamp } from "./common.ts";

const keyType = z.enum(["publishable", "secret"]);
export type KeyType = z.infer<typeof keyType>;

/** The scopes of a secret key; writing includes reading. */
export const SCOPES = [
  "chat",
  "content:read",
  "content:write",
  "conversations:read",
  "keys:write",
] as const;
export type Scope = (typeof SCOPES)[number];
const scopes = z.array(z.enum(SCOPES)).min(1, "Choose at least one")
  .max(SCOPES.length)
  .transform((chosen) => SCOPES.filter((scope) => chosen.includes(scope)));

/** A key as stored, under the SHA-256 of its text. */
export type ApiKey = {
  id: string;
  tenant_id: string;
  twin_id: string;
  name: string;
  type: KeyType;
  key_hash: string;
  key_prefix: string;
  allowed_domains: string[];
  /** Absent: it can only ask the twin. */
  scopes?: Scope[];
  rate_limit_per_minute: number;
  created_at: string;
  expires_at: string | null;
  revoked_at: string | null;
  /** When it was given a successor; it may still live for the overlap. */
  rotated_at: string | null;
  /** For a successor: the first key of the series, whose content is its own. */
  first_id?: string;
  /** For an unused successor: the hash of the key that ends a while after its first call. */
  replaces?: string;
  /** When that first call came. */
  replacing_since?: string;
  /** Of the widget; absent if it follows the twin. */
  appearance?: WidgetLook;
};

/** Whether a key is neither revoked nor expired at a time, in milliseconds. */
export function isKeyLive(
  { revoked_at, expires_at }: Pick<ApiKey, "revoked_at" | "expires_at">,
  now: number,
): boolean {
  return revoked_at === null &&
    (expires_at === null || Date.parse(expires_at) > now);
}

/** The scopes of a key. */
export function scopesOf({ scopes }: Pick<ApiKey, "scopes">): Scope[] {
  return scopes ?? ["chat"];
}

/** Whether scopes include one: writing includes reading. */
export function includesScope(
  held: readonly Scope[],
  needed: Scope,
): boolean {
  return held.includes(needed) ||
    (needed === "content:read" && held.includes("content:write"));
}

/** The id by which content knows a key: its successors are the same channel. */
export function contentChannel({ id, first_id }: ApiKey): string {
  return first_id ?? id;
}

/** The most domains per key. */
export const MAX_DOMAINS = 100;

const settings = {
  name: line(100),
  allowed_domains: z.array(z.string().trim().min(1).max(300)).max(MAX_DOMAINS),
  scopes,
  rate_limit_per_minute: z.number().int().min(1).max(100_000),
  expires_at: moment.nullable(),
};

export const createApiKeyInput = z.strictObject({
  twin_id: id("twn"),
  name: settings.name,
  type: keyType.default("publishable"),
  allowed_domains: settings.allowed_domains.default([]),
  scopes: settings.scopes.optional(),
  rate_limit_per_minute: settings.rate_limit_per_minute.optional(),
  expires_at: settings.expires_at.optional(),
});
export type CreateApiKeyInput = z.infer<typeof createApiKeyInput>;

export const updateApiKeyInput = z.strictObject({
  ...settings,
  appearance: widgetLook,
})
  .partial();
export type UpdateApiKeyInput = z.infer<typeof updateApiKeyInput>;

export const rotateApiKeyInput = z.strictObject({
  overlap_seconds: z.number().int().min(0).max(604_800).optional(),
  /** The old key ends 7 days after the new one's first call, and never without one. */
  overlap: z.literal("until_used").optional(),
}).refine(
  (input) => input.overlap === undefined || input.overlap_seconds === undefined,
  { path: ["overlap"], error: "Send overlap or overlap_seconds, not both" },
);
export type RotateApiKeyInput = z.infer<typeof rotateApiKeyInput>;

export const listApiKeysQuery = listQuery.extend({
  twin_id: id("twn").optional(),
});

export const apiKeyView = z.strictObject({
  id: z.string(),
  twin_id: z.string(),
  name: z.string(),
  type: keyType,
  key_prefix: z.string(),
  allowed_domains: z.array(z.string()),
  scopes: z.array(z.enum(SCOPES)),
  rate_limit_per_minute: z.number().int(),
  created_at: timestamp,
  last_used_at: timestamp.nullable(),
  /** The method and path of that call, as in the API description. */
  last_used_for: z.string().nullable(),
  expires_at: timestamp.nullable(),
  revoked_at: timestamp.nullable(),
  appearance: widgetLook,
});
export type ApiKeyView = z.infer<typeof apiKeyView>;

/** A new key: the only view with the secret, shown once. */
export const newApiKeyView = apiKeyView.extend({ key: z.string() });
export type NewApiKeyView = z.infer<typeof newApiKeyView>;

export const keyOriginsView = z.strictObject({
  origins: z.array(z.strictObject({
    origin: z.string(),
    allowed: z.number().int(),
    refused: z.number().int(),
    last_seen_at: timestamp,
  })),
});
export type KeyOriginsView = z.infer<typeof keyOriginsView>;

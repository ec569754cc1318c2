import type {
  ApiKeyView,
  KeyOriginsView,
  NewApiKeyView,
} from "../schemas/api_key.ts";

/** A key as listed in the dashboard. */
export type KeyRow = {
  key: ApiKeyView;
  status: "live" | "expired" | "revoked";
  /** Who called with it; `can_allow` if one click may permit a refused origin. */
  origins: OriginRow[];
};

export type OriginRow = KeyOriginsView["origins"][number] & {
  is_let_in: boolean;
  can_allow: boolean;
};

/** A newly created key, shown this once. */
export type NewKey = { text: string; made: NewApiKeyView };

/** The result of testing a key's domains. */
export type OriginTrial = {
  key_id: string;
  origin: string;
  is_let_in: boolean;
};

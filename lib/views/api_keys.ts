import type {
  ApiKeyView,
  KeyOriginsView,
  NewApiKeyView,
} from "../schemas/api_key.ts";

/** A key as the dashboard lists it. */
export type KeyRow = {
  key: ApiKeyView;
  status: "live" | "expired" | "revoked";
  /** Who called with it; `can_allow` where one click may allow a refused origin. */
  origins: OriginRow[];
};

export type OriginRow = KeyOriginsView["origins"][number] & {
  is_let_in: boolean;
  can_allow: boolean;
};

/** A key that a form made, shown this once. */
export type NewKey = { text: string; made: NewApiKeyView };

/** What the tester of a key's domains found. */
export type OriginTrial = {
  key_id: string;
  origin: string;
  is_let_in: boolean;
};

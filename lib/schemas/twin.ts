import { z } from "zod";
import type { StoredModel } from "./model.ts";
import type { Subscription } from "./webhook.ts";
import { httpsUrl, httpUrl, line, text, timestamp } from "./common.ts";

export const DEFAULT_ACCENT = "#4f46e5";

/** How many days an owner may read a conversation after its last message. */
export const DEFAULT_RETENTION_DAYS = 90;

export const accentColor = z.string()
  .regex(/^#[0-9a-fA-F]{6}$/, "Write a colour as #rrggbb, for example #4f46e5")
  .toLowerCase();

/** How a twin sounds when a language model words its answers. */
export const TONES = ["warm", "brief", "playful", "formal"] as const;
export type Tone = (typeof TONES)[number];

/** The themes of a twin's own page. */
const PAGE_THEMES = ["plain", "soft", "dark", "bold"] as const;
export type PageTheme = (typeof PAGE_THEMES)[number];

/** The most links on a twin's page. */
export const MAX_LINKS = 8;

const pageLink = z.strictObject({ label: line(60), url: httpsUrl });
type PageLink = z.infer<typeof pageLink>;

export type Twin = {
  id: string;
  tenant_id: string;
  name: string;
  bio: string;
  greeting: string;
  suggested_questions: string[];
  accent_color: string;
  disclosure: string;
  privacy_url: string | null;
  paused: boolean;
  /** 0 stores nothing beyond the session; absent is the default. */
  retention_days?: number;
  /** Absent or null if the owner chose none. */
  tone?: Tone | null;
  /** How the owner wants to sound, in their own words; used only by a language model. */
  instructions?: string;
  /** Private passages may also be sent to the embedding server; absent means no. */
  embeds_private?: boolean;
  /** Its public page is at `/@handle`; absent or null without one. */
  handle?: string | null;
  /** When its handle was changed, in the last 30 days. */
  handle_changes?: string[];
  /** Search engines may index the page at its handle; absent means yes. */
  is_searchable?: boolean;
  /** Absent means `soft`. */
  page_theme?: PageTheme;
  /** The links on its page; absent means none. */
  links?: PageLink[];
  avatar_version: string | null;
  /** For a trial not taken over: when it ends, in milliseconds. No language model works for it. */
  trial_ends_ms?: number;
  /** Its active webhooks, so that an event needs no read; absent means none. */
  webhooks?: Subscription[];
  /** Its own language model; absent if the server's answers, or none. */
  model?: StoredModel;
  created_at: string;
  updated_at: string;
  /** Set when it was deleted; it is purged 7 days later. To everyone but the purge it does not exist. */
  deleted_at: string | null;
};

/** The twin of a handle. `ends_at`: for an earlier handle, when it becomes free again. */
export type Handle = { twin_id: string; ends_at: string | null };

const handle = z.string().trim().toLowerCase()
  .transform((typed) => typed.replace(/^@/, ""))
  .pipe(
    z.string().regex(
      /^[a-z0-9][a-z0-9-]{1,28}[a-z0-9]$/,
      "Write 3 to 30 letters a to z, digits and hyphens, with no hyphen at an end",
    ),
  );

/** Whether a text is the default, with either apostrophe: older twins have the straight one. */
export function isSaid(text: string, words: string): boolean {
  const [one, other] = [text, words].map((it) => it.replaceAll("'", "’"));
  return one === other;
}

/** How many days a twin's conversations are kept. */
export function retentionOf(
  twin: Pick<Twin, "retention_days"> | null,
): number {
  return twin?.retention_days ?? DEFAULT_RETENTION_DAYS;
}

export const createTwinInput = z.strictObject({
  name: line(100),
  bio: text(1_000).optional(),
});
export type CreateTwinInput = z.infer<typeof createTwinInput>;

export const updateTwinInput = z.strictObject({
  name: line(100),
  bio: text(1_000),
  greeting: text(500),
  suggested_questions: z.array(line(200)).max(4),
  accent_color: accentColor,
  /** Empty restores the default; there is always one. */
  disclosure: line(300, 0),
  privacy_url: httpUrl.nullable(),
  paused: z.boolean(),
  retention_days: z.number({ error: "Write a number of days from 0 to 365" })
    .int("Write whole days").min(0, "Write 0 or more").max(
      365,
      "Write at most 365 days",
    ),
  tone: z.enum(TONES).nullable(),
  instructions: text(1_000),
  embeds_private: z.boolean(),
  handle: handle.nullable(),
  is_searchable: z.boolean(),
  page_theme: z.enum(PAGE_THEMES),
  links: z.array(pageLink).max(MAX_LINKS, `Write at most ${MAX_LINKS} links`),
}).partial();
export type UpdateTwinInput = z.infer<typeof updateTwinInput>;

/** What a visitor may know about a twin. */
export const publicTwinView = z.strictObject({
  id: z.string(),
  name: z.string(),
  bio: z.string(),
  avatar_url: z.string().nullable(),
  greeting: z.string(),
  suggested_questions: z.array(z.string()),
  accent_color: z.string(),
  disclosure: z.string(),
  privacy_url: z.string().nullable(),
});
export type PublicTwinView = z.infer<typeof publicTwinView>;

/** What a twin's own page shows. */
export type SharePageView = PublicTwinView & {
  page_theme: PageTheme;
  links: PageLink[];
};

export const twinView = publicTwinView.extend({
  handle: z.string().nullable(),
  is_searchable: z.boolean(),
  page_theme: z.enum(PAGE_THEMES),
  links: z.array(pageLink),
  paused: z.boolean(),
  retention_days: z.number().int(),
  tone: z.enum(TONES).nullable(),
  instructions: z.string(),
  embeds_private: z.boolean(),
  created_at: timestamp,
  updated_at: timestamp,
});
export type TwinView = z.infer<typeof twinView>;

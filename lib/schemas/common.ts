import { z } from "zod";
import type { IdPrefix } from "../crypto/ids.ts";

/** An id as stored and shown: `prefix_ULID`. */
export function id<P extends IdPrefix>(prefix: P) {
  return z.string().regex(new RegExp(`^${prefix}_[0-9A-HJKMNP-TV-Z]{26}$`))
    .meta({ example: `${prefix}_01J9Z3K5T8Q2W4X6Y8Z0A2B4C6` });
}

function tooShort(min: number): string {
  return min === 1 ? "Fill this in" : `Write at least ${min} characters`;
}

function tooLong(max: number): string {
  return `Write at most ${max.toLocaleString("en")} characters`;
}

/** Text of one line: trimmed, no control characters. */
export function line(max: number, min = 1) {
  return z.string().trim().min(min, tooShort(min)).max(max, tooLong(max))
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, "Use a single line of text")
    .refine((s) => s.isWellFormed(), "Remove the broken characters");
}

/** Text of several lines. Well-formed, so that what is stored is what comes back. */
export function text(max: number, min = 0) {
  return z.string().min(min, tooShort(min)).max(max, tooLong(max))
    .refine((s) => s.isWellFormed(), "Remove the broken characters")
    .refine((s) => !s.includes("\0"), "Remove the NUL characters");
}

export const email = z.string().trim().toLowerCase().max(254).pipe(
  z.email("Write an e-mail address, for example ada@example.com"),
);

export const timestamp = z.iso.datetime();

/** A time in the future, ISO 8601 with an offset; stored as UTC. */
export const moment = z.iso.datetime({ offset: true })
  .transform((s) => new Date(s).toISOString());

export const httpUrl = z.url({
  protocol: /^https?$/,
  error: "Write an address that begins with https:// or http://",
}).max(2_000);

/** A typed address, with the scheme if it was omitted. */
export function wholeAddress(typed: string): string {
  const text = typed.trim();
  return text === "" || /^[a-z][a-z0-9+.-]*:\/\//i.test(text)
    ? text
    : `https://${text}`;
}

/** Like `httpUrl`, for a site that others are sent to. */
export const httpsUrl = z.url({
  protocol: /^https$/,
  error: "Write an address that begins with https://",
}).max(2_000);

export const role = z.enum(["owner", "editor", "viewer"]);
export type Role = z.infer<typeof role>;

/** The query of every list. The cursor is opaque: the previous page's `next_cursor`. */
export const listQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().regex(/^[A-Za-z0-9_-]{1,200}$/).optional(),
});
export type ListQuery = z.infer<typeof listQuery>;

export type List<T> = { items: T[]; next_cursor: string | null };

/** The envelope of every list. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.strictObject({
    items: z.array(item),
    next_cursor: z.string().nullable(),
  });
}

import { z } from "zod";
import { timestamp } from "./common.ts";

/** A refusal of a public call, which its code finds for 7 days. */
export type StoredRefusal = {
  reason_code: string;
  twin_id: string;
  status: number;
  /** The exhausted limit; null if none. */
  policy: string | null;
  key_id: string | null;
  /** Of the calling page; null if no page called, or too many made-up ones came at once. */
  origin: string | null;
  /** The text that the caller got. */
  detail: string;
  /** Of the first such refusal in its minute: similar ones share a code. */
  at: string;
};

/** Why a visitor was refused, for the owner of the twin. */
export const refusalView = z.strictObject({
  reason_code: z.string(),
  twin: z.strictObject({ id: z.string(), name: z.string() }),
  status: z.number().int(),
  policy: z.string().nullable(),
  key: z.strictObject({
    id: z.string(),
    name: z.string(),
    key_prefix: z.string(),
  }).nullable(),
  origin: z.string().nullable(),
  detail: z.string(),
  time: timestamp,
});
export type RefusalView = z.infer<typeof refusalView>;

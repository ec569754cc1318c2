import { z } from "zod";

/** The message of a dashboard form for the next page. */
export const flashView = z.object({
  text: z.string().max(500),
  look: z.enum(["good", "warn"]).default("good"),
  /** The form that undoes it: its page, by default this one, and its fields. */
  undo: z.object({
    path: z.string().max(500).optional(),
    fields: z.record(z.string().max(50), z.string().max(2_000)),
  }).optional(),
});

export type Flash = z.output<typeof flashView>;

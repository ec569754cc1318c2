import { z } from "zod";

/** What a form of the dashboard did, as the next page shows it. */
export const flashView = z.object({
  text: z.string().max(500),
  look: z.enum(["good", "warn"]).default("good"),
  /** The form that takes it back: where it is sent, this page where it does not say, and its fields. */
  undo: z.object({
    path: z.string().max(500).optional(),
    fields: z.record(z.string().max(50), z.string().max(2_000)),
  }).optional(),
});

export type Flash = z.output<typeof flashView>;

import { z } from "zod";

/** What came back from private items when a visitor asked about them. */
export const leakReportView = z.strictObject({
  private_items: z.number().int(),
  questions: z.number().int(),
  leaks: z.array(z.strictObject({
    id: z.string(),
    title: z.string(),
    question: z.string(),
    /** The private item's words as a visitor would read them. */
    excerpt: z.string(),
    /** The public item that contains the same words. */
    public_title: z.string(),
  })),
});
export type LeakReportView = z.infer<typeof leakReportView>;

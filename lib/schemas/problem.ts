import { z } from "zod";
import { ERROR_CODES, type ErrorCode } from "../errors.ts";

/** An error as sent (RFC 9457), with its code and its request. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]]),
  request_id: z.string(),
  issues: z.array(z.strictObject({ path: z.string(), message: z.string() }))
    .optional(),
  policy: z.string().optional(),
  retry_after_seconds: z.number().optional(),
  reason_code: z.string().optional(),
});
export type Problem = z.infer<typeof problem>;

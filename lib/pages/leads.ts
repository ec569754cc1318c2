import type { z } from "zod";
import { leaveEmail } from "../conversations/leads.ts";
import type { leadInput } from "../schemas/lead.ts";
import { callOf } from "../http/call.ts";
import { REPLAYED, sentKey } from "../http/idempotency.ts";

/** Stores the e-mail that a twin's visitor leaves, once per `Idempotency-Key`, and responds. */
export async function leadResponse(
  req: Request,
  twin_id: string,
  body: z.output<typeof leadInput>,
): Promise<Response> {
  const { app, language } = callOf(req);
  const is_new = await leaveEmail(app, twin_id, {
    ...body,
    accept_language: language,
    once: sentKey(req) ?? undefined,
  });
  const headers = is_new ? {} : REPLAYED;
  return Response.json({ ok: true }, { status: 201, headers });
}

import type { Context } from "../context.ts";
import { getTwin } from "../twins/twins.ts";
import { addEvent } from "../webhooks/outbox.ts";

/** Adds the webhook events of a content change to a commit. */
export async function addChangeEvents(
  app: Context,
  op: Deno.AtomicOperation,
  twin_id: string,
  content_id: string,
): Promise<void> {
  const twin = await getTwin(app, twin_id);
  if (!twin) return;
  const subject = { content_id };
  addEvent(app, op, twin, { event: "content.changed", subject });
}

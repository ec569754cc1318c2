import type { Context } from "../context.ts";
import { getTwin } from "../twins/twins.ts";
import { addEvent } from "../webhooks/outbox.ts";

/** Adds to a commit that the twin's webhooks are told of a change in what it knows. */
export async function tellOfChange(
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

import type { Actor } from "../actor.ts";
import type { Context } from "../context.ts";
import type { Lead, LeadView } from "../schemas/lead.ts";
import { retentionOf } from "../schemas/twin.ts";
import { keys } from "../store/keys.ts";
import { listRecords } from "../store/list.ts";
import { requireTwin } from "../twins/twins.ts";
import { viewLead } from "./leads.ts";
import { leadId } from "./purge.ts";

/** How many e-mails wait for an answer, among the newest hundred, and whether there are more. */
export async function countWaitingLeads(
  app: Context,
  actor: Actor,
  twin_id: string,
): Promise<{ count: number; has_more: boolean }> {
  const twin = await requireTwin(app, actor, twin_id);
  if (retentionOf(twin) === 0) return { count: 0, has_more: false };
  const { items, next_cursor } = await listRecords<Lead>(
    app.kv,
    keys.leads(twin_id),
    { limit: 100 },
  );
  return { count: items.length, has_more: next_cursor !== null };
}

/** The e-mail left in a conversation, waiting or answered; null if none. */
export async function findLead(
  app: Context,
  actor: Actor,
  twin_id: string,
  conversation_id: string,
): Promise<LeadView | null> {
  await requireTwin(app, actor, twin_id);
  const id = leadId({ id: conversation_id });
  const [open, answered] = await app.kv.getMany<[Lead, Lead]>([
    keys.lead(twin_id, id),
    keys.answeredLead(twin_id, id),
  ]);
  const lead = open.value ?? answered.value;
  return lead && viewLead(lead);
}

import type { Actor, Editor } from "../actor.ts";
import type { Context } from "../context.ts";
import type { WithAdmission } from "../limits/admission.ts";
import type { WithReads } from "../store/gathered_reads.ts";
import { commitAs } from "../authority.ts";
import { iso } from "../clock.ts";
import { AppError, notFound } from "../errors.ts";
import { admitOrThrow, leadCharges } from "../limits/policies.ts";
import { countEmail } from "../figures/figures.ts";
import type { Session } from "../schemas/chat.ts";
import type { Lead, LeadView } from "../schemas/lead.ts";
import type { List, ListQuery } from "../schemas/common.ts";
import { conversationOver, requireSessionWithTwin } from "./sessions.ts";
import { mailLanguage } from "../mail/words/words.ts";
import { leadClaim, readLeadClaim } from "./lead_claims.ts";
import { leadId } from "./purge.ts";
import { isUnanswered, listExchanges } from "./exchanges.ts";
import { retentionOf, type Twin } from "../schemas/twin.ts";
import { commitWithRetry } from "../store/commit.ts";
import { keys } from "../store/keys.ts";
import { listRecords } from "../store/list.ts";
import { requireTwin } from "../twins/twins.ts";
import { noteNews } from "../notifications/news.ts";
import { addEvent } from "../webhooks/outbox.ts";

/** Prefix of a cursor to a page of answered leads only. */
const ANSWERED = "answered-";

/**
 * What a visitor leaves: the e-mail, the languages they read, as an `Accept-Language` header, and the hash of the
 * call's `Idempotency-Key`.
 */
type Left = {
  email: string;
  message?: string;
  accept_language?: string;
  once?: string;
};

/**
 * Stores the e-mail of a visitor who wants to be notified, with the last unanswered question. One per session: a
 * second replaces the first, and waits again. One commit stores it and checks that the session still exists. Returns
 * whether this call stored it: false if an earlier call with the same `Idempotency-Key` did, and then nothing is
 * charged, changed or announced. Throws `not_found` if the session is over, `forbidden` if nothing is to be stored,
 * `rate_limited`, and `invalid_input` for the same key with other contents.
 */
export async function leaveEmail(
  app: Context & WithAdmission & WithReads,
  twin_id: string,
  { session_id, ...left }: Left & { session_id: string },
): Promise<boolean> {
  return await keepEmail(
    app,
    await requireSessionWithTwin(app, session_id, twin_id),
    left,
  );
}

/** Like `leaveEmail`, for a known session. */
export async function keepEmail(
  app: Context & WithAdmission,
  { session, twin }: { session: Session; twin: Twin },
  { email, message = "", accept_language, once }: Left,
): Promise<boolean> {
  if (session.kept_days === 0 || retentionOf(twin) === 0) {
    throw new AppError(
      "forbidden",
      "This twin stores no conversations, so it cannot keep your e-mail either. Ask again another day.",
    );
  }
  const now = app.clock.now();
  const claim = once && leadClaim(session, { once, email, message, now });
  if (claim && (await readLeadClaim(app, claim)).is_made) return false;
  await admitOrThrow(app, leadCharges(app, session.id, twin.id));
  const { question, message_id } = await findQuestion(app, session);
  const language = mailLanguage(accept_language);
  const lead: Lead = {
    id: leadId(session),
    twin_id: twin.id,
    session_id: session.id,
    email,
    message,
    question,
    ...(message_id ? { message_id } : {}),
    ...(language === "en" ? {} : { language }),
    created_at: iso(now),
  };
  return await commitWithRetry(app.kv, async (op) => {
    if (claim) {
      const { is_made, entry } = await readLeadClaim(app, claim);
      if (is_made) return false;
      op.check(entry).set(claim.key, claim.value);
    }
    const stored = await app.kv.get<Session>(keys.session(session.id));
    if (!stored.value) throw conversationOver();
    const [open, answered] = await readLead(app, twin.id, lead.id);
    op.check(stored, open, answered).set(open.key, lead).delete(answered.key);
    if (!open.value && !answered.value) countEmail(op, session, now);
    noteNews(app, op, twin, "leads");
    addEvent(app, op, twin, {
      event: "lead.created",
      subject: { lead_id: lead.id, session_id: session.id },
      number: session.messages,
    });
    return true;
  });
}

/** The question a visitor wants to hear about: the last unanswered one, or else the last. */
export async function findQuestion(
  app: Context,
  session: Session,
): Promise<{ question: string; message_id?: string }> {
  const exchanges = await listExchanges(app, session.id, 50);
  const unanswered = exchanges.findLast(isUnanswered);
  return {
    question: unanswered?.question ?? exchanges.at(-1)?.question ?? "",
    message_id: unanswered?.id,
  };
}

/** Reads a lead from the waiting and the answered ones. */
function readLead(app: Context, twin_id: string, lead_id: string) {
  return app.kv.getMany<[Lead, Lead]>([
    keys.lead(twin_id, lead_id),
    keys.answeredLead(twin_id, lead_id),
  ]);
}

/** Lists the e-mails visitors left: first those waiting, newest conversation first, then the answered ones. */
export async function listLeads(
  app: Context,
  actor: Actor,
  twin_id: string,
  { limit, cursor }: ListQuery,
): Promise<List<LeadView>> {
  const twin = await requireTwin(app, actor, twin_id);
  if (retentionOf(twin) === 0) return { items: [], next_cursor: null };
  const answered = keys.answeredLeads(twin_id);
  if (cursor?.startsWith(ANSWERED)) {
    const before = cursor.slice(ANSWERED.length) || undefined;
    return viewPage(
      await listRecords(app.kv, answered, { limit, cursor: before }),
    );
  }
  const open = await listRecords<Lead>(app.kv, keys.leads(twin_id), {
    limit,
    cursor,
  });
  const room = limit - open.items.length;
  // Read even if the page is full: the next page begins with them, if there are any.
  const rest = open.next_cursor === null
    ? await listRecords<Lead>(app.kv, answered, { limit: Math.max(1, room) })
    : null;
  if (rest === null) return viewPage(open, "");
  if (room > 0) {
    return viewPage({ ...rest, items: [...open.items, ...rest.items] });
  }
  return {
    items: open.items.map(viewLead),
    next_cursor: rest.items.length > 0 ? ANSWERED : null,
  };
}

function viewPage(page: List<Lead>, begins = ANSWERED): List<LeadView> {
  return {
    items: page.items.map(viewLead),
    next_cursor: page.next_cursor && begins + page.next_cursor,
  };
}

/** Marks a lead as answered, or as waiting again; `also` adds to that commit. Throws `not_found`. */
export async function setAnswered(
  app: Context,
  editor: Editor,
  twin_id: string,
  lead_id: string,
  answered: boolean,
  also?: (op: Deno.AtomicOperation, lead: Lead) => void,
): Promise<LeadView> {
  await requireTwin(app, editor, twin_id);
  return await commitAs(app, editor, async (op) => {
    const [open, done] = await readLead(app, twin_id, lead_id);
    const lead = open.value ?? done.value;
    if (!lead) throw notFound("e-mail");
    if (answered === (open.value === null)) return viewLead(lead);
    op.check(open, done);
    also?.(op, lead);
    if (answered) return viewLead(markAnswered(app, op, lead));
    const { answered_at: _, ...waiting } = lead;
    op.set(open.key, waiting).delete(done.key);
    return viewLead(waiting);
  });
}

/** Adds to a commit that a lead is answered; the commit checks that it still waits. */
export function markAnswered(
  app: Context,
  op: Deno.AtomicOperation,
  lead: Lead,
): Lead {
  const answered = { ...lead, answered_at: iso(app.clock.now()) };
  op.delete(keys.lead(lead.twin_id, lead.id))
    .set(keys.answeredLead(lead.twin_id, lead.id), answered);
  return answered;
}

/** Reads a lead, waiting or answered. Throws `not_found`. */
export async function getLead(
  app: Context,
  actor: Actor,
  twin_id: string,
  lead_id: string,
): Promise<Lead> {
  await requireTwin(app, actor, twin_id);
  const [open, answered] = await readLead(app, twin_id, lead_id);
  const lead = open.value ?? answered.value;
  if (!lead) throw notFound("e-mail");
  return lead;
}

/** The view of a lead for the team. */
export function viewLead(lead: Lead): LeadView {
  return {
    id: lead.id,
    conversation_id: lead.session_id,
    email: lead.email,
    message: lead.message,
    question: lead.question,
    created_at: lead.created_at,
    answered_at: lead.answered_at ?? null,
  };
}

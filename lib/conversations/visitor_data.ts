import type { Actor, Editor } from "../actor.ts";
import { recordAudit } from "../audit/audit.ts";
import { commitAs } from "../authority.ts";
import { iso } from "../clock.ts";
import type { Context } from "../context.ts";
import { AppError, notFound } from "../errors.ts";
import type { Session } from "../schemas/chat.ts";
import type { Lead } from "../schemas/lead.ts";
import type { Twin } from "../schemas/twin.ts";
import type {
  ErasureView,
  VisitorDataView,
  VisitorInput,
} from "../schemas/visitor_data.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";
import { getAll, getEntries } from "../store/list.ts";
import { getTranscript } from "./conversations.ts";
import { viewLead } from "./leads.ts";
import { addPurge, leadId, purgeTexts } from "./purge.ts";
import { isShown } from "./retention.ts";

/** Conversations erased in one commit, which checks each of them. */
const TOGETHER = 90;
/** The most conversations in one export of a visitor: only a machine leaves one e-mail in more. */
const MOST_EXPORTED = 500;

/** A visitor's conversations, and the e-mails they left there, with the team's twins by id. */
type Found = { sessions: Session[]; leads: Lead[]; twins: Map<string, Twin> };

/**
 * Exports everything that the team may read about a visitor, over all its twins: for an e-mail, every conversation in
 * which it was left. Ratings are part of their answers. Throws `not_found` if there is nothing, and `conflict` if
 * there is too much.
 */
export async function exportVisitor(
  app: Context,
  actor: Actor,
  input: VisitorInput,
): Promise<VisitorDataView> {
  const { sessions, leads, twins } = await findVisitor(app, actor, input);
  if (sessions.length > MOST_EXPORTED) {
    throw new AppError(
      "conflict",
      `This e-mail was left in more than ${MOST_EXPORTED} conversations. Download all conversations and all e-mails on the page Conversations.`,
    );
  }
  const now = app.clock.now();
  const readable = sessions.filter((session) => {
    const twin = twins.get(session.twin_id);
    return twin && isShown(session, twin, now);
  });
  return {
    conversations: await Promise.all(
      readable.map(({ twin_id, id }) => getTranscript(app, actor, twin_id, id)),
    ),
    leads: leads.map(viewLead),
  };
}

/**
 * Erases everything about a visitor, including what only they may read, and records how much it was but nothing of
 * it. One commit ends up to 90 conversations and leaves their receipt; the texts follow right away, or in the next
 * sweep if interrupted. A letter waiting to be sent to them is dropped. Throws `not_found` if there is nothing, or
 * someone else erased it first.
 */
export async function eraseVisitor(
  app: Context,
  editor: Editor,
  input: VisitorInput,
): Promise<ErasureView> {
  const { sessions, leads } = await findVisitor(app, editor, input);
  const left_in = new Set(leads.map(({ session_id }) => session_id));
  const erased: ErasureView = {
    ...{ conversations: 0, messages: 0, leads: 0 },
    erased_at: iso(app.clock.now()),
  };
  for (let i = 0; i < sessions.length; i += TOGETHER) {
    const some = sessions.slice(i, i + TOGETHER).map(({ id }) => id);
    const ended = await endSessions(app, editor, some, left_in);
    erased.conversations += ended.conversations;
    erased.messages += ended.messages;
    erased.leads += ended.leads;
  }
  if (erased.conversations === 0) throw notFound("visitor");
  return erased;
}

/** Erases the remaining sessions; returns how much was erased. */
async function endSessions(
  app: Context,
  editor: Editor,
  ids: string[],
  left_in: ReadonlySet<string>,
): Promise<ErasureView> {
  const now = app.clock.now();
  const { sessions, erasure } = await commitAs(app, editor, async (op) => {
    const entries = await getEntries<Session>(app.kv, ids.map(keys.session));
    const sessions = entries.flatMap(({ value }) => value ?? []);
    const erasure: ErasureView = {
      conversations: sessions.length,
      messages: sessions.reduce((sum, { messages }) => sum + messages, 0),
      leads: sessions.filter(({ id }) => left_in.has(id)).length,
      erased_at: iso(now),
    };
    for (const entry of entries) {
      if (!entry.value) continue;
      op.check(entry);
      addPurge(op, entry.value);
      op.set(expiryKey(now, "session", entry.key), entry.value.twin_id);
    }
    if (sessions.length > 0) {
      recordAudit(app, op, editor, {
        action: "visitor.erased",
        id: "",
        name: erasureInWords(erasure),
      });
    }
    return { sessions, erasure };
  });
  for (const { id, twin_id } of sessions) await purgeTexts(app, id, twin_id);
  return erasure;
}

/** Describes how much was erased. */
export function erasureInWords(
  { conversations, messages, leads }: ErasureView,
): string {
  const count = (n: number, what: string) =>
    `${n} ${what}${n === 1 ? "" : "s"}`;
  return [
    count(conversations, "conversation"),
    count(messages, "question"),
    count(leads, "e-mail"),
  ].join(", ");
}

async function findVisitor(
  app: Context,
  actor: Actor,
  input: VisitorInput,
): Promise<Found> {
  const twins = await twinsOf(app, actor);
  const { email, conversation_id = "-" } = input;
  const left = email === undefined
    ? null
    : await leadsOf(app, [...twins.keys()], email);
  const session_ids = left
    ? left.map(({ session_id }) => session_id)
    : [conversation_id];
  const found = await getAll<Session>(
    app.kv,
    session_ids.map((id) => keys.session(id)),
  );
  const sessions = found.filter((session) => session !== null)
    .filter(({ twin_id }) => twins.has(twin_id));
  if (sessions.length === 0) throw notFound("visitor");
  return { twins, sessions, leads: left ?? await leadsIn(app, sessions) };
}

async function twinsOf(
  { kv }: Context,
  { tenant_id, key }: Actor,
): Promise<Map<string, Twin>> {
  if (key) {
    throw new AppError(
      "forbidden",
      "API keys cannot read what one visitor left. Log in to the dashboard instead.",
    );
  }
  const prefix = keys.twinsByTenant(tenant_id);
  const listed = await Array.fromAsync(kv.list({ prefix }));
  const twins = await getAll<Twin>(
    kv,
    listed.map(({ key }) => keys.twin(String(key[2]))),
  );
  return new Map(twins.flatMap((twin) => twin ? [[twin.id, twin]] : []));
}

/** The leads with one address, waiting and answered. */
async function leadsOf(
  { kv }: Context,
  twin_ids: string[],
  email: string,
): Promise<Lead[]> {
  const wanted = email.toLowerCase();
  const leads: Lead[] = [];
  for (const id of twin_ids) {
    for (const prefix of [keys.leads(id), keys.answeredLeads(id)]) {
      for await (const { value } of kv.list<Lead>({ prefix })) {
        if (value.email.toLowerCase() === wanted) leads.push(value);
      }
    }
  }
  return leads;
}

/** The leads of these conversations. */
async function leadsIn(
  { kv }: Context,
  sessions: Session[],
): Promise<Lead[]> {
  const places = sessions.flatMap((session) => {
    const id = leadId(session);
    const { twin_id } = session;
    return [keys.lead(twin_id, id), keys.answeredLead(twin_id, id)];
  });
  return (await getAll<Lead>(kv, places)).filter((lead) => lead !== null);
}

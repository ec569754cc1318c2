import type { Actor, Editor } from "../actor.ts";
import { recordAudit } from "../audit.ts";
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
import { keys } from "../store/keys.ts";
import { getAll } from "../store/list.ts";
import { getTranscript } from "./conversations.ts";
import { viewLead } from "./leads.ts";
import { addPurge, leadId, purgeTexts } from "./purge.ts";
import { isShown } from "./retention.ts";

/** One address leaves no more than so many e-mails; what goes past it is erased by asking again. */
const MOST = 200;

/** A visitor's conversations, and the e-mails that they left in them. */
type Found = { sessions: Session[]; leads: Lead[] };

/**
 * All that the team has of a visitor, of all its twins: of an e-mail every conversation in which it was left. Ratings
 * stand with their answers. Throws `not_found` where there is nothing.
 */
export async function exportVisitor(
  app: Context,
  actor: Actor,
  input: VisitorInput,
): Promise<VisitorDataView> {
  const { sessions, leads } = await findVisitor(app, actor, input);
  return {
    conversations: await Promise.all(
      sessions.map(({ twin_id, id }) => getTranscript(app, actor, twin_id, id)),
    ),
    leads: leads.map(viewLead),
  };
}

/**
 * Erases what `exportVisitor` tells, and writes down how much it was and nothing of it. Not atomic: what is cut short is
 * finished by asking again. A letter on its way to the visitor still arrives. Throws `not_found` where there is nothing.
 */
export async function eraseVisitor(
  app: Context,
  editor: Editor,
  input: VisitorInput,
): Promise<ErasureView> {
  const { sessions, leads } = await findVisitor(app, editor, input);
  for (const session of sessions) {
    await commitAs(app, editor, (op) => addPurge(op, session));
    await purgeTexts(app, session.id, session.twin_id);
  }
  const erasure = {
    conversations: sessions.length,
    messages: sessions.reduce((sum, { messages }) => sum + messages, 0),
    leads: leads.length,
    erased_at: iso(app.clock.now()),
  };
  return await commitAs(app, editor, (op) => {
    recordAudit(app, op, editor, {
      action: "visitor.erased",
      id: "",
      name: erasureInWords(erasure),
    });
    return erasure;
  });
}

/** How much was erased, in words. */
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
  const found = "email" in input
    ? await findByEmail(app, twins, input.email)
    : await findByConversation(app, twins, input.conversation_id);
  if (found.sessions.length > 0) return found;
  throw notFound("visitor");
}

async function twinsOf({ kv }: Context, { tenant_id, key }: Actor) {
  if (key) {
    throw new AppError(
      "forbidden",
      "Keys may not ask for what one visitor left. Sign in instead.",
    );
  }
  const prefix = keys.twinsByTenant(tenant_id);
  const listed = await Array.fromAsync(kv.list({ prefix }));
  const twins = await getAll<Twin>(
    kv,
    listed.map(({ key }) => keys.twin(String(key[2]))),
  );
  return twins.filter((twin) => twin !== null);
}

async function findByEmail(
  app: Context,
  twins: Twin[],
  email: string,
): Promise<Found> {
  const wanted = email.toLowerCase();
  const leads: Lead[] = [];
  for (const { id } of twins) {
    for (const prefix of [keys.leads(id), keys.answeredLeads(id)]) {
      for await (const { value } of app.kv.list<Lead>({ prefix })) {
        if (value.email.toLowerCase() === wanted) leads.push(value);
      }
    }
  }
  const some = leads.slice(0, MOST);
  const sessions = await getAll<Session>(
    app.kv,
    some.map(({ session_id }) => keys.session(session_id)),
  );
  return { leads: some, sessions: shown(app, twins, sessions) };
}

async function findByConversation(
  app: Context,
  twins: Twin[],
  conversation_id: string,
): Promise<Found> {
  const { value } = await app.kv.get<Session>(keys.session(conversation_id));
  const sessions = shown(app, twins, [value]);
  const left = await Promise.all(sessions.map((session) => {
    const id = leadId(session);
    return app.kv.getMany<[Lead, Lead]>([
      keys.lead(session.twin_id, id),
      keys.answeredLead(session.twin_id, id),
    ]);
  }));
  const leads = left.flat().flatMap(({ value }) => value ?? []);
  return { sessions, leads };
}

/** Those of the team's own twins that it may see. */
function shown(
  { clock }: Context,
  twins: Twin[],
  sessions: (Session | null)[],
): Session[] {
  const by_id = new Map(twins.map((twin) => [twin.id, twin]));
  return sessions.filter((session): session is Session => {
    const twin = session && by_id.get(session.twin_id);
    return !!twin && isShown(session, twin, clock.now());
  });
}

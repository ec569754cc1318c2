import type { Editor } from "../actor.ts";
import type { Context } from "../context.ts";
import { currentIndex, type WithIndexes } from "../content/indexes.ts";
import { publicReader } from "../content/reader.ts";
import {
  createContent,
  updateContent,
  type WithPassages,
} from "../content/content.ts";
import { addVisitorLetter, sendsMail } from "../mail/outbox.ts";
import { answerLetter } from "./answer_letter.ts";
import { AppError, isAppError } from "../errors.ts";
import { getLead, markAnswered, setAnswered } from "./leads.ts";
import type { WithAdmission } from "../limits/admission.ts";
import { letterCharges } from "../limits/policies.ts";
import { rateLimited } from "../limits/rate_limited.ts";
import type { Lead } from "../schemas/lead.ts";
import type { Twin } from "../schemas/twin.ts";
import type { AnswerInput } from "../schemas/conversation.ts";
import type { ContentView } from "../schemas/content.ts";
import { keys } from "../store/keys.ts";
import { requireTwin } from "../twins/twins.ts";
import {
  findUnanswered,
  listWaiting,
  removeFromUnanswered,
} from "./unanswered.ts";

/** A commit is limited to 100 checks and to 800 kB, of which a letter may take 40. */
const MAX_LEADS_AT_ONCE = 80;
const MAX_LETTERS_AT_ONCE = 10;

/**
 * The pair, and how many questions left the list and e-mails were marked as answered with it; `waiting`: those that
 * could not be sent a letter today.
 */
export type Answered = {
  item: ContentView;
  questions: number;
  leads: number;
  waiting: number;
};

/**
 * Makes the owner's answer a public pair, or updates the public pair that answers this question, from the next
 * message on. The same commit takes the question and those that ask the same off the list, and marks the e-mails left
 * with them as answered, sending them the answer if asked to; whoever cannot be sent it today keeps waiting. If two
 * people answer at once, one gets `conflict`. Throws `rate_limited` if no letter may be sent.
 */
export async function answerQuestion(
  app: Context & WithPassages & WithIndexes & WithAdmission,
  editor: Editor,
  twin_id: string,
  input: AnswerInput,
): Promise<Answered> {
  const twin = await requireTwin(app, editor, twin_id);
  const settled = await readSettled(app, editor, twin_id, input);
  const addAnswerLetter = (op: Deno.AtomicOperation, lead: Lead) => {
    if (!input.mail) return;
    const letter = answerLetter(twin, lead, input.answer);
    const { tenant_id: account } = twin;
    const { session_id } = lead;
    addVisitorLetter(app, op, { account, session_id }, letter);
  };
  const most = input.mail ? MAX_LETTERS_AT_ONCE : MAX_LEADS_AT_ONCE;
  const told = input.mail && sendsMail(app)
    ? await admitLetters(app, twin, settled.leads)
    : settled.leads;
  const leads = told.slice(0, most);
  const item = await savePair(app, editor, twin_id, input, (op) => {
    settled.removeFromUnanswered(op);
    for (const entry of leads) {
      op.check(entry);
      markAnswered(app, op, entry.value);
      addAnswerLetter(op, entry.value);
    }
  });
  for (const { value } of told.slice(most)) {
    await setAnswered(app, editor, twin_id, value.id, true, addAnswerLetter);
  }
  const { questions } = settled;
  const waiting = settled.leads.length - told.length;
  return { item, questions, leads: told.length, waiting };
}

/** The leads that may be sent a letter now. Throws `rate_limited` if there are some and none may. */
async function admitLetters(
  app: Context & WithAdmission,
  { tenant_id }: Twin,
  leads: Deno.KvEntry<Lead>[],
): Promise<Deno.KvEntry<Lead>[]> {
  const decisions = await Promise.all(
    leads.map(({ value }) =>
      app.admission.admit(letterCharges(app, tenant_id, value.email))
    ),
  );
  const admitted = leads.filter((_, i) => decisions[i].allowed);
  const refused = decisions.find(({ allowed }) => !allowed);
  if (refused && admitted.length === 0) throw rateLimited(refused);
  return admitted;
}

/** What an answer settles besides becoming content: the questions of a row, and the e-mails left with them. */
async function readSettled(
  app: Context & WithIndexes,
  editor: Editor,
  twin_id: string,
  { message_id, lead_id }: AnswerInput,
) {
  const lead = lead_id === undefined
    ? null
    : await getLead(app, editor, twin_id, lead_id);
  // An e-mail left with a question waits for its answer.
  const asked_id = message_id ?? lead?.message_id ?? "";
  const place = await app.kv.get(keys.unanswered(twin_id, asked_id));
  const group = place.value === null
    ? []
    : await findUnanswered(app, editor, twin_id, asked_id) ?? [];
  const leads = await listWaiting(app, twin_id, group);
  if (lead && !leads.some(({ value }) => value.id === lead.id)) {
    const entry = await app.kv.get<Lead>(keys.lead(twin_id, lead.id));
    if (entry.value) leads.unshift(entry);
  }
  return {
    leads,
    questions: group.length,
    removeFromUnanswered(op: Deno.AtomicOperation) {
      if (place.value === null) return;
      op.check(place);
      removeFromUnanswered(op, twin_id, asked_id, group);
    },
  };
}

async function savePair(
  app: Context & WithPassages & WithIndexes,
  editor: Editor,
  twin_id: string,
  { question, answer }: AnswerInput,
  also: (op: Deno.AtomicOperation) => void,
): Promise<ContentView> {
  const reader = publicReader(app.kv, twin_id);
  const { index } = await currentIndex(app, twin_id, reader);
  const known = index.pair(question)?.content_id;
  const pair = { title: question, body: answer };
  try {
    if (known) {
      return await updateContent(app, editor, twin_id, known, pair, also);
    }
    const item = { ...pair, visibility: "public", kind: "pair" } as const;
    return await createContent(app, editor, twin_id, item, also);
  } catch (cause) {
    if (!isAppError(cause) || cause.code !== "conflict") throw cause;
    throw new AppError(
      "conflict",
      "Someone else answered or changed this at the same time. Reload the list before you try again.",
      { cause },
    );
  }
}

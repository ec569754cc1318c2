import { askByLink } from "../chat/ask.ts";
import { leaveEmail } from "../conversations/leads.ts";
import { rateAnswer } from "../conversations/ratings.ts";
import { ratingInput } from "../schemas/chat.ts";
import { leadInput } from "../schemas/lead.ts";
import { endVisitorSession } from "../conversations/sessions.ts";
import type { OpenShare } from "../sharing/share_links.ts";
import { parse } from "../http/body.ts";
import { chatByForm, chatSoFar, type FormChat, NO_CHAT } from "./chat_form.ts";
import type { PublicForm } from "./access.ts";
import { toFormError } from "./thrown.ts";

/** What became of a share page's form; `done` says it in words where it was no question. */
export type ShareFormResult = FormChat & { done?: string };

/** The share page's forms, for a browser without scripts: to ask, to rate, to leave an e-mail, to delete. */
export async function runShareForm(
  { app, call, req, action, fields }: PublicForm,
  share: OpenShare,
): Promise<ShareFormResult> {
  const { session_id = "" } = fields;
  const twin_id = share.twin.id;
  if (action !== "delete" && action !== "leave_email" && action !== "rate") {
    return await chatByForm(app, fields, {
      twin_id,
      signal: req.signal,
      ask: (input) => askByLink(app, share, call, input),
    });
  }
  try {
    if (action === "delete") {
      await endVisitorSession(app, session_id, twin_id);
      return { ...NO_CHAT, done: "Deleted. Nothing of it is stored any more." };
    }
    if (action === "rate") {
      const { message_id, rating, comment } = fields;
      const input = { session_id, message_id, rating, comment };
      await rateAnswer(app, twin_id, parse(ratingInput, input));
      const chat = await chatSoFar(app, twin_id, session_id);
      return { ...chat, done: "Thank you." };
    }
    const input = parse(leadInput, { session_id, email: fields.email });
    await leaveEmail(app, twin_id, input);
    return {
      ...await chatSoFar(app, twin_id, session_id),
      done: "Thank you. You will hear as soon as there is an answer.",
    };
  } catch (cause) {
    const error = toFormError(cause, fields);
    return { ...await chatSoFar(app, twin_id, session_id), error };
  }
}

import { z } from "zod";
import { askByLink } from "../chat/ask.ts";
import { leaveEmail } from "../conversations/leads.ts";
import { rateAnswer } from "../conversations/ratings.ts";
import { endVisitorSession } from "../conversations/sessions.ts";
import { ratingInput } from "../schemas/chat.ts";
import { leadInput } from "../schemas/lead.ts";
import type { OpenShare } from "../sharing/share_links.ts";
import type { FormChat } from "../views/form_chat.ts";
import type { PublicForm } from "./access.ts";
import { chatAction, chatSoFar, keepingChat } from "./chat_form.ts";
import { type Action, publicAction } from "./form.ts";

type ShareAction = Action<FormChat, PublicForm>;

/** A form of the share page, for a browser without scripts: to rate, to leave an e-mail, to delete, or else to ask. */
export function shareAction(share: OpenShare, name: string): ShareAction {
  const twin_id = share.twin.id;
  const actions = new Map<string, ShareAction>([
    ["rate", rate(twin_id)],
    ["leave_email", leave(twin_id)],
    ["delete", end(twin_id)],
  ]);
  const action = actions.get(name);
  return action ? keepingChat(twin_id, action) : chatAction(
    twin_id,
    ({ app, call }, input) => askByLink(app, share, call, input),
  );
}

function rate(twin_id: string): ShareAction {
  return publicAction({
    schema: ratingInput,
    fields: ({ session_id = "", message_id, rating, comment }) => ({
      session_id,
      message_id,
      rating,
      comment,
    }),
    async run({ app }, input) {
      await rateAnswer(app, twin_id, input);
      const chat = await chatSoFar(app, twin_id, input.session_id);
      return { ...chat, told: "Thank you." };
    },
  });
}

function leave(twin_id: string): ShareAction {
  return publicAction({
    schema: leadInput,
    fields: ({ session_id = "", email }) => ({ session_id, email }),
    async run({ app }, input) {
      await leaveEmail(app, twin_id, input);
      return {
        ...await chatSoFar(app, twin_id, input.session_id),
        told: "Thank you. You will hear as soon as there is an answer.",
      };
    },
  });
}

function end(twin_id: string): ShareAction {
  return publicAction({
    schema: z.object({ session_id: z.string().default("") }),
    async run({ app }, { session_id }) {
      await endVisitorSession(app, session_id, twin_id);
      const told = "Deleted. Nothing of it is stored any more.";
      return { said: [], session_id: "", told };
    },
  });
}

import type { App } from "../app.ts";
import type { Conversation } from "../chat/converse.ts";
import { type ChatInput, chatInput } from "../schemas/chat.ts";
import { describeSession } from "../conversations/visitor_view.ts";
import { collectAnswer } from "../http/chat_response.ts";
import type { FormChat } from "../views/form_chat.ts";
import type { PageCall, Sent } from "./access.ts";
import { type Action, makeAction } from "./form.ts";

const NO_CHAT: FormChat = { said: [], session_id: "" };

/** The action of a form for asking. */
export function chatAction<C extends PageCall & Sent>(
  twin_id: string,
  ask: (page: C, input: ChatInput) => Promise<Conversation>,
): Action<FormChat, C> {
  const asking = makeAction<C>()({
    schema: chatInput,
    fields: ({ message, suggested, session_id }) => ({
      message: suggested ?? message,
      ...(session_id ? { session_id } : {}),
    }),
    async run(page, input) {
      const reply = await ask(page, input);
      const { ending } = page.app.streams;
      const until = AbortSignal.any([page.req.signal, ending]);
      const answer = await collectAnswer(reply, until);
      return await listSaid(page.app, twin_id, answer.session_id);
    },
  });
  return keepingChat(twin_id, asking);
}

/** Keeps the conversation so far beside a refused action. */
export function keepingChat<R extends FormChat, C extends PageCall & Sent>(
  twin_id: string,
  action: Action<R, C>,
): Action<R | FormChat, C> {
  return async (page) => {
    const outcome = await action(page);
    if (outcome instanceof Response || outcome.result) return outcome;
    const { session_id = "" } = page.fields;
    return {
      ...outcome,
      result: await chatSoFar(page.app, twin_id, session_id),
    };
  };
}

/** The conversation in a form's session; nothing if it has ended. */
export async function chatSoFar(
  app: App,
  twin_id: string,
  session_id: string,
): Promise<FormChat> {
  if (!session_id) return NO_CHAT;
  return await listSaid(app, twin_id, session_id).catch(() => NO_CHAT);
}

async function listSaid(app: App, twin_id: string, session_id: string) {
  const { messages } = await describeSession(app, session_id, twin_id);
  return { said: messages, session_id };
}

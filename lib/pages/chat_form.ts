import type { App } from "../app.ts";
import type { Conversation } from "../chat/converse.ts";
import {
  type ChatInput,
  chatInput,
  type SessionView,
} from "../schemas/chat.ts";
import { describeSession } from "../conversations/visitor_view.ts";
import { parse } from "../http/body.ts";
import { collectAnswer } from "../http/chat_response.ts";
import { type Fields, type FormError, toFormError } from "./thrown.ts";

/** A conversation as it stands for a browser without scripts. */
export type FormChat = {
  said: SessionView["messages"];
  session_id: string;
  /** What was typed, where it could not be asked. */
  draft?: string;
  error?: FormError;
};

export const NO_CHAT: FormChat = { said: [], session_id: "" };

type Way = {
  twin_id: string;
  signal: AbortSignal;
  ask: (input: ChatInput) => Promise<Conversation>;
};

/** Asks what a form says. A refusal keeps what was said before and what was typed. */
export async function chatByForm(
  app: App,
  fields: Fields,
  { twin_id, signal, ask }: Way,
): Promise<FormChat> {
  const { message, suggested, session_id = "" } = fields;
  try {
    const input = parse(chatInput, {
      message: suggested ?? message,
      ...(session_id ? { session_id } : {}),
    });
    const answer = await collectAnswer(await ask(input), signal);
    return await listSaid(app, twin_id, answer.session_id);
  } catch (cause) {
    const error = toFormError(cause, fields);
    return {
      ...await chatSoFar(app, twin_id, session_id),
      draft: message,
      error,
    };
  }
}

/** What was said in a form's session; nothing where it has ended. */
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

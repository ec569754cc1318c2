import { preview } from "../chat/channels.ts";
import { chatInput } from "../schemas/chat.ts";
import { describeSession } from "../sessions.ts";
import { requireTwin } from "../twins.ts";
import { parse } from "./body.ts";
import { collectAnswer } from "./chat_response.ts";
import {
  type Fields,
  type FormError,
  type MemberCall,
  toFormError,
} from "./page.ts";

/** A preview as it stands for a browser without scripts. */
export type TryOut = {
  said: Awaited<ReturnType<typeof describeSession>>["messages"];
  session_id: string;
  /** What was typed, where it could not be asked. */
  draft?: string;
  error?: FormError;
};

/** Asks the twin what a form says. A refusal keeps what was said before and what was typed. */
export async function tryOut(
  page: MemberCall,
  twin_id: string,
  fields: Fields,
): Promise<TryOut> {
  try {
    const session_id = await ask(page, twin_id, fields);
    return { said: await listSaid(page, twin_id, session_id), session_id };
  } catch (cause) {
    const error = toFormError(cause, fields);
    const { session_id = "", message: draft } = fields;
    // One that has ended is not asked again.
    const said = await listSaid(page, twin_id, session_id).catch(() => null);
    return {
      ...(said ? { said, session_id } : { said: [], session_id: "" }),
      draft,
      error,
    };
  }
}

/** Answers the session's id. */
async function ask(
  { app, actor, req }: MemberCall,
  twin_id: string,
  { message, suggested, session_id }: Fields,
): Promise<string> {
  const input = parse(chatInput, {
    message: suggested ?? message,
    ...(session_id ? { session_id } : {}),
  });
  const twin = await requireTwin(app, actor, twin_id);
  const conversation = await preview(app, actor, twin, "owner", input);
  return (await collectAnswer(conversation, req.signal)).session_id;
}

async function listSaid(page: MemberCall, twin_id: string, session_id: string) {
  if (!session_id) return [];
  return (await describeSession(page.app, session_id, twin_id)).messages;
}

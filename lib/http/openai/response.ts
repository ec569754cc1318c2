import { askByKey } from "../../chat/ask.ts";
import type { Conversation } from "../../chat/converse.ts";
import type { LiveKey } from "../../keys/live_keys.ts";
import type { CompletionInput } from "../../schemas/completion.ts";
import { isStillAllowed } from "../auth_guard.ts";
import type { Call } from "../call.ts";
import { limitHeaders, streamResponse, wholeAnswer } from "../chat_response.ts";
import { CompletionStream, viewCompletion } from "./answer.ts";
import { readQuestion, requireModel, secondsOf } from "./completion.ts";

/** Asks a key's twin and responds in OpenAI's format, streamed or whole. */
export async function completionResponse(
  call: Call,
  req: Request,
  live: LiveKey,
  input: CompletionInput,
): Promise<Response> {
  requireModel(live, input.model);
  const session_id = req.headers.get("x-session-id") ?? undefined;
  const { input: asked, history } = readQuestion(input, session_id);
  const { app, address, language } = call;
  const from = { address, language, history };
  const conversation = await askByKey(app, live, from, asked);
  const head = {
    id: call.request_id.replace("req_", "chatcmpl-"),
    created: secondsOf(app.clock.now()),
    model: live.twin.id,
  };
  const headers = requestLimits(conversation);
  const isAllowed = () => isStillAllowed(req, null);
  if (input.stream) {
    const form = new CompletionStream(head, input);
    return streamResponse(call, conversation, { isAllowed, form, headers });
  }
  const answer = await wholeAnswer(call, req, conversation, isAllowed);
  return Response.json(viewCompletion(head, input, answer), {
    headers: { ...limitHeaders(conversation), ...headers },
  });
}

/** What is left of the key's limit, in the headers that OpenAI's clients know. */
function requestLimits({ states }: Conversation): Record<string, string> {
  const state = states.find(({ policy }) => policy === "key");
  if (!state) return {};
  const seconds = Math.ceil((state.wait_ms || state.window_ms) / 1000);
  return {
    "x-ratelimit-limit-requests": String(state.limit),
    "x-ratelimit-remaining-requests": String(state.remaining),
    "x-ratelimit-reset-requests": `${seconds}s`,
  };
}

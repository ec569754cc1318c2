import type { LiveKey } from "../../keys/live_keys.ts";
import { AppError, invalidInput } from "../../errors.ts";
import { type ChatInput, chatInput } from "../../schemas/chat.ts";
import type { PastExchange } from "../../schemas/reply.ts";
import type {
  CompletionInput,
  CompletionMessage,
  ModelView,
} from "../../schemas/completion.ts";
import type { Twin } from "../../schemas/twin.ts";

/** How much of an earlier message counts as context, in characters: the limit of a message. */
const MAX_SAID = 4_000;

/** A twin as an entry in OpenAI's model list. */
export function viewModel({ id, name, created_at }: Twin): ModelView {
  const created = secondsOf(Date.parse(created_at));
  return { id, object: "model", created, owned_by: "twincast", name };
}

/** Converts milliseconds to OpenAI's whole seconds. */
export function secondsOf(ms: number): number {
  return Math.floor(ms / 1000);
}

/** Throws `not_found` for any model but the key's own twin. */
export function requireModel({ twin }: LiveKey, model: string): void {
  if (model === twin.id) return;
  const message = `This key has one model, its twin. Use ${twin.id}.`;
  throw new AppError("not_found", message, {
    issues: [{ path: "model", message }],
  });
}

/** The question and the conversation before it. Throws `invalid_input` if there is no question. */
export function readQuestion(
  { messages }: CompletionInput,
  session_id: string | undefined,
): { input: ChatInput; history: PastExchange[] | undefined } {
  const at = messages.findLastIndex(({ role }) => role === "user");
  if (at < 0) {
    throw invalidInput(
      "messages",
      "Send at least one message with the role user",
    );
  }
  const message = chatInput.shape.message.safeParse(textOf(messages[at]));
  if (!message.success) {
    const [{ message: why }] = message.error.issues;
    throw invalidInput(`messages.${at}.content`, why);
  }
  const history = saidIn(messages.slice(0, at));
  return {
    input: { message: message.data, session_id },
    history: history.length > 0 ? history : undefined,
  };
}

function textOf({ content }: CompletionMessage): string {
  if (typeof content === "string") return content;
  return (content ?? []).map(({ text }) => text).join("\n");
}

/** Pairs each question with its answer. */
function saidIn(messages: CompletionMessage[]): PastExchange[] {
  const said: PastExchange[] = [];
  for (const message of messages) {
    const text = textOf(message).slice(0, MAX_SAID).toWellFormed();
    const last = said.at(-1);
    if (message.role === "user") said.push({ question: text, answer: "" });
    else if (message.role === "assistant" && last) last.answer += text;
  }
  return said;
}

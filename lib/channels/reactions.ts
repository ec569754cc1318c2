// A thumb on one of the twin's messages rates that answer, on behalf of whoever asked.
import { DAY } from "../clock.ts";
import type { Context } from "../context.ts";
import { rateKnown } from "../conversations/ratings.ts";
import { isAppError } from "../errors.ts";
import type { WithAdmission } from "../limits/admission.ts";
import type { Changes } from "../store/changes.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";
import { authorOf, type Inbound, type Reaction } from "./adapter.ts";
import { shortHash } from "./people.ts";

/** How long the mapping from a platform's message to an answer is kept, in milliseconds. */
const KNOWN_MS = 8 * DAY;

/** The answer in a platform's message and who asked, as stored. */
type SentAnswer = { session_id: string; message_id: string; author: string };

/** Adds to a commit which answer a message just sent contains; nothing if the platform returned no id. */
export function noteSent(
  { clock }: Pick<Context, "clock">,
  op: Changes,
  channel_id: string,
  { sent, inbound, answer }: {
    sent: string | void;
    inbound: Inbound;
    answer: { session_id: string; message_id: string };
  },
): void {
  if (!sent) return;
  const { session_id, message_id } = answer;
  const author = shortHash(authorOf(inbound));
  const key = placeOf(channel_id, inbound.conversation, sent);
  op.set(key, { session_id, message_id, author } satisfies SentAnswer)
    .set(expiryKey(clock.now() + KNOWN_MS, "delete", key), null);
}

/** Rates the answer someone reacted to, if the question was theirs. */
export async function takeReaction(
  app: Context & WithAdmission,
  channel_id: string,
  { conversation, message, person, rating }: Reaction,
): Promise<void> {
  const { value } = await app.kv.get<SentAnswer>(
    placeOf(channel_id, conversation, message),
  );
  if (value?.author !== shortHash(person)) return;
  const { session_id, message_id } = value;
  try {
    await rateKnown(app, session_id, { message_id, rating });
  } catch (error) {
    // Erased meanwhile, or rated too often: a retry would not help.
    const is_over = isAppError(error) &&
      ["not_found", "rate_limited"].includes(error.code);
    if (!is_over) throw error;
  }
}

function placeOf(channel_id: string, conversation: string, message: string) {
  return keys.channelSent(channel_id, shortHash(`${conversation}\n${message}`));
}

// Test messages, which an owner sends to their own chat to see that a channel works. Only they can identify that
// chat: they post a code there, which is answered as soon as it arrives.
import type { Owner } from "../actor.ts";
import { commitAs } from "../authority.ts";
import { HOUR } from "../clock.ts";
import type { Context } from "../context.ts";
import { seal, unseal } from "../crypto/sealing.ts";
import { constantTimeEqual, randomBase62 } from "../crypto/secrets.ts";
import type { StoredChannel } from "../schemas/channel.ts";
import type { Changes } from "../store/changes.ts";
import { keys } from "../store/keys.ts";
import { getAll } from "../store/list.ts";
import type { Inbound } from "./adapter.ts";
import { ADAPTERS, knownOf, platformOf } from "./adapters.ts";
import { asked, requireChannel } from "./channels.ts";
import type { WithPlatforms } from "./platform.ts";

/** How long a code is valid, in milliseconds. */
const CODE_MS = HOUR;
const CODE_LENGTH = 10;
/** For a platform without a time limit. */
const ANSWERABLE_MS = Infinity;

/**
 * Where test messages go, as stored: the code that will identify a chat, and the sealed chat that a code identified.
 */
type ChannelTest = {
  code: string;
  code_until_ms: number;
  chat: string | null;
};
type Chat = { inbound: Inbound; at_ms: number };

/** The reply to whoever posts the code. */
export const FOUND =
  "It works. Test messages of this channel come to this chat from now on.";
const WORDS = "A test message: this channel works.";

/**
 * Sends a test message to the chat that an owner identified by a code, if the platform accepts one there; otherwise
 * creates a code to post. Returns whether one was sent. Throws the platform's errors as `createChannel` does.
 */
export async function sendTestMessage(
  app: Context & WithPlatforms,
  owner: Owner,
  channel_id: string,
): Promise<boolean> {
  const { value: channel } = await requireChannel(app, owner, channel_id);
  const chat = await readChat(app, channel);
  const known = knownOf(app, channel);
  if (chat && known) {
    const adapter = ADAPTERS[channel.kind];
    const said = { text: WORDS, citations: [], before: "", after: "" };
    const [text] = adapter.render(said);
    const platform = platformOf(app, channel.kind);
    // Part 1, since part 0 may replace another message, which must not happen here.
    await asked(() => adapter.send(platform, known, chat, text, 1));
    return true;
  }
  await commitAs(app, owner, async (op) => {
    const entry = await requireChannel(app, owner, channel_id);
    op.check(entry).set(keys.channelTest(channel_id), {
      code: randomBase62(CODE_LENGTH),
      code_until_ms: app.clock.now() + CODE_MS,
      chat: null,
    });
  });
  return false;
}

/** The code to post on a channel; null if none is pending. */
function openCode(
  { clock }: Pick<Context, "clock">,
  test: ChannelTest | null,
): string | null {
  const is_open = test && !test.chat && test.code_until_ms > clock.now();
  return is_open ? test.code : null;
}

/** If a message is the pending code, returns what adds the found chat to a commit; null otherwise. */
export async function foundChat(
  app: Context,
  channel: StoredChannel,
  inbound: Inbound,
): Promise<((op: Changes) => void) | null> {
  const [, code] = /^test ([0-9A-Za-z]{10})$/.exec(inbound.text) ?? [];
  const { secret } = app.config;
  if (!code || !secret) return null;
  const entry = await app.kv.get<ChannelTest>(keys.channelTest(channel.id));
  const open = openCode(app, entry.value);
  if (!entry.value || !open || !constantTimeEqual(open, code)) return null;
  const chat: Chat = {
    inbound: { ...inbound, text: "" },
    at_ms: app.clock.now(),
  };
  const sealed = seal(secret, channel.id, JSON.stringify(chat));
  const test: ChannelTest = { ...entry.value, chat: sealed };
  return (op) => void op.check(entry).set(entry.key, test);
}

/** The identified chat, while the platform accepts messages there. */
async function readChat(
  { kv, config, clock }: Context,
  { id }: StoredChannel,
): Promise<Inbound | null> {
  const { value } = await kv.get<ChannelTest>(keys.channelTest(id));
  const text = value?.chat && config.secret &&
    unseal(config.secret, id, value.chat);
  if (!text) return null;
  const { inbound, at_ms } = JSON.parse(text) as Chat;
  const { answerable_ms = ANSWERABLE_MS } = inbound;
  return clock.now() - at_ms < answerable_ms ? inbound : null;
}

/** The pending codes, by channel. */
export async function listOpenCodes(
  app: Context,
  channel_ids: string[],
): Promise<Map<string, string>> {
  const tests = await getAll<ChannelTest>(
    app.kv,
    channel_ids.map((id) => keys.channelTest(id)),
  );
  return new Map(
    channel_ids.flatMap((id, i) => {
      const code = openCode(app, tests[i]);
      return code ? [[id, code]] : [];
    }),
  );
}

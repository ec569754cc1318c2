import type { Actor } from "../actor.ts";
import type { LiveKey } from "../keys/live_keys.ts";
import type { Context } from "../context.ts";
import { MINUTE } from "../clock.ts";
import { policyCharge } from "../limits/policies.ts";
import { contentChannel } from "../schemas/api_key.ts";
import type { ChatInput, PreviewInput } from "../schemas/chat.ts";
import type { StoredChannel } from "../schemas/channel.ts";
import type { Twin } from "../schemas/twin.ts";
import type { OpenShare } from "../sharing/share_links.ts";
import { resolveChannel } from "../content/channels.ts";
import { invalidInput } from "../errors.ts";
import type { Viewer } from "../content/reader.ts";
import type { Ask, AskedFrom } from "./types.ts";
import { type ChatContext, type Conversation, converse } from "./converse.ts";

/** Asks through a share link: counts against the link's limit and the address's. */
export async function askByLink(
  app: ChatContext,
  share: OpenShare,
  { address, language }: AskedFrom,
  input: ChatInput,
): Promise<Conversation> {
  return await converse(app, {
    ...share,
    channel: { kind: "link" },
    viewer: { channel: "link" },
    ...{ address, language },
    charges: [policyCharge(app, "link", share.twin.id)],
    input,
  });
}

/** Asks with an API key: counts against its own limit, and the address's unless a server speaks for many visitors. */
export async function askByKey(
  app: ChatContext,
  { key, twin }: LiveKey,
  { address, language, history }: AskedFrom,
  input: ChatInput,
): Promise<Conversation> {
  return await converse(app, {
    twin,
    channel: { kind: "key", key_id: key.id },
    viewer: { channel: contentChannel(key) },
    address: key.type === "secret" ? null : address,
    ...{ language, history },
    charges: [{
      policy: "key",
      subject: key.id,
      limit: key.rate_limit_per_minute,
      window_ms: MINUTE,
    }],
    input,
  });
}

/** Asks through a platform's channel: counts against its own limit only, since the platform makes the call. */
export async function askByChannel(
  app: ChatContext,
  { channel, twin }: { channel: StoredChannel; twin: Twin },
  told: Pick<Ask, "language" | "alongside">,
  input: ChatInput,
): Promise<Conversation> {
  const { id, kind } = channel;
  return await converse(app, {
    twin,
    channel: { kind: "channel", channel_id: id, platform: kind },
    viewer: { channel: id },
    address: null,
    ...told,
    charges: [policyCharge(app, "channel", id)],
    input,
  });
}

/**
 * The signed-in chat: `owner` may draw from private content; `public` gets what a visitor gets, through the given
 * channel if there is one. Throws `invalid_input` for a channel that the twin does not have.
 */
export async function preview(
  app: ChatContext,
  actor: Actor,
  twin: Twin,
  { as, channel, ...input }: PreviewInput,
): Promise<Conversation> {
  const viewer = await viewerFor(app, twin.id, { as, channel });
  return await converse(app, {
    twin: { ...twin, paused: false },
    channel: {
      ...{ kind: "preview", as, user_id: actor.user_id },
      ...channel === undefined ? {} : { channel },
    },
    viewer,
    address: null,
    charges: [policyCharge(app, "preview", actor.user_id)],
    input,
  });
}

/** The viewer that a preview is answered for. Throws `invalid_input` for a channel that the twin does not have. */
export async function viewerFor(
  app: Context,
  twin_id: string,
  { as, channel = "preview" }: Pick<PreviewInput, "as" | "channel">,
): Promise<Viewer> {
  if (as === "owner") return { owner: true };
  const known = await resolveChannel(app, twin_id, channel);
  if (known) return { channel: known };
  throw invalidInput("channel", `This twin has no channel ${channel}.`);
}

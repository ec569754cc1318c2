import type { Actor } from "../actor.ts";
import type { LiveKey } from "../api_key_verification.ts";
import type { App } from "../app.ts";
import { MINUTE } from "../clock.ts";
import { policyCharge } from "../policies.ts";
import type { ChatInput } from "../schemas/chat.ts";
import type { Twin } from "../schemas/twin.ts";
import type { OpenShare } from "../share_links.ts";
import { keys } from "../store/keys.ts";
import { type Conversation, converse } from "./converse.ts";

/** Asks by a share link: the link's limit and the address's count. */
export async function askByLink(
  app: App,
  share: OpenShare,
  address: string,
  input: ChatInput,
): Promise<Conversation> {
  return await converse(app, {
    ...share,
    channel: { kind: "link" },
    address,
    charges: [policyCharge(app, "link", share.twin.id)],
    input,
  });
}

/** Asks by an API key: its own limit counts, and the address's unless a server speaks for many visitors. */
export async function askByKey(
  app: App,
  { key, twin, content_version }: LiveKey,
  address: string,
  input: ChatInput,
): Promise<Conversation> {
  return await converse(app, {
    twin,
    content_version,
    channel: { kind: "key", key_id: key.id },
    address: key.type === "secret" ? null : address,
    charges: [{
      policy: "key",
      subject: key.id,
      limit: key.rate_limit_per_minute,
      window_ms: MINUTE,
    }],
    input,
  });
}

/** The signed-in chat: as `owner` it may draw from private content, as `public` it is what a visitor gets. */
export async function preview(
  app: App,
  actor: Actor,
  twin: Twin,
  as: "owner" | "public",
  input: ChatInput,
): Promise<Conversation> {
  const version = await app.kv.get<string>(keys.contentVersion(twin.id));
  return await converse(app, {
    twin: { ...twin, paused: false },
    content_version: version.value ?? "",
    channel: { kind: "preview", as, user_id: actor.user_id },
    address: null,
    charges: [],
    input,
  });
}

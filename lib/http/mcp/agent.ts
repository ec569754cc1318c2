import { askByKey, askByLink } from "../../chat/ask.ts";
import type { Conversation } from "../../chat/converse.ts";
import type { Allowed } from "../../chat/open_streams.ts";
import type { ContentAccess } from "../../chat/visitor_content.ts";
import { MINUTE } from "../../clock.ts";
import { AppError } from "../../errors.ts";
import { policyCharge } from "../../limits/policies.ts";
import { contentChannel } from "../../schemas/api_key.ts";
import type { ChatInput } from "../../schemas/chat.ts";
import { verifyShareLink } from "../../sharing/share_links.ts";
import {
  bearerOf,
  isStillAllowed,
  requireOwnOrigin,
  requireSecretKey,
} from "../auth_guard.ts";
import type { Call } from "../call.ts";

/** An agent's request: what it may ask and see, by a secret key or a share link. */
export type AgentCall = ContentAccess & {
  call: Call;
  req: Request;
  ask(input: ChatInput): Promise<Conversation>;
  isAllowed(): Promise<Allowed>;
};

const NEEDED =
  "Send a secret key of this twin, or the token at the end of its share link, in the header Authorization: Bearer …";
const UNKNOWN =
  "This is neither a secret key nor the token of this twin's share link, or sharing is off. Copy a secret key from the dashboard under API Keys, or the end of the link under Share Links.";

/**
 * Identifies the agent: its bearer is a secret key of the twin, or its share token. Throws `unauthorized` for any
 * other, and `forbidden` if a page of another site calls.
 */
export async function requireAgent(
  call: Call,
  req: Request,
  twin_id: string,
): Promise<AgentCall> {
  requireOwnOrigin(req);
  const { app } = call;
  const token = bearerOf(req);
  if (token.startsWith("tw_") || req.headers.has("x-api-key")) {
    return await byKey(call, req, twin_id);
  }
  const share = await verifyShareLink(app, twin_id, token);
  if (!share) throw new AppError("unauthorized", token ? UNKNOWN : NEEDED);
  return {
    ...{ call, req, twin: share.twin, viewer: { channel: "link" } },
    charges: [
      policyCharge(app, "link", twin_id),
      policyCharge(app, "ip", call.address),
    ],
    ask: (input) => askByLink(app, share, call, input),
    isAllowed: async () => await verifyShareLink(app, twin_id, token) !== null,
  };
}

async function byKey(
  call: Call,
  req: Request,
  twin_id: string,
): Promise<AgentCall> {
  const { app } = call;
  const live = await requireSecretKey(req, { twin_id });
  const { key, twin } = live;
  return {
    ...{ call, req, twin, viewer: { channel: contentChannel(key) } },
    charges: [{
      ...{ policy: "key", subject: key.id, window_ms: MINUTE },
      limit: key.rate_limit_per_minute,
    }],
    ask: (input) => askByKey(app, live, call, input),
    isAllowed: () => isStillAllowed(req, twin_id),
  };
}

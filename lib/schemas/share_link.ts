import { z } from "zod";
import { timestamp } from "./common.ts";
import { publicTwinView } from "./twin.ts";

/** A twin's share link as stored. Its token is no secret within the team, so it is stored in clear. */
export type ShareLink = {
  twin_id: string;
  share_token: string;
  public_share_enabled: boolean;
  /** Sharing has been on before. */
  was_shared?: boolean;
  created_at: string;
};

export const shareLinkView = z.strictObject({
  twin_id: z.string(),
  share_token: z.string(),
  share_url: z.string(),
  public_share_enabled: z.boolean(),
  created_at: timestamp,
});
export type ShareLinkView = z.infer<typeof shareLinkView>;

export const setSharingInput = z.strictObject({ is_public: z.boolean() });

export const validShareView = z.strictObject({
  valid: z.literal(true),
  twin: publicTwinView,
});

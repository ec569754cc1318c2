import { z } from "zod";
import { timestamp } from "./common.ts";
import { publicTwin } from "./twin.ts";

/** A twin's share link as stored. Its token is no secret within the team, so it is kept readable. */
export type ShareLink = {
  twin_id: string;
  share_token: string;
  public_share_enabled: boolean;
  /** Sharing was on at some time. */
  was_shared?: boolean;
  created_at: string;
};

export const shareLink = z.strictObject({
  twin_id: z.string(),
  share_token: z.string(),
  share_url: z.string(),
  public_share_enabled: z.boolean(),
  created_at: timestamp,
});
export type ShareLinkView = z.infer<typeof shareLink>;

export const setSharing = z.strictObject({ is_public: z.boolean() });

export const validShare = z.strictObject({
  valid: z.literal(true),
  twin: publicTwin,
});

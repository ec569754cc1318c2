import { z } from "zod";
import { id, text, timestamp } from "./common.ts";
import { widgetLook } from "./widget_look.ts";
import type { ChannelKind } from "./channel.ts";
import { publicTwinView } from "./twin.ts";

export const chatInput = z.strictObject({
  message: text(4_000, 1).refine((s) => s.trim() !== "", "Write a message"),
  session_id: z.string().max(200).optional(),
  client_message_id: z.uuid().optional(),
});
export type ChatInput = z.infer<typeof chatInput>;

export const previewInput = chatInput.omit({ client_message_id: true }).extend({
  as: z.enum(["owner", "public"]),
  /** With `public`: answers as for visitors of this channel, `link` or a key's id. */
  channel: z.string().min(1).max(100).optional(),
});
export type PreviewInput = z.infer<typeof previewInput>;

export const citation = z.strictObject({
  title: z.string(),
  excerpt: z.string().max(500),
  url: z.string().optional(),
  where: z.string().max(30).optional(),
});
export type Citation = z.infer<typeof citation>;

/** How confident an answer is: given as it is, offered as the closest match, or not given. */
export const confidence = z.enum(["sure", "near", "none"]);
export type Confidence = z.infer<typeof confidence>;

export const chatAnswerView = z.strictObject({
  session_id: z.string(),
  message_id: z.string(),
  answer: z.string(),
  citations: z.array(citation).max(3),
  grounded: z.boolean(),
  confidence,
  /** There was no answer, and the visitor may leave an e-mail to get it later. */
  may_leave_email: z.literal(true).optional(),
});
export type ChatAnswerView = z.infer<typeof chatAnswerView>;

/** A visitor's rating of an answer, with an optional comment. */
export const rating = z.strictObject({
  rating: z.enum(["up", "down"]),
  comment: z.string(),
  rated_at: timestamp,
});
export type Rating = z.infer<typeof rating>;

/** Where a conversation came from: the share link, a key, a platform's channel, or the signed-in preview. */
export type Channel =
  | { kind: "link" }
  | { kind: "key"; key_id: string }
  | { kind: "channel"; channel_id: string; platform: ChannelKind }
  | {
    kind: "preview";
    as: "owner" | "public";
    /** The channel whose visitor it simulates; if absent, a visitor of no particular channel. */
    channel?: string;
    user_id: string;
  };

/** The share link's name, or a key's or a channel's id; null for previews, which do not count. */
export function channelName(channel: Channel): string | null {
  if (channel.kind === "preview") return null;
  if (channel.kind === "channel") return channel.channel_id;
  return channel.kind === "key" ? channel.key_id : "link";
}

/** The view of a conversation's channel: its kind, and the id of the key or channel. */
export function channelFields(channel: Channel) {
  return {
    channel: channel.kind === "key"
      ? "key" as const
      : channel.kind === "channel"
      ? channel.platform
      : "link" as const,
    key_id: channel.kind === "key" ? channel.key_id : null,
    channel_id: channel.kind === "channel" ? channel.channel_id : null,
  };
}

/** A visitor's session and its conversation. Only the SHA-256 of the visitor's secret is stored. */
export type Session = {
  id: string;
  twin_id: string;
  secret_hash: string;
  channel: Channel;
  /** Its first question, shortened. */
  title: string;
  started_at: string;
  last_active_at: string;
  /** When it closes for the visitor; the owner may read the conversation until it is purged. */
  expires_at: string;
  messages: number;
  unanswered: number;
  /** The twin's retention days when it began; 0: for the visitor only, deleted when the session ends. */
  kept_days?: number;
  /** Counts its answers rated down; absent if none was. */
  rated_down?: number;
  blocked: boolean;
};

/** What answered: the content itself, a model, or the content because the model failed or had no tokens left. */
export const engine = z.enum(["embedded", "model", "fallback"]);
export type Engine = z.infer<typeof engine>;

/** One question with its answer, as recorded. */
export type Exchange = {
  id: string;
  question_id: string;
  client_message_id: string | null;
  question: string;
  answer: string;
  citations: Citation[];
  /** The ids of the cited items; absent if there are none, and in older records. */
  quoted?: string[];
  grounded: boolean;
  /** Absent in older records: `confidenceOf` fills it in. */
  confidence?: Confidence;
  /** The answer was cut off: the model failed or the visitor left. */
  partial: boolean;
  /** A greeting or thanks: not grounded, but nothing was left unanswered. */
  is_small_talk: boolean;
  /** Absent if the built-in engine answered. */
  engine?: Engine;
  /** The content version it was answered from; a model gets the answer only while that is current. */
  content_version?: string;
  asked_at: string;
  answered_at: string;
  rating?: Rating;
};

/** How confident a recorded answer was. */
export function confidenceOf(
  { confidence, grounded }: Pick<Exchange, "confidence" | "grounded">,
): Confidence {
  return confidence ?? (grounded ? "sure" : "none");
}

export const utterance = z.strictObject({
  id: z.string(),
  role: z.enum(["visitor", "twin"]),
  text: z.string(),
  citations: z.array(citation).optional(),
  rating: rating.optional(),
  /** There was no answer; the visitor may leave an e-mail to get it later. */
  may_leave_email: z.literal(true).optional(),
  created_at: timestamp,
});

export const sessionView = z.strictObject({
  started_at: timestamp,
  last_active_at: timestamp,
  expires_at: timestamp,
  /**
   * For how many days after the last message the twin's makers may read it; 0: it is deleted when the session ends.
   */
  retention_days: z.number().int(),
  messages: z.array(utterance),
});
export type SessionView = z.infer<typeof sessionView>;

export const widgetConfigView = z.strictObject({
  twin: publicTwinView,
  /** The look stored with the key. */
  appearance: widgetLook,
  /** The interface's texts in the requested language, if not English. */
  strings: z.record(z.string(), z.string()).optional(),
});

export const ratingInput = z.strictObject({
  session_id: z.string().min(1).max(200),
  message_id: id("msg"),
  rating: rating.shape.rating,
  comment: text(500).optional(),
});
export type RatingInput = z.infer<typeof ratingInput>;

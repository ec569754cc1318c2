import type { LeadView } from "../schemas/lead.ts";
import type {
  ConversationView,
  TranscriptView,
  UnansweredView,
} from "../schemas/conversation.ts";
import type { List } from "../schemas/common.ts";

/** What the page Conversations shows; of its lists the one that is looked at. */
export type Inbox = {
  twin_id: string;
  shown: "all" | "unanswered" | "weak" | "rated_down" | "emails";
  /** The way in that is looked at; empty for every one. */
  channel: string;
  /** Words of the first question; empty for any. */
  q: string;
  /** How many days back; empty for all there are. */
  days: string;
  /** The ids and names of the twin's newest keys, to choose from. */
  keys: [id: string, name: string][];
  /** The names of the keys by which the conversations shown came, by id. */
  names: Map<string, string>;
  cursor: string;
  conversations: List<ConversationView>;
  /** The conversation that is read beside the list. */
  transcript: TranscriptView | null;
  /** The e-mail that was left in it. */
  lead: LeadView | null;
  /** It was asked for: where there is no room for both, it is shown instead of the list. */
  is_chosen: boolean;
  /** The answer whose sources are shown; the last one where it names none. */
  message_id: string;
  unanswered: List<UnansweredView> | null;
  /** How many questions are open, of the newest. */
  open: { none: number; near: number; has_more: boolean };
  leads: List<LeadView> | null;
  /** How many e-mails wait for an answer. */
  waiting: { count: number; has_more: boolean };
  /** The ids of the conversations that the leads belong to and that are still kept. */
  kept: string[];
  /** This server sends mail by itself. */
  can_mail: boolean;
  visitors_today: number;
  now: number;
};

import type { LeadView } from "../schemas/lead.ts";
import type {
  ConversationView,
  TranscriptView,
  UnansweredView,
} from "../schemas/conversation.ts";
import type { List } from "../schemas/common.ts";

/** The data of the Conversations page, for the list shown. */
export type Inbox = {
  twin_id: string;
  shown: "all" | "unanswered" | "weak" | "rated_down" | "emails";
  /** The selected channel; empty for all. */
  channel: string;
  /** Words of the first question; empty for any. */
  q: string;
  /** How many days back; empty for all. */
  days: string;
  /** The ids and names of the twin's newest keys, to choose from. */
  keys: [id: string, name: string][];
  /** The names of the keys of the conversations shown, by id. */
  names: Map<string, string>;
  cursor: string;
  conversations: List<ConversationView>;
  /** The conversation open beside the list. */
  transcript: TranscriptView | null;
  /** The e-mail left in it. */
  lead: LeadView | null;
  /** It was requested: without room for both, it is shown instead of the list. */
  is_chosen: boolean;
  /** The answer whose sources are shown; by default the last one. */
  message_id: string;
  unanswered: List<UnansweredView> | null;
  /** How many of the newest questions are open. */
  open: { none: number; near: number; has_more: boolean };
  leads: List<LeadView> | null;
  /** How many e-mails wait for an answer. */
  waiting: { count: number; has_more: boolean };
  /** The ids of the leads' conversations that are still kept. */
  kept: string[];
  /** This server sends mail itself. */
  can_mail: boolean;
  visitors_today: number;
  now: number;
};

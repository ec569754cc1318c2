import type { Viewer } from "../content/reader.ts";
import type { Charge } from "../limits/rate_limiting.ts";
import type {
  Channel,
  ChatInput,
  Citation,
  Confidence,
  Engine,
  Exchange,
} from "../schemas/chat.ts";
import type { Twin } from "../schemas/twin.ts";

/** One message on its way in: from where, to which twin, with whose limits. */
export type Ask = {
  twin: Twin;
  channel: Channel;
  /** What its answer may draw from. */
  viewer: Viewer;
  /** The client's address bucket; null where a server speaks for many visitors. */
  address: string | null;
  /** Policies of the channel itself: the key's or the link's. */
  charges: Charge[];
  input: ChatInput;
};

/** A visitor's message with what was said before it, as an engine gets it. */
export type Question = { message: string; history: Exchange[]; twin: Twin };

/** What has been answered so far; the engines fill it in as they go. */
export type Reply = {
  text: string;
  citations: Citation[];
  grounded: boolean;
  confidence: Confidence;
  /** Nothing was asked that could be found. */
  is_small_talk: boolean;
  engine: Engine;
};

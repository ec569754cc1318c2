import type { Alongside } from "../conversations/recording.ts";
import type { Viewer } from "../content/reader.ts";
import type { Charge } from "../limits/rate_limiting.ts";
import type { Channel, ChatInput } from "../schemas/chat.ts";
import type { Said } from "../schemas/reply.ts";
import type { Twin } from "../schemas/twin.ts";

/** Where a question comes from: the address as limits count it, and the page's language if known. */
export type AskedFrom = {
  address: string;
  language?: string;
  /** What was said before, of a client that tells it itself. */
  history?: Said[];
};

/** One message on its way in: from where, to which twin, with whose limits. */
export type Ask = {
  twin: Twin;
  channel: Channel;
  /** What its answer may draw from. */
  viewer: Viewer;
  /** The client's address bucket; null where a server speaks for many visitors. */
  address: string | null;
  /** The page's language as its client tells it, such as `de-AT`: for a question that does not tell its own. */
  language?: string;
  /** What was said before as the client tells it; otherwise it is what the session holds. */
  history?: Said[];
  /** Policies of the channel itself: the key's or the link's. */
  charges: Charge[];
  /** What else the commit does that records the answer. */
  alongside?: Alongside;
  input: ChatInput;
};

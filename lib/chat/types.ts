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
  /** The conversation so far, from a client that sends it itself. */
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
  /** The page's language as its client sends it, such as `de-AT`: for a question whose own language is unclear. */
  language?: string;
  /** The conversation so far as the client sends it; otherwise as the session holds it. */
  history?: Said[];
  /** Policies of the channel itself: the key's or the link's. */
  charges: Charge[];
  /** What else the commit does that records the answer. */
  alongside?: Alongside;
  input: ChatInput;
};

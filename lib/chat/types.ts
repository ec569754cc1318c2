import type { Alongside } from "../conversations/recording.ts";
import type { Viewer } from "../content/reader.ts";
import type { Charge } from "../limits/rate_limiting.ts";
import type { Channel, ChatInput } from "../schemas/chat.ts";
import type { PastExchange } from "../schemas/reply.ts";
import type { Twin } from "../schemas/twin.ts";

/** Where a question comes from: the address as limits count it, and the page's language if known. */
export type AskedFrom = {
  address: string;
  language?: string;
  /** The conversation so far, from a client that sends it itself. */
  history?: PastExchange[];
};

/** An incoming message: from where, to which twin, against whose limits. */
export type Ask = {
  twin: Twin;
  channel: Channel;
  /** Determines what the answer may draw from. */
  viewer: Viewer;
  /** The client's address bucket; null if a server speaks for many visitors. */
  address: string | null;
  /** The page's language from its client, such as `de-AT`: for a question whose own language is unclear. */
  language?: string;
  /** The conversation so far if the client sends it; otherwise the session has it. */
  history?: PastExchange[];
  /** The policies of the channel itself: the key's or the link's. */
  charges: Charge[];
  /** Further changes for the commit that records the answer. */
  alongside?: Alongside;
  input: ChatInput;
};

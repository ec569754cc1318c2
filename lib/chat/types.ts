import type { Viewer } from "../content/reader.ts";
import type { Charge } from "../limits/rate_limiting.ts";
import type { Channel, ChatInput } from "../schemas/chat.ts";
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

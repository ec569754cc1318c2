import type { DayFigures } from "./figures.ts";

/** How a twin is doing. */
export type Overview = {
  /** What a new twin still needs, told by what there is. */
  steps: {
    has_content: boolean;
    has_public: boolean;
    is_shared: boolean;
    has_key: boolean;
    was_asked: boolean;
  };
  share_url: string;
  /** What there is now; counting ends at `COUNTED_MAX`. */
  counts: { public_items: number; private_items: number; live_keys: number };
  figures: DayFigures[];
  totals: {
    messages: number;
    visitors: number;
    unanswered: number;
    emails: number;
  };
};

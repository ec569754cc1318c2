/** How far back an overview may look, in days. */
export const OVERVIEW_RANGES = [7, 30, 90] as const;
export type OverviewRange = (typeof OVERVIEW_RANGES)[number];

/** What is counted over a range. */
export type OverviewTotals = {
  messages: number;
  visitors: number;
  /** Answered as certain, and offered as the closest there is. */
  sure: number;
  near: number;
  /** Neither. */
  unanswered: number;
  emails: number;
  rated_up: number;
  rated_down: number;
};

/** How a twin is doing. */
export type Overview = {
  /** What a new twin still needs, judged by what there is. */
  steps: {
    has_content: boolean;
    has_public: boolean;
    /** Two public items are there: enough to be more than a trial. */
    has_enough: boolean;
    /** Someone has asked it something, if only its owner. */
    was_tried: boolean;
    is_shared: boolean;
    has_key: boolean;
    was_asked: boolean;
  };
  page_url: string;
  /** What there is now; counting ends at `COUNTED_MAX`. */
  counts: { public_items: number; private_items: number; live_keys: number };
  charts: {
    channels: { key: string; label: string }[];
    messages: { day: string; values: Record<string, number> }[];
    visitors: { day: string; values: Record<string, number> }[];
  };
  /** Calls that were turned away, by reason; reasons without any are left out. */
  refusals: { label: string; count: number }[];
  /** The range that the rest looks back over. */
  days: OverviewRange;
  /** Messages of this day (UTC). */
  today: number;
  totals: OverviewTotals;
  /** The same for the period before, of equal length; null if the twin is younger than that. */
  before: OverviewTotals | null;
  /** The items that answers quoted most, most often first. */
  asked_about: { id: string; title: string; count: number }[];
};

/** What visitors did since a member was last here. */
export type News = {
  since: string;
  /** Conversations that began; at least so many where there are more. */
  conversations: number;
  has_more: boolean;
  /** How many of them hold an answer that was not sure. */
  unsure: number;
  /** E-mails left that wait for an answer. */
  emails: number;
};

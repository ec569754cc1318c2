/** The periods that an overview can cover, in days. */
export const OVERVIEW_RANGES = [7, 30, 90] as const;
export type OverviewRange = (typeof OVERVIEW_RANGES)[number];

/** The totals over a period. */
export type OverviewTotals = {
  messages: number;
  visitors: number;
  /** Answered with confidence, and offered as the closest match. */
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
  /** What a new twin still needs, judged by its current state. */
  steps: {
    has_content: boolean;
    has_public: boolean;
    /** There are two public items: enough to be more than a trial. */
    has_enough: boolean;
    /** Someone has asked it something, if only its owner. */
    was_tried: boolean;
    is_shared: boolean;
    has_key: boolean;
    was_asked: boolean;
  };
  page_url: string;
  /** Current totals; counting ends at `COUNTED_MAX`. */
  counts: { public_items: number; private_items: number; live_keys: number };
  charts: {
    channels: { key: string; label: string }[];
    messages: { day: string; values: Record<string, number> }[];
    visitors: { day: string; values: Record<string, number> }[];
  };
  /** Refused calls by reason; reasons without any are omitted. */
  refusals: { label: string; count: number }[];
  /** The period that the rest covers. */
  days: OverviewRange;
  /** Messages of this day (UTC). */
  today: number;
  totals: OverviewTotals;
  /** The same for the previous period of equal length; null if the twin is younger than that. */
  before: OverviewTotals | null;
  /** The items quoted most in answers, most quoted first. */
  asked_about: { id: string; title: string; count: number }[];
};

/** What visitors did since a member was last here. */
export type News = {
  since: string;
  /** Conversations that began; a minimum if there are more. */
  conversations: number;
  has_more: boolean;
  /** How many of them contain an answer that was not sure. */
  unsure: number;
  /** E-mails waiting for an answer. */
  emails: number;
};

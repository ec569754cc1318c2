/** What is counted of a twin, by day (UTC) and channel. */
const FIGURES = [
  "messages",
  "visitors",
  "grounded",
  "ungrounded",
  /** Of the ungrounded those that offered the closest there is. */
  "near",
  "emails",
  "rated_up",
  "rated_down",
  "refused_limit",
  "refused_origin",
  "refused_blocked",
  "refused_paused",
] as const;
export type Figure = (typeof FIGURES)[number];
export type Refusal = Extract<Figure, `refused_${string}`>;

/** One day of one channel; a figure that is absent is 0. */
export type DayFigures = {
  day: string;
  /** `link`, or a key's id. */
  channel: string;
  counts: Partial<Record<Figure, number>>;
};

/** The source of a page view that is typed, or an app or a mail that sends no referrer. */
export const DIRECT = "";
/** The source of a page view from a site that is not counted separately. */
export const ELSEWHERE = "*";

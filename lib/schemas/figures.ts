/** The figures counted per twin, by day (UTC) and channel. */
const FIGURES = [
  "messages",
  "visitors",
  "grounded",
  "ungrounded",
  /** Those of the ungrounded that offered the closest match. */
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

/** One day of one channel; an absent figure is 0. */
export type DayFigures = {
  day: string;
  /** `link`, or a key's id. */
  channel: string;
  counts: Partial<Record<Figure, number>>;
};

/** The source of a page view without a referrer: typed in, or from an app or a mail. */
export const DIRECT = "";
/** The source of a page view from a site that is not counted separately. */
export const ELSEWHERE = "*";

/** A newly created link, shown this once. */
export type NewLink = {
  text: string;
  url: string;
  to: string;
  expires_at: string;
  /** Whether it is on its way to them by mail. */
  is_mailed: boolean;
};

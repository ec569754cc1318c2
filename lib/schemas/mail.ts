/** Why an address gets no more letters: they came back for good, or their reader reported one as spam. */
export type MailStop = {
  reason: "bounce" | "complaint";
  /** When it happened. */
  at: string;
  /** The reporter's own words, as one line; may be empty. */
  said: string;
};

/** As stored. Once mail is turned back on, events from before that no longer count, however late they are reported. */
export type StoredMailStop = MailStop & { resumed_at?: string };

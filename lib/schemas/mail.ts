/** Why an address gets no more letters: they bounced permanently, or one was reported as spam. */
export type MailStop = {
  reason: "bounce" | "complaint";
  /** When it happened. */
  at: string;
  /** The reporter's own words, as one line; may be empty. */
  said: string;
};

/** As stored. Once mail is resumed, earlier events no longer count, however late they are reported. */
export type StoredMailStop = MailStop & { resumed_at?: string };

/** A piece of the content that an answer rests on. */
export interface Citation {
  title: string;
  /** A verbatim slice of the content, at most 500 UTF-16 units. */
  excerpt: string;
  url?: string;
}

/** What the twin says; ungrounded answers carry no citations. */
export interface Answer {
  /** Plain text, at most 600 UTF-16 units. */
  answer: string;
  citations: Citation[];
  grounded: boolean;
  /** A greeting or thanks: there was nothing to find. */
  is_small_talk?: boolean;
}

/** A field of a request or a response, as shown in the reference. */
export type DocsField = {
  /** With dots if it is nested. */
  name: string;
  /** As text. */
  type: string;
  is_required: boolean;
  about: string;
};

export type DocsOperation = {
  id: string;
  method: string;
  path: string;
  summary: string;
  /** Who may call, as text. */
  who: string;
  /** In the path, the query and the headers. */
  parameters: DocsField[];
  body: DocsField[];
  /** The media type of a body other than JSON. */
  body_type: string | null;
  status: number;
  answer: DocsField[];
  /** By language. */
  examples: { name: string; code: string }[];
};

export type DocsGroup = {
  /** The fragment that links point to. */
  id: string;
  name: string;
  about: string;
  /** How to start, if a single call does not show it. */
  starts: { name: string; code: string }[];
  operations: DocsOperation[];
};

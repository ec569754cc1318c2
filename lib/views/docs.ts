/** A field of a request or a response, as the reference describes it. */
export type DocsField = {
  /** With dots where it lies in another. */
  name: string;
  /** In words. */
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
  /** The media type of a body that is no JSON. */
  body_type: string | null;
  status: number;
  answer: DocsField[];
  /** By language. */
  examples: { name: string; code: string }[];
};

export type DocsGroup = {
  /** Where an address may lead to. */
  id: string;
  name: string;
  about: string;
  /** How one begins, where a call by itself does not show it. */
  starts: { name: string; code: string }[];
  operations: DocsOperation[];
};

/** The kinds of files that can be read, and how each says that a file is none of its kind. */
export type Kind = "text" | "html" | "csv" | "pdf" | "docx";

/** What a file is read into: Markdown, and a title where the file itself names one. */
export type ReadText = { title: string | null; body: string };

/** Why a file cannot be read, and what to do about it. */
export type Refusal = { refusal: string };

export type ReadTask = {
  kind: Kind;
  bytes: Uint8Array<ArrayBuffer>;
  /** Of a web page: its address. Only what the page is about is read, and not what stands around it. */
  url?: string;
};

/** A task without its bytes. */
export type TaskHead = { kind: Kind | "sitemap"; url?: string };

const KINDS: [RegExp, Kind][] = [
  [/\.(md|markdown|txt)$/i, "text"],
  [/\.html?$/i, "html"],
  [/\.csv$/i, "csv"],
  [/\.pdf$/i, "pdf"],
  [/\.docx$/i, "docx"],
];

/** What can be chosen in a form. */
export const READABLE = ".md,.markdown,.txt,.html,.htm,.csv,.pdf,.docx,.json";

/** The kind of a file by its name; null for one that cannot be read. */
export function kindOf(name: string): Kind | null {
  return KINDS.find(([ending]) => ending.test(name))?.[1] ?? null;
}

/** The name of a file without its ending. */
export function withoutEnding(name: string): string {
  return name.replace(/\.[a-z]{2,8}$/i, "");
}

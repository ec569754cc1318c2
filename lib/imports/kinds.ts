/** The kinds of files that can be read, and how each says that a file is none of its kind. */
export type Kind =
  | "text"
  | "markdown"
  | "html"
  | "csv"
  | "xlsx"
  | "pdf"
  | "docx";

/** A part of a longer text: `n`, from 1, of so many. */
export type Part = { n: number; of: number };

/** What becomes one content item: a text in Markdown, with a title where the file names one; or a pair. */
export type ReadItem =
  | { kind: "text"; title: string | null; body: string; part?: Part }
  /** The title is a question of one line, the body its answer. */
  | { kind: "pair"; title: string; body: string };

/** A part that was not taken, by its name or place, and why: both in words for whoever sent it. */
export type LeftOut = { what: string; why: string };

/** What a file is read into. */
export type Reading = { items: ReadItem[]; left_out: LeftOut[] };

/** Why a file cannot be read, and what to do about it. */
export type Refusal = { refusal: string };

export type ReadTask = {
  kind: Kind;
  bytes: Uint8Array<ArrayBuffer>;
  /** Of a web page: its address. Only what the page is about is read, and not what stands around it. */
  url?: string;
  /** The encoding that its server stated. */
  charset?: string;
};

/** A reading of one text that was taken whole. */
export function oneText(title: string | null, body: string): Reading {
  return { items: [{ kind: "text", title, body }], left_out: [] };
}

/** A task without its bytes. */
export type TaskHead = Omit<ReadTask, "kind" | "bytes"> & {
  kind: Kind | "archive" | "survey" | "robots";
};

const KINDS: [RegExp, Kind][] = [
  [/\.(md|markdown)$/i, "markdown"],
  [/\.txt$/i, "text"],
  [/\.html?$/i, "html"],
  [/\.(csv|tsv|tab)$/i, "csv"],
  [/\.xlsx$/i, "xlsx"],
  [/\.pdf$/i, "pdf"],
  [/\.docx$/i, "docx"],
];

/** What can be chosen in a form. */
export const READABLE =
  ".md,.markdown,.txt,.html,.htm,.csv,.tsv,.xlsx,.pdf,.docx,.json";

/** The kind of a file by its name; null for one that cannot be read. */
export function kindOf(name: string): Kind | null {
  return KINDS.find(([ending]) => ending.test(name))?.[1] ?? null;
}

/** The name of a file without its ending. */
export function withoutEnding(name: string): string {
  return name.replace(/\.[a-z0-9]{2,8}$/i, "");
}

/** The kinds of files that can be read, and pasted text. */
export type Kind =
  | "pasted"
  | "subtitles"
  | "text"
  | "markdown"
  | "html"
  | "csv"
  | "json"
  | "calendar"
  | "contact"
  | "xlsx"
  | "pdf"
  | "docx"
  | "pptx"
  | "odf"
  | "rtf"
  | "mail"
  | "epub"
  | "zip";

/** A part of a longer text: number `n` of this many, from 1. */
export type Part = { n: number; of: number };

/** What becomes one content item: a Markdown text, with a title if the file gives one; or a pair. */
export type ReadItem =
  | { kind: "text"; title: string | null; body: string; part?: Part }
  /** The title is a one-line question, the body its answer. */
  | { kind: "pair"; title: string; body: string };

/** A part that was left out, by its name or place, and why, as texts for the user. */
export type LeftOut = { what: string; why: string };

/** Which columns of a table hold questions and answers, each by its name or number; or that it is read row by row. */
export type ColumnChoice = { question: string; answer: string } | "rows";

/** The columns of a table by name, and how they were read. */
export type TableRead = { columns: string[]; read_as: ColumnChoice };

/** The result of reading a file; for a table, how it was read. */
export type Reading = {
  items: ReadItem[];
  left_out: LeftOut[];
  table?: TableRead;
};

/** Why a file cannot be read, and what to do about it. A table may need other columns. */
export type Refusal = { refusal: string; table?: TableRead };

export type ReadTask = {
  kind: Kind;
  bytes: Uint8Array<ArrayBuffer>;
  /** A web page's address. Only the page's main part is read, not what surrounds it. */
  url?: string;
  /** The encoding that its server declared. */
  charset?: string;
  /** How to read a table; by its column names if not given. */
  columns?: ColumnChoice;
};

/** The reading of a single text in full. */
export function oneText(title: string | null, body: string): Reading {
  return { items: [{ kind: "text", title, body }], left_out: [] };
}

/** A task without its bytes. */
export type TaskHead = Omit<ReadTask, "kind" | "bytes"> & {
  kind: Kind | "archive" | "survey" | "robots" | "face";
};

const KINDS: [RegExp, Kind][] = [
  [/\.(md|markdown)$/i, "markdown"],
  [/\.txt$/i, "text"],
  [/\.(srt|vtt)$/i, "subtitles"],
  [/\.html?$/i, "html"],
  [/\.(csv|tsv|tab)$/i, "csv"],
  [/\.(json|jsonl|ndjson)$/i, "json"],
  [/\.(ics|ical)$/i, "calendar"],
  [/\.(vcf|vcard)$/i, "contact"],
  [/\.xlsx$/i, "xlsx"],
  [/\.pdf$/i, "pdf"],
  [/\.docx$/i, "docx"],
  [/\.pp[ts]x$/i, "pptx"],
  [/\.od[tps]$/i, "odf"],
  [/\.rtf$/i, "rtf"],
  [/\.(eml|mbox)$/i, "mail"],
  [/\.epub$/i, "epub"],
  [/\.zip$/i, "zip"],
];

/** The file types to offer in a form. */
export const READABLE =
  ".md,.markdown,.txt,.html,.htm,.csv,.tsv,.xlsx,.ods,.pdf,.docx,.odt,.rtf,.pptx,.odp,.epub,.srt,.vtt,.eml,.mbox,.ics,.vcf,.zip,.json,.jsonl";

/** The kind of a file by its name; null for an unsupported one. */
export function kindOf(name: string): Kind | null {
  return KINDS.find(([ending]) => ending.test(name))?.[1] ?? null;
}

/** Markers of a single kind of file: at its beginning, or among the names at the end of an archive. */
const PDF = "%PDF-";
const RTF = "{\\rtf";
const ARCHIVE = "PK\x03\x04";
const PACKED: [part: string, kind: Kind][] = [
  ["word/document.xml", "docx"],
  ["xl/workbook.xml", "xlsx"],
  ["ppt/presentation.xml", "pptx"],
  ["META-INF/container.xml", "epub"],
];
/** How much of an archive's end is examined, in bytes. */
const END = 64 * 1_024;

/** The kind of a file by its contents if that is clear, whatever its name; otherwise `named`. */
export function kindWithin(
  bytes: Uint8Array<ArrayBuffer>,
  named: Kind,
): Kind {
  const letters = (part: Uint8Array<ArrayBuffer>) =>
    new TextDecoder("latin1").decode(part);
  const start = letters(bytes.subarray(0, PDF.length));
  if (start === PDF) return "pdf";
  if (start === RTF) return "rtf";
  if (named === "zip" || !start.startsWith(ARCHIVE)) return named;
  const end = letters(bytes.subarray(-END));
  return PACKED.find(([part]) => end.includes(part))?.[1] ?? named;
}

/** A file name without its extension. */
export function withoutEnding(name: string): string {
  return name.replace(/\.[a-z0-9]{2,8}$/i, "");
}

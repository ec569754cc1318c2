/** The kinds of files that can be read, and what someone pasted. */
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

/** A part of a longer text: number `n`, from 1, of this many. */
export type Part = { n: number; of: number };

/** What becomes one content item: a text in Markdown, with a title where the file names one; or a pair. */
export type ReadItem =
  | { kind: "text"; title: string | null; body: string; part?: Part }
  /** The title is a question of one line, the body its answer. */
  | { kind: "pair"; title: string; body: string };

/** A part that was left out, by its name or place, and why, as texts for whoever added it. */
export type LeftOut = { what: string; why: string };

/** Which columns of a table hold questions and answers, each by its name or number; or that it is read row by row. */
export type ColumnChoice = { question: string; answer: string } | "rows";

/** The columns of a table by their names, and how they were read. */
export type TableRead = { columns: string[]; read_as: ColumnChoice };

/** What a file is read into; of a table, how. */
export type Reading = {
  items: ReadItem[];
  left_out: LeftOut[];
  table?: TableRead;
};

/** Why a file cannot be read, and what to do about it. Of a table it may be that other columns are meant. */
export type Refusal = { refusal: string; table?: TableRead };

export type ReadTask = {
  kind: Kind;
  bytes: Uint8Array<ArrayBuffer>;
  /** Of a web page: its address. Only what the page is about is read, and not what is around it. */
  url?: string;
  /** The encoding that its server stated. */
  charset?: string;
  /** How a table is to be read; by the names of its columns where nothing is said. */
  columns?: ColumnChoice;
};

/** A reading of one text that was taken whole. */
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

/** What can be chosen in a form. */
export const READABLE =
  ".md,.markdown,.txt,.html,.htm,.csv,.tsv,.xlsx,.ods,.pdf,.docx,.odt,.rtf,.pptx,.odp,.epub,.srt,.vtt,.eml,.mbox,.ics,.vcf,.zip,.json,.jsonl";

/** The kind of a file by its name; null for one that cannot be read. */
export function kindOf(name: string): Kind | null {
  return KINDS.find(([ending]) => ending.test(name))?.[1] ?? null;
}

/** What only one kind of file holds: at its beginning, or among the names at the end of an archive. */
const PDF = "%PDF-";
const RTF = "{\\rtf";
const ARCHIVE = "PK\x03\x04";
const PACKED: [part: string, kind: Kind][] = [
  ["word/document.xml", "docx"],
  ["xl/workbook.xml", "xlsx"],
  ["ppt/presentation.xml", "pptx"],
  ["META-INF/container.xml", "epub"],
];
/** As much of an archive's end as is looked at, in bytes. */
const END = 64 * 1_024;

/** The kind of a file by what it holds where that is plain, though it be called otherwise; `named` for others. */
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

/** The name of a file without its ending. */
export function withoutEnding(name: string): string {
  return name.replace(/\.[a-z0-9]{2,8}$/i, "");
}

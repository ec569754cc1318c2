// Runs in its own process (`file_reader.ts`).
import { serveTasks } from "../isolated/serve.ts";
import { decodeText } from "./encoding.ts";
import {
  type ColumnChoice,
  type Kind,
  type Reading,
  type ReadTask,
  type Refusal,
  type TaskHead,
} from "./kinds.ts";
import { inParts } from "./parts.ts";
import { messageOf } from "./reading_message.ts";
import { readRobots } from "./robots.ts";
import { surveyOf } from "./survey.ts";

serveTasks(async ({ data, bytes }) => {
  const head = data as TaskHead;
  const { kind, url = "" } = head;
  if (kind === "survey") {
    const survey = await surveyOf(bytes, { ...head, url }).catch(unreadable);
    return { data: survey, bytes: new Uint8Array() };
  }
  if (kind === "robots") {
    const text = decodeText(bytes) ?? "";
    const robots = readRobots(text, AGENT, url);
    return { data: robots, bytes: new Uint8Array() };
  }
  if (kind === "face") {
    const { readSiteProfile } = await import("./site_profile.ts");
    const text = decodeText(bytes, [head.charset, metaOf(bytes)]) ?? "";
    return { data: readSiteProfile(text, url), bytes: new Uint8Array() };
  }
  if (kind === "archive") {
    const { archiveMessage } = await import("./archive.ts");
    return archiveMessage(bytes);
  }
  const reading = await read({ ...head, kind }, bytes).catch(unreadable);
  return messageOf("refusal" in reading ? reading : inParts(reading));
});

/** The name of this program in robots.txt and requests. */
const AGENT = "twincast";

/** The refusal of a file that makes its reader fail. */
function unreadable(): Refusal {
  return {
    refusal:
      "This file cannot be read. Save it again, maybe in another format, or paste its text.",
  };
}

type Read<Source> = (
  source: Source,
  columns?: ColumnChoice,
) => Reading | Refusal | Promise<Reading | Refusal>;
/** Each is loaded with the first file that needs it. */
type Readers<Source> = Partial<Record<Kind, () => Promise<Read<Source>>>>;

/** The readers of binary files. */
const BINARY: Readers<Uint8Array<ArrayBuffer>> = {
  pdf: async () => (await import("./pdf.ts")).readPdf,
  docx: async () => (await import("./documents.ts")).readDocx,
  pptx: async () => (await import("./pptx.ts")).readPptx,
  xlsx: async () => (await import("./xlsx.ts")).readXlsx,
  odf: async () => (await import("./odf.ts")).readOdf,
  epub: async () => (await import("./epub.ts")).readEpub,
  rtf: async () => (await import("./rtf.ts")).readRtf,
  mail: async () => (await import("./mail.ts")).readMail,
};

/** The readers of plain text, except those of pages, which need the page's address. */
const TEXT: Readers<string> = {
  csv: async () => (await import("./csv.ts")).readCsv,
  json: async () => (await import("./json_list.ts")).readJson,
  calendar: async () => (await import("./calendar.ts")).readCalendar,
  contact: async () => (await import("./contact.ts")).readContacts,
  subtitles: async () => (await import("./subtitles.ts")).readSubtitles,
  pasted: async () => (await import("./pasted.ts")).readPasted,
  async markdown() {
    const { readMarkdown } = await import("./markdown.ts");
    return (text) => readMarkdown(inLines(text));
  },
  async text() {
    const { readText } = await import("./text.ts");
    return (text, columns) => readText(inLines(text), columns);
  },
};

async function read(
  { kind, url, charset, columns }: Omit<ReadTask, "bytes">,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Reading | Refusal> {
  if (kind === "zip") {
    const { readPacked } = await import("./packed_files.ts");
    return await readPacked(bytes, (task) => read(task, task.bytes));
  }
  const readBinary = await BINARY[kind]?.();
  if (readBinary) return await readBinary(bytes, columns);
  const text = decodeText(
    bytes,
    kind === "html" ? [charset, metaOf(bytes)] : [],
  );
  if (text === null) {
    return {
      refusal:
        "This file is not text, or its encoding is unknown. Save it again as text in UTF-8.",
    };
  }
  const readPlain = await TEXT[kind]?.();
  if (readPlain) return await readPlain(text, columns);
  const { readHtml } = await import("./html.ts");
  return readHtml(text, url);
}

/** Normalises line endings to LF. */
function inLines(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** The encoding declared in a page's head, in either form. */
function metaOf(bytes: Uint8Array<ArrayBuffer>): string | undefined {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 4_096));
  return /<meta[^>]{0,200}charset=["']?([\w-]+)/i.exec(start)?.[1] ??
    /^<\?xml[^>]{0,200}encoding=["']([\w-]+)/i.exec(start)?.[1];
}

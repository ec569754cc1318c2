// Runs in a process of its own (`file_reader.ts`).
import { serveTasks } from "../isolated/serve.ts";
import { readPairs } from "./csv.ts";
import { oneText, type Reading, type Refusal, type TaskHead } from "./kinds.ts";
import { messageOf } from "./reading_message.ts";
import { readSitemap, sitemapText } from "./sitemap.ts";

serveTasks(async ({ data, bytes }) => {
  const head = data as TaskHead;
  if (head.kind === "sitemap") {
    const text = await sitemapText(bytes);
    const sitemap = typeof text === "string" ? readSitemap(text) : text;
    return { data: sitemap, bytes: new Uint8Array() };
  }
  return messageOf(await read(head, bytes).catch(unreadable));
});

/** What its reader fails on is no sound file. */
function unreadable(): Refusal {
  return {
    refusal:
      "This file cannot be read. Save it again, maybe in another format, or paste its text.",
  };
}

async function read(
  { kind, url }: TaskHead,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Reading | Refusal> {
  // Each reader is loaded with the first file that needs it.
  if (kind === "pdf" || kind === "docx") {
    const { readDocx, readPdf } = await import("./documents.ts");
    return kind === "pdf" ? await readPdf(bytes) : await readDocx(bytes);
  }
  const text = decode(bytes, kind === "html");
  if (text === null) {
    return {
      refusal:
        "This file is not text in UTF-8. Save it again with that encoding.",
    };
  }
  if (kind === "csv") return readPairs(text);
  if (kind === "text") return oneText(null, text);
  const { readHtml } = await import("./html.ts");
  return readHtml(text, url);
}

/** The text of bytes: UTF-8, UTF-16 with its mark, and of HTML what it says it is. Null for anything else. */
function decode(
  bytes: Uint8Array<ArrayBuffer>,
  is_html: boolean,
): string | null {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe
    ? "utf-16le"
    : first === 0xfe && second === 0xff
    ? "utf-16be"
    : null;
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 2_048));
  const stated = is_html
    ? /<meta[^>]+charset=["']?([\w-]+)/i.exec(start)?.[1]
    : null;
  for (const label of [marked ?? "utf-8", stated]) {
    if (!label) continue;
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes)
        .replaceAll("\u0000", "");
    } catch {
      // Not in this encoding, or in none that there is.
    }
  }
  return null;
}

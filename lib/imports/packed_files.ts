import { MAX_UNPACKED_MIB } from "./bounds.ts";
import { decodeText } from "./encoding.ts";
import {
  kindOf,
  type LeftOut,
  type Reading,
  type ReadItem,
  type ReadTask,
  type Refusal,
  withoutEnding,
} from "./kinds.ts";
import { instead } from "./unread_kinds.ts";
import { readInstagram } from "./instagram.ts";
import { isNewsletter, withoutAround, withoutFields } from "./newsletter.ts";
import { besideLetters } from "./mailchimp.ts";
import { type Post, substackPosts, withoutButtons } from "./substack.ts";
import { unzip } from "./unzip.ts";
import { type ZipFault, zipFault } from "./zip.ts";

/** The most files read per archive. */
const MOST_FILES = 200;
/** The most nested archives opened. */
const MOST_ARCHIVES = 5;
/** The longest file name shown, in UTF-16 units. */
const LONGEST_NAME = 150;

/** Why an archive cannot be opened, and what to do about it. */
const FAULTS: Record<ZipFault, string> = {
  broken:
    "This ZIP archive is incomplete, or of a kind that cannot be read here. Pack your files again as a plain .zip.",
  locked: "This archive is locked with a password. Pack it again without one.",
  many:
    "This archive contains thousands of files. Pack only those that should be read.",
  large:
    `This archive unpacks to more than ${MAX_UNPACKED_MIB} MiB. Split it into several archives, or leave out the pictures.`,
};

/** Files that operating systems add, and entries that only look like files. */
const BESIDE = /(^|\/)(__MACOSX\/|\.(?!\.)|Thumbs\.db$|desktop\.ini$)|\/$/;

type Read = (task: ReadTask) => Promise<Reading | Refusal>;

/**
 * Reads the files of a ZIP archive, each with `read`, in order of their names. Unreadable files are listed as left
 * out, with the reason. An archive within the archive is opened, as in Notion's exports; a deeper one is not.
 */
export async function readPacked(
  bytes: Uint8Array<ArrayBuffer>,
  read: Read,
): Promise<Reading | Refusal> {
  let archives = MOST_ARCHIVES;
  const plain: Read = async (task) =>
    task.kind === "zip" ? DEEP : await read(task);
  return await readFiles(
    bytes,
    async (task) =>
      task.kind === "zip" && archives-- > 0
        ? await readFiles(task.bytes, plain)
        : await plain(task),
  );
}

/** For an archive that is not opened. */
const DEEP: Refusal = {
  refusal:
    "Archives nested more deeply, or beyond the first five, are not opened. Unpack it and add its files.",
};

async function readFiles(
  bytes: Uint8Array<ArrayBuffer>,
  read: Read,
): Promise<Reading | Refusal> {
  const fault = await zipFault(bytes);
  if (fault) return { refusal: FAULTS[fault] };
  const parts = await unzip(bytes, (name) => !BESIDE.test(name));
  if (!parts) return { refusal: FAULTS.broken };
  const captions = readInstagram(parts);
  if (captions) return captions;
  const posts = substackPosts(parts);
  const beside = besideLetters(parts);
  const names = [...parts.keys()].filter((name) => !isPartOf(name, parts))
    .filter((name) => !isOfSavedPage(name, parts))
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const items: ReadItem[] = [];
  const left_out: LeftOut[] = [];
  for (const name of names.slice(0, MOST_FILES)) {
    const meant = decodedName(name);
    const what = meant.slice(-LONGEST_NAME).toWellFormed();
    const post = posts?.get(name);
    const why = post?.why ?? beside(name);
    const one: Reading | Refusal = why
      ? { refusal: why }
      : await readOne(meant, parts.get(name) ?? new Uint8Array(), read);
    if (post && "items" in one) {
      one.items = one.items.map((item) => asPost(item, post));
    }
    if ("refusal" in one) left_out.push({ what, why: one.refusal });
    else {
      items.push(...one.items);
      left_out.push(
        ...one.left_out.map((part) => ({
          ...part,
          what: `${what}, ${part.what}`,
        })),
      );
    }
  }
  if (names.length > MOST_FILES) {
    left_out.push({
      what: `${names.length - MOST_FILES} more files`,
      why: `At most ${MOST_FILES} files of an archive are read.`,
    });
  }
  if (items.length > 0) return { items, left_out };
  const why = left_out.slice(0, 3).map(({ what, why }) => `${what}: ${why}`);
  return {
    refusal: `Nothing in this archive can be read. ${why.join(" ")}`.trim(),
  };
}

async function readOne(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  read: (task: ReadTask) => Promise<Reading | Refusal>,
): Promise<Reading | Refusal> {
  if (leadsOut(name)) {
    return {
      refusal:
        "Its path leads out of the archive, which is unsafe. Pack it again.",
    };
  }
  const file = name.slice(name.lastIndexOf("/") + 1);
  const kind = kindOf(file);
  if (kind === "json") {
    return { refusal: "Add a JSON file by itself if visitors may know it." };
  }
  if (!kind) return { refusal: instead(file) };
  if (kind === "csv" && listsPeople(decodeText(bytes) ?? "")) {
    return {
      refusal:
        "It lists people by their e-mail addresses. Add it by itself if visitors may know them.",
    };
  }
  // A file that makes its reader fail does not hold up the others.
  const html = kind === "html" ? decodeText(bytes) : null;
  const letter = html !== null && isNewsletter(html)
    ? new TextEncoder().encode(withoutFields(html))
    : null;
  const reading = await read({ kind, bytes: letter ?? bytes })
    .catch(() => null);
  if (!reading) return { refusal: "It is damaged and cannot be read." };
  if ("refusal" in reading) return reading;
  const title = withoutEnding(file).replace(NOTION_ID, "")
    .slice(0, LONGEST_NAME).toWellFormed();
  const { left_out } = reading;
  const items = letter === null ? reading.items : reading.items.map((item) => ({
    ...{ ...item, body: withoutAround(item.body) },
  }));
  return {
    items: items.filter(({ body }) => /\S/.test(body)).map((item) =>
      item.kind === "text" ? { ...item, title: item.title ?? title } : item
    ),
    left_out,
  };
}

/** A text with its title from a list of posts. */
function asPost(item: ReadItem, { title }: Post): ReadItem {
  const body = withoutButtons(item.body);
  if (item.kind === "pair") return { ...item, body };
  return { ...item, body, title: title || item.title };
}

/** Whether most lines of a table contain an e-mail address, as in lists of subscribers. */
function listsPeople(table: string): boolean {
  const lines = table.split(/\r\n?|\n/).filter((line) => /\S/.test(line));
  const named = lines.filter((line) =>
    /[^\s@,;"]@[^\s@,;"]{1,200}\.\p{L}/u.test(line)
  );
  return named.length > 0 && named.length >= (lines.length - 1) / 2;
}

/** The id that Notion appends to the name of a page or a table. */
const NOTION_ID = /(?<=\S) [0-9a-f]{32}(?:_all)?$/;

/** Whether a table is Notion's filtered copy beside the complete one. */
function isPartOf(name: string, all: ReadonlyMap<string, unknown>): boolean {
  return /[0-9a-f]{32}\.csv$/.test(name) &&
    all.has(name.replace(/\.csv$/, "_all.csv"));
}

/**
 * Whether a file belongs to a page saved by a browser: the pictures, scripts and frames of `page.html` are in
 * `page_files`.
 */
function isOfSavedPage(name: string, all: ReadonlyMap<string, unknown>) {
  const [, page] = /^(.{1,500})(?:_files|_fichiers|-Dateien|_archivos|_file)\//
    .exec(name) ?? [];
  return page !== undefined &&
    [".html", ".htm"].some((ending) => all.has(page + ending));
}

/** Whether a path is absolute, or leads out of its root, on any system. */
function leadsOut(name: string): boolean {
  return /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(name);
}

/** Decodes a file name: many archives do not mark theirs as UTF-8, or use their system's encoding. */
function decodedName(name: string): string {
  const is_bytes = Array.from(name).every((letter) => letter <= "\xff");
  if (!is_bytes || !/[\x80-\xff]/.test(name)) return name;
  const bytes = Uint8Array.from(name, (letter) => letter.charCodeAt(0));
  return decodeText(bytes) ?? name;
}

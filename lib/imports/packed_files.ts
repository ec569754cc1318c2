import {
  kindOf,
  type LeftOut,
  type Reading,
  type ReadItem,
  type ReadTask,
  type Refusal,
  withoutEnding,
} from "./kinds.ts";
import { unzip } from "./unzip.ts";

/** How many files of an archive are read. */
const MOST_FILES = 200;
/** UTF-16 units of a file's name that are told. */
const LONGEST_NAME = 150;

/** What a computer adds by itself, and what only looks like a file. */
const BESIDE = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)|\/$/;

/**
 * The files of a ZIP archive, each as `read` reads it, in order of their names. What cannot be read is left out by its
 * name and says why; an archive in an archive is not opened.
 */
export async function readPacked(
  bytes: Uint8Array<ArrayBuffer>,
  read: (task: ReadTask) => Promise<Reading | Refusal>,
): Promise<Reading | Refusal> {
  const parts = await unzip(bytes, (name) => !BESIDE.test(name));
  if (!parts) {
    return {
      refusal:
        "This is no whole ZIP archive, or it is locked or unpacks to too much. Pack it anew without a password, or in several archives.",
    };
  }
  const names = [...parts.keys()].sort();
  const items: ReadItem[] = [];
  const left_out: LeftOut[] = [];
  for (const name of names.slice(0, MOST_FILES)) {
    const what = name.slice(-LONGEST_NAME).toWellFormed();
    const one = await readOne(name, parts.get(name) ?? new Uint8Array(), read);
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
  const file = name.slice(name.lastIndexOf("/") + 1);
  const kind = kindOf(file);
  if (kind === "zip") {
    return {
      refusal: "An archive in an archive is not read. Add it by itself.",
    };
  }
  if (!kind) return { refusal: "This kind of file is not read." };
  // One that its reader fails on holds up no other.
  const reading = await read({ kind, bytes }).catch(() => null);
  if (!reading) return { refusal: "It is broken and cannot be read." };
  if ("refusal" in reading) return reading;
  const title = withoutEnding(file).slice(0, LONGEST_NAME).toWellFormed();
  const { items, left_out } = reading;
  return {
    items: items.filter(({ body }) => /\S/.test(body)).map((item) =>
      item.kind === "text" ? { ...item, title: item.title ?? title } : item
    ),
    left_out,
  };
}

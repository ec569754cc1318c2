import { textOf } from "./unzip.ts";
import { walkXml } from "./xml.ts";

export type BookParts = Map<string, Uint8Array<ArrayBuffer>>;

/** A chapter's file, and its name in the table of contents; null if it is not listed. */
type Chapter = { path: string; name: string | null };
export type Book = { title: string | null; chapters: Chapter[] };

/** Reads a book's title and its chapters in order (EPUB 3.3, package document); null if it is not a book. */
export function openBook(parts: BookParts): Book | null {
  let path = "";
  walkXml(textOf(parts, "META-INF/container.xml"), {
    open: (name, attributes) => {
      if (name === "rootfile") path ||= attributes["full-path"] ?? "";
    },
  });
  if (!parts.has(path)) return null;
  const { title, files, spine, ncx } = readPackage(textOf(parts, path), path);
  const contents = files.get(ncx)?.path ??
    [...files.values()].find(({ is_nav }) => is_nav)?.path;
  const names = contents ? namesOf(textOf(parts, contents), contents) : null;
  // Each only once, as EPUB requires: a few bytes could list one chapter a million times under as many ids.
  const paths = new Set<string>();
  for (const id of spine) {
    const file = files.get(id);
    const is_chapter = file?.is_text && !file.is_nav && parts.has(file.path);
    if (is_chapter) paths.add(file.path);
  }
  const chapters = [...paths].map((path) => ({
    path,
    name: names?.get(path) ?? null,
  }));
  return { title, chapters };
}

function readPackage(xml: string, at: string) {
  const files = new Map<
    string,
    { path: string; is_nav: boolean; is_text: boolean }
  >();
  const spine: string[] = [];
  const contents = new Set<string>();
  const titles: string[] = [];
  let [within, ncx] = ["", ""];
  walkXml(xml, {
    open: (name, attributes) => {
      const { id = "", href = "", properties = "", idref, type } = attributes;
      const { "media-type": media, linear } = attributes;
      within = name;
      if (name === "title") titles.push("");
      if (name === "item") {
        const is_nav = properties.split(/\s+/).includes("nav");
        const is_text = /html/.test(media ?? "html");
        files.set(id, { path: pathOf(href, at), is_nav, is_text });
      } else if (name === "itemref" && idref && linear !== "no") {
        spine.push(idref);
      } else if (name === "spine") ncx = attributes.toc ?? "";
      else if (name === "reference" && type === "toc") {
        contents.add(pathOf(href, at));
      }
    },
    text: (text) => {
      if (within === "title") titles.push(`${titles.pop()}${text}`);
    },
    close: () => {
      within = "";
    },
  });
  for (const file of files.values()) file.is_nav ||= contents.has(file.path);
  const title = titles.map(oneLine).find(Boolean) ?? null;
  return { title, files, spine, ncx };
}

/** The name of each file in a table of contents (nav or NCX): the first that leads to its beginning, or into it. */
function namesOf(xml: string, at: string): Map<string, string> {
  const names = new Map<string, string>();
  let [path, label] = ["", ""];
  let is_label = false;
  const put = () => {
    if (path && oneLine(label) && !names.has(path)) {
      names.set(path, oneLine(label));
    }
    [path, label] = ["", ""];
  };
  walkXml(xml, {
    open: (name, { href = "", src = "" }) => {
      if (name === "a") [path, label, is_label] = [pathOf(href, at), "", true];
      else if (name === "navLabel") [label, is_label] = ["", true];
      else if (name === "content") {
        path = pathOf(src, at);
        put();
      }
    },
    text: (text) => {
      if (is_label) label += text;
    },
    close: (name) => {
      if (name === "a") put();
      if (name === "a" || name === "navLabel") is_label = false;
    },
  });
  return names;
}

/** The archive path of a link in the file `at`, without its fragment. */
function pathOf(href: string, at: string): string {
  try {
    const { pathname } = new URL(href, `file:///${encodeURI(at)}`);
    return decodeURIComponent(pathname).slice(1);
  } catch {
    return "";
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

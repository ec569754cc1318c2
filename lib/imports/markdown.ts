import { leftComments, leftStruck } from "./left_out.ts";
import type { LeftOut, Reading, Refusal } from "./kinds.ts";
import { withoutNotes } from "./notes.ts";

/**
 * Reads a Markdown file: the title from its front matter, and its text without comments, raw tags and links into its
 * folder.
 */
export function readMarkdown(source: string): Reading | Refusal {
  const { title, keys, rest } = takeFrontMatter(
    source.replace(/\r\n?/g, "\n"),
  );
  const { pieces, notes } = withoutNotes(rest);
  let struck = 0;
  const shown = pieces.map(({ is_code, text }) => {
    if (is_code) return { is_code, text };
    const meant = text.replace(STRUCK, () => {
      struck++;
      return " ";
    });
    return { is_code, text: withoutTags(meant) };
  });
  const definitions = new Map<string, string>();
  for (const piece of shown) {
    if (!piece.is_code) piece.text = takeDefinitions(piece.text, definitions);
  }
  const body = shown.map(({ is_code, text }) =>
    is_code ? text : inPlace(text, definitions)
  ).join("").replace(/\n{3,}/g, "\n\n").trim();
  const others = keys.filter((key) => key !== "title");
  const left_out: LeftOut[] = [
    ...others.length > 0
      ? [{
        what: `the front matter (${others.slice(0, 10).join(", ")})`,
        why: "It describes the file. Only its title is used.",
      }]
      : [],
    ...notes > 0 ? [leftComments(notes)] : [],
    ...struck > 0 ? [leftStruck(struck)] : [],
  ];
  if (body) return { items: [{ kind: "text", title, body }], left_out };
  if (notes === 0) return { items: [], left_out };
  return { refusal: "This file contains no text, or only comments." };
}

/** Struck-out text, with the spaces around it. */
const STRUCK =
  / ?(?:~~(?=\S)[^~\n]{1,1000}~~|<(s|del|strike)(?:\s[^<>]{0,200})?>[^<]{0,1000}<\/\1>) ?/gi;

/** Splits off front matter: YAML between lines of `---`, or TOML between `+++`. */
function takeFrontMatter(text: string) {
  const none = { title: null, keys: [] as string[], rest: text };
  const mark = /^\ufeff?(---|\+\+\+)[ \t]*\n/.exec(text);
  if (!mark) return none;
  const end = new RegExp(
    `^(?:${mark[1] === "---" ? "---|\\.\\.\\." : "\\+\\+\\+"})[ \\t]*$`,
    "m",
  );
  const within = text.slice(mark[0].length);
  const found = end.exec(within);
  if (!found) return none;
  const matter = within.slice(0, found.index);
  const keys = Array.from(
    matter.matchAll(/^([\w-]{1,60})[ \t]*[:=]/gm),
    ([, key]) => key.toLowerCase(),
  );
  // The part between two rules may be text.
  const is_data = matter.split("\n").every((line) =>
    /^(?:[\w-]{1,60}[ \t]*[:=]|\s|-|#|\[|$)/.test(line)
  );
  if (!is_data || (keys.length === 0 && matter.trim())) return none;
  const said = /^title[ \t]*[:=][ \t]*(.+)$/im.exec(matter)?.[1].trim();
  const title = said?.replace(/^(["'])(.*)\1$/, "$2") || null;
  return { title, keys, rest: within.slice(found.index + found[0].length) };
}

/** The text of raw HTML without its tags and without scripts and styles. */
function withoutTags(text: string): string {
  if (!text.includes("<")) return text;
  return cutBetween(cutBetween(text, "script"), "style")
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(
      /<(https?:\/\/[^\s<>]{1,2000}|[^\s<>@]{1,64}@[^\s<>]{1,255})>/gi,
      "$1",
    )
    .replace(/<\/?[a-z][a-z0-9-]{0,30}(?:\s[^<>]{0,1000})?\/?>/gi, "");
}

function cutBetween(text: string, tag: string): string {
  const begin = new RegExp(`<${tag}[\\s>]`, "gi");
  const end = new RegExp(`</${tag}\\s*>`, "gi");
  const kept: string[] = [];
  let from = 0;
  for (let found = begin.exec(text); found; found = begin.exec(text)) {
    kept.push(text.slice(from, found.index));
    end.lastIndex = begin.lastIndex;
    from = end.exec(text) ? end.lastIndex : text.length;
    begin.lastIndex = from;
  }
  return kept.join("") + text.slice(from);
}

const DEFINITION =
  /^ {0,3}\[(\^?[^\]\n]{1,200})\]:[ \t]*(\S[^\n]*(?:\n(?: {2}|\t)[ \t]*\S[^\n]*)*)\n?/gm;

/** Collects reference definitions of links and footnotes, removing them from the text. */
function takeDefinitions(text: string, into: Map<string, string>): string {
  return text.replace(DEFINITION, (all, label: string, said: string) => {
    const value = said.replace(/\s+/g, " ").trim();
    const is_note = label.startsWith("^");
    if (!is_note && !/^<?(?:https?:|mailto:|[/.#\w])/i.test(value)) return all;
    into.set(label.toLowerCase(), is_note ? value : value.split(" ")[0]);
    return "";
  });
}

/**
 * Puts footnotes and reference links in place; pictures, and links to other files in the folder, become their text.
 */
function inPlace(text: string, definitions: Map<string, string>): string {
  // There are often only a few words between two pieces of code.
  if (!/[[#:]/.test(text)) return text;
  const of = (label: string) => definitions.get(label.toLowerCase());
  return withoutPictures(text)
    .replace(
      /\[(\^[^[\]\n]{1,200})\]([.,;:!?…)]*)/g,
      (all, label, closing) => of(label) ? `${closing} (${of(label)})` : all,
    )
    .replace(/\[\[(?:[^[\]|\n]{1,300}\|)?([^[\]|\n]{1,300})\]\]/g, "$1")
    .replace(
      /\[([^[\]\n]{1,500})\]\[([^[\]\n]{0,200})\]/g,
      (all, words, label) => {
        const address = of(label || words);
        return address ? linkOf(words, address) : all;
      },
    )
    .replace(
      /\[([^[\]\n]{1,500})\]\((?!https?:)([^()\s]{0,1000})\)/gi,
      (_, words, address) => linkOf(words, address),
    )
    .replace(/^([ \t>]*)\[!\w{1,30}\][+-]?[ \t]*/gm, "$1")
    .replace(/^:::.*$/gm, "")
    .replace(/^#{1,6} .*\}[ \t]*$/gm, withoutMarks);
}

/** A heading without its attributes for links and styles (`{#name .class}`). */
function withoutMarks(heading: string): string {
  const said = heading.trimEnd();
  const marks = /\{[#.][^{}\n]{0,200}\}$/.exec(said);
  return marks ? said.slice(0, marks.index).trimEnd() : heading;
}

/** Replaces a picture in a sentence by its description; removes one on its own line. */
function withoutPictures(text: string): string {
  return text.replace(/!\[\[[^[\]\n]{1,300}\]\]/g, "")
    .replace(/^[ \t]*!\[[^[\]\n]{0,500}\]\([^()\n]{0,2000}\)[ \t]*$/gm, "")
    .replace(
      /!\[([^[\]\n]{0,500})\](?:\([^()\n]{0,2000}\)|\[[^[\]\n]{0,200}\])/g,
      "$1",
    );
}

/** Only a web address stays a link; one for mail or calls becomes text. */
function linkOf(words: string, address: string): string {
  if (/^https?:/i.test(address)) return `[${words}](${address})`;
  const said = /^(?:mailto|tel):([^?]+)/i.exec(address)?.[1];
  return !said || words.includes(said) ? words : `${words} (${said})`;
}

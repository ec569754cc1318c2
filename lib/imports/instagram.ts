import { Parser } from "htmlparser2";
import type { LeftOut, Reading, ReadItem, Refusal } from "./kinds.ts";

type Parts = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** Where Instagram stores posts, in its various archive layouts. */
const POSTED =
  /(?:^|\/)(?:content|media|your_instagram_activity)\/(?:posts_\d+|reels)\.(?:json|html)$/;
/** The most posts read. */
const MOST_POSTS = 500;
/** The shortest useful caption without its hashtags, in UTF-16 units. */
const LEAST = 60;
const LONGEST_TITLE = 80;
/** The longest caption; Instagram's own limit is 2,200. */
const LONGEST = 10_000;

/**
 * Reads the captions of an Instagram archive, one item each, newest first; null for another archive. Messages,
 * contacts and other data about other people are not read.
 */
export function readInstagram(parts: Parts): Reading | Refusal | null {
  const names = [...parts.keys()].filter((name) => POSTED.test(name)).sort();
  if (names.length === 0) return null;
  const captions = names.flatMap((name) => {
    const text = new TextDecoder().decode(parts.get(name));
    return name.endsWith(".json") ? captionsOf(text) : markedCaptions(text);
  }).map(withoutHashtags);
  const said = [...new Set(captions.filter(({ length }) => length >= LEAST))];
  const items = said.slice(0, MOST_POSTS).map((body): ReadItem => ({
    ...{ kind: "text", title: titleOf(body), body },
  }));
  if (items.length === 0) {
    return {
      refusal:
        "No caption in this archive of Instagram is long enough to answer from. Paste what visitors should know.",
    };
  }
  return { items, left_out: leftOf(captions, said, parts.size - names.length) };
}

function leftOf(
  captions: readonly string[],
  said: readonly string[],
  others: number,
): LeftOut[] {
  const short = captions.length - captions.filter((one) => one.length >= LEAST)
    .length;
  const left: [count: number, what: string, why: string][] = [
    [short, "Short captions", "They say too little to answer from."],
    [said.length - MOST_POSTS, "Older posts", "There are too many."],
    [
      others,
      "Other files of this archive",
      "They are pictures, or contain messages, contacts and the like, which are never read.",
    ],
  ];
  return left.filter(([count]) => count > 0)
    .map(([count, what, why]) => ({ what: `${what} (${count})`, why }));
}

/** The captions in a JSON list: of the post itself, or of its only picture. */
function captionsOf(json: string): string[] {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return [];
  }
  const reels = (data as { ig_reels_media?: unknown })?.ig_reels_media;
  const posts = Array.isArray(data) ? data : Array.isArray(reels) ? reels : [];
  return posts.flatMap(({ title, media }: Post) => {
    const said = title || (Array.isArray(media) ? media[0]?.title : "");
    return typeof said === "string" && said ? [asWritten(said)] : [];
  });
}

type Post = { title?: unknown; media?: { title?: unknown }[] };

/** Repairs a text whose UTF-8 bytes were written as one character each. */
function asWritten(text: string): string {
  if (!/[\x80-\xff]/.test(text) || /[^\0-\xff]/.test(text)) return text;
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
}

/** The captions in an HTML list, which are headings of one class. */
function markedCaptions(html: string): string[] {
  const captions: string[] = [];
  /** The number of open elements within a caption. */
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (depth > 0) {
        if (name === "br") captions[captions.length - 1] += "\n";
        depth++;
      } else if (/(?:^|\s)_a6-h(?:\s|$)/.test(attributes.class ?? "")) {
        depth = 1;
        captions.push("");
      }
    },
    ontext(text) {
      if (depth > 0) captions[captions.length - 1] += text;
    },
    onclosetag() {
      if (depth > 0) depth--;
    },
  });
  parser.end(html);
  return captions.filter(Boolean);
}

/** A caption without its trailing hashtags, and the dots above them. */
function withoutHashtags(caption: string): string {
  const lines = caption.slice(0, LONGEST).toWellFormed()
    .replace(/\r\n?/g, "\n").trim().split("\n");
  const is_beside = (line: string) =>
    /^[\s.·•⠀-]*(?:#[\p{L}\p{N}_]+[\s.,]*)*$/u.test(line);
  while (lines.length > 0 && is_beside(lines.at(-1) ?? "")) lines.pop();
  const text = lines.join("\n\n").replace(/\n{3,}/g, "\n\n");
  return text.replace(/(?:\s+#[\p{L}\p{N}_]+)+\s*$/u, "").trim();
}

/** The first sentence or line. */
function titleOf(caption: string): string {
  const line = caption.split("\n", 1)[0];
  const [first] = /^.{10,80}?[.!?…](?=\s)/u.exec(line) ?? [line];
  if (first.length <= LONGEST_TITLE) return first;
  const cut = first.slice(0, LONGEST_TITLE).toWellFormed();
  return `${cut.slice(0, cut.lastIndexOf(" ") + 1 || undefined).trim()}…`;
}

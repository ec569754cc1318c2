import { parseTable } from "./csv.ts";

type Parts = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** A post in the list: its title, and why it is not read; null if it is. */
export type Post = { title: string; why: string | null };

/**
 * The posts of a Substack archive, by file, even if it was repacked with its folder: the texts themselves have
 * neither titles nor access rules. Null for another archive.
 */
export function substackPosts(parts: Parts): Map<string, Post> | null {
  const lists = [...parts.keys()].filter((name) => LIST.test(name));
  const all = lists.map((name) => postsOf(parts, name))
    .filter((posts) => posts !== null);
  return all.length > 0 ? new Map(all.flatMap((posts) => [...posts])) : null;
}

const LIST = /(?:^|\/)posts\.csv$/;

function postsOf(parts: Parts, name: string): Map<string, Post> | null {
  const folder = name.replace(/posts\.csv$/, "");
  const [headings = [], ...rows] = parseTable(
    new TextDecoder().decode(parts.get(name)),
    ",",
  );
  if (!headings.includes("post_id")) return null;
  const posts = new Map<string, Post>([
    [name, { title: "", why: "The posts that it lists are read." }],
  ]);
  for (const row of rows) {
    const cell = (name: string) => row[headings.indexOf(name)]?.trim() ?? "";
    const why = cell("is_published") === "false"
      ? "It was not published. Publish it first, or paste its text."
      : /paid|founding/.test(cell("audience"))
      ? "Only paying readers may read it. Add it by itself, private or public as you choose."
      : null;
    const path = `${folder}posts/${cell("post_id")}.html`;
    posts.set(path, { title: cell("title"), why });
  }
  return posts;
}

/** A post's text without its buttons. */
export function withoutButtons(body: string): string {
  return body.split("\n").filter((line) => !BUTTON.test(line)).join("\n")
    .replace(/\n{3,}/g, "\n\n").trim();
}

const BUTTON =
  /^\[(?:Subscribe(?: now)?|Share[^\]]{0,60}|Leave a comment|Give a gift subscription|Refer a friend|Donate[^\]]{0,60})\]\([^()]{1,500}\)$/;

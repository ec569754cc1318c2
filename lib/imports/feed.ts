import { webAddress } from "./addresses.ts";
import { walkXml } from "./xml.ts";

/** An entry of a feed. */
export type FeedEntry = {
  /** The feed's id for it. */
  id: string;
  url: string | null;
  title: string;
  /** The content in the feed itself, as HTML. */
  html: string;
  transcripts: { url: string; type: string }[];
};

const MAX_ENTRIES = 1_000;
/** The most read per entry, in UTF-16 units. */
const MAX_TEXT = 200_000;

/** A partly read entry: the first value of each of its own elements. */
type Draft = {
  said: Map<string, string>;
  link: string | null;
  transcripts: { url: string; type: string }[];
};

/** Reads the entries of an RSS (0.9 to 2.0) or Atom feed in order, with the transcripts of a podcast. */
export function readFeed(
  xml: string,
  base: string,
): { title: string; entries: FeedEntry[] } {
  const entries: FeedEntry[] = [];
  const open: string[] = [];
  let title = "";
  let draft: Draft | null = null;
  /** The depth of the element whose text is being collected. */
  let depth = 0;
  let said = "";
  walkXml(xml, {
    open(name, attributes) {
      open.push(name);
      if (name === "item" || name === "entry") {
        draft = { said: new Map(), link: null, transcripts: [] };
        depth = open.length;
      } else if (draft && open.length === depth + 1) {
        said = "";
        takeAttributes(draft, name, attributes, base);
      } else if (!draft) said = "";
      // Atom contains XHTML as elements.
      else if (BLOCKS.has(name)) said += "\n\n";
    },
    text(text) {
      if (said.length < MAX_TEXT) said += text;
    },
    close() {
      const name = open.pop() ?? "";
      if (!draft) {
        if (name === "title" && !title) title = said.trim();
      } else if (open.length === depth) {
        if (said.trim() && !draft.said.has(name)) draft.said.set(name, said);
      } else if (open.length < depth) {
        if (entries.length < MAX_ENTRIES) entries.push(entryOf(draft, base));
        draft = null;
        said = "";
      }
    },
  });
  return { title, entries };
}

const BLOCKS = new Set(["p", "div", "li", "br", "h1", "h2", "h3", "h4", "td"]);

function takeAttributes(
  draft: Draft,
  name: string,
  { href, rel, url, type }: Record<string, string>,
  base: string,
): void {
  if (name === "link" && href && (!rel || rel === "alternate")) {
    draft.link ??= webAddress(href, base);
  }
  const transcript = name === "transcript" && url && webAddress(url, base);
  if (transcript) draft.transcripts.push({ url: transcript, type: type ?? "" });
}

function entryOf({ said, link, transcripts }: Draft, base: string): FeedEntry {
  const first = (...names: string[]) =>
    names.map((name) => said.get(name)?.trim()).find(Boolean) ?? "";
  const guid = first("guid", "id");
  const url = link ?? webAddressOf(first("link"), base) ??
    (/^https?:/i.test(guid) ? webAddress(guid, base) : null);
  return {
    id: guid || url || first("title"),
    url,
    title: first("title").replace(/\s+/g, " "),
    html: first("encoded", "content", "description", "summary"),
    transcripts,
  };
}

function webAddressOf(text: string, base: string): string | null {
  return text ? webAddress(text, base) : null;
}

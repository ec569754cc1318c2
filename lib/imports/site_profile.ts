import { parseHTML } from "linkedom";
import { webAddress } from "./addresses.ts";
import { HTML_BOUNDS } from "./bounds.ts";
import { isHtmlWithinLimits } from "./html_bounds.ts";
import { normalForm } from "../normal_form.ts";

/** A page's link, and its text. */
export type NamedLink = { url: string; text: string };

/** How a home page describes its site: name, a one-sentence description, colour, pictures (best first) and pages. */
export type SiteProfile = {
  name: string | null;
  description: string;
  /** As `#rrggbb`. */
  accent: string | null;
  pictures: string[];
  links: NamedLink[];
  /** Its declared language, such as `de`; empty if none. */
  language: string;
};

const MAX_LINKS = 300;
const MAX_PICTURES = 4;
const MAX_NAME = 80;
const MAX_DESCRIPTION = 300;

/** Reads the head and the links of an HTML text; nothing if it has too many elements. */
export function readSiteProfile(html: string, url: string): SiteProfile {
  const profile: SiteProfile = {
    ...{ name: null, description: "", accent: null },
    ...{ pictures: [], links: [], language: "" },
  };
  if (!isHtmlWithinLimits(html, HTML_BOUNDS)) return profile;
  const document = parseHTML(html).document as unknown as Document;
  const meta = metaOf(document);
  const stated = document.querySelector("base[href]")?.getAttribute("href");
  const base = webAddress(stated ?? "", url) ?? url;
  const title = line(document.querySelector("title")?.textContent, 200);
  const name = line(meta("og:site_name"), MAX_NAME) ||
    line(meta("application-name"), MAX_NAME) || nameFrom(title, url);
  const description = line(
    meta("description") || meta("og:description"),
    MAX_DESCRIPTION,
  );
  return {
    ...{ name: name || null, description },
    accent: accentOf(document, meta),
    pictures: picturesOf(document, meta, base),
    links: linksOf(document, base),
    language: document.documentElement?.getAttribute("lang")?.slice(0, 2)
      .toLowerCase() ?? "",
  };
}

type Meta = (name: string) => string;

/** The page's `meta` values; if it has two colours, that of its light theme. */
function metaOf(document: Document): Meta {
  const all = [...document.querySelectorAll("meta[content]")];
  return (name) => {
    const named = all.filter((one) =>
      (one.getAttribute("name") ?? one.getAttribute("property") ?? "")
        .toLowerCase() === name
    );
    const light = named.find((one) =>
      !/dark/i.test(one.getAttribute("media") ?? "")
    );
    return (light ?? named[0])?.getAttribute("content") ?? "";
  };
}

/** A text as one line of at most `most` UTF-16 units, cut at a word. */
function line(text: string | null | undefined, most: number): string {
  const plain = (text ?? "").slice(0, 4_000)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").toWellFormed().trim();
  if (plain.length <= most) return plain;
  const cut = plain.slice(0, most).toWellFormed();
  const space = cut.lastIndexOf(" ");
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trim()}…`;
}

const GENERIC =
  /^(home|homepage|welcome|start|startseite|index|inicio|accueil|in[ií]cio|hjem|hem|главная|首页|ホーム)$/i;

/**
 * The name in a title such as "Home | Clay Studio": the part contained in the host name, or else the first that is
 * not generic.
 */
function nameFrom(title: string, url: string): string {
  const parts = title.split(/\s+[|–—·•:»-]\s+|\s*\|\s*/)
    .map((part) => part.trim())
    .filter((part) => part && !GENERIC.test(part));
  const host = plain(new URL(url).hostname.replace(/^www\./, ""));
  const named = parts.find((part) => {
    const letters = plain(part);
    return letters.length > 2 &&
      (host.startsWith(letters) || letters.startsWith(host.split(".")[0]));
  });
  return line(named ?? parts[0], MAX_NAME);
}

function plain(text: string): string {
  return normalForm(text, "NFKD").toLowerCase().replace(/[^\p{L}\p{N}.]/gu, "");
}

function accentOf(document: Document, meta: Meta): string | null {
  const mask = document.querySelector("link[rel~=mask-icon]");
  const stated = [
    meta("theme-color"),
    mask?.getAttribute("color") ?? "",
    meta("msapplication-tilecolor"),
  ];
  return stated.map(hexOf).find((hex) => hex !== null) ?? null;
}

/** A colour as `#rrggbb`; null for an invalid one, and for one too close to white to be seen. */
function hexOf(colour: string): string | null {
  const text = colour.trim().toLowerCase();
  const short = /^#([\da-f])([\da-f])([\da-f])[\da-f]?$/.exec(text);
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})(?:[\da-f]{2})?$/.exec(
    text,
  );
  const rgb = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\b/.exec(text);
  const parts = short?.slice(1).map((one) => parseInt(one + one, 16)) ??
    long?.slice(1).map((one) => parseInt(one, 16)) ?? rgb?.slice(1).map(Number);
  if (!parts || parts.some((one) => one > 255)) return null;
  const [red, green, blue] = parts;
  if (0.3 * red + 0.59 * green + 0.11 * blue > 215) return null;
  return `#${parts.map((one) => one.toString(16).padStart(2, "0")).join("")}`;
}

/** Home screen icons are square and small; the picture for messengers is usually wide; favicons come last. */
function picturesOf(document: Document, meta: Meta, base: string): string[] {
  const hrefs = (selector: string) =>
    [...document.querySelectorAll(selector)]
      .sort((a, b) => sideOf(b) - sideOf(a))
      .map((link) => link.getAttribute("href") ?? "");
  const found = [
    ...hrefs(
      "link[rel~=apple-touch-icon], link[rel~=apple-touch-icon-precomposed]",
    ),
    meta("og:image:secure_url") || meta("og:image") || meta("og:image:url"),
    meta("twitter:image"),
    ...hrefs("link[rel~=icon][sizes]"),
  ];
  const whole = found.filter((text) => text.trim())
    .map((text) => webAddress(text, base))
    .filter((url) =>
      url !== null && !/\.(svg|ico|gif)$/i.test(new URL(url).pathname)
    );
  return [...new Set(whole as string[])].slice(0, MAX_PICTURES);
}

function sideOf(link: Element): number {
  return parseInt(link.getAttribute("sizes") ?? "") || 0;
}

function linksOf(document: Document, base: string): NamedLink[] {
  const found = new Map<string, string>();
  for (const link of document.querySelectorAll("a[href]")) {
    if (/\bnofollow\b/i.test(link.getAttribute("rel") ?? "")) continue;
    const url = webAddress(link.getAttribute("href") ?? "", base);
    if (url && !found.has(url)) found.set(url, line(link.textContent, 100));
    if (found.size === MAX_LINKS) break;
  }
  return [...found].map(([url, text]) => ({ url, text }));
}

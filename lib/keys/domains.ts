import { parse } from "tldts";
import { AppError } from "../errors.ts";

/** `[*]`: any origin at all. */
const ANY = "*";

/** The part of a page's address after its origin. */
const AFTER_ORIGIN = /^(\w+:\/\/[^/?#]+|(?!\w+:\/\/)[^/?#]+)[/?#].*$/s;

/**
 * Normalises an allowlist entry for storage: lower case, IDN as punycode, no default port. A page's full address
 * stands for its origin. Throws `invalid_input` for an entry that matches nothing or too much; `path` locates the
 * entry.
 */
export function normalizeDomain(typed: string, path: string): string {
  if (typed === ANY) return ANY;
  const entry = typed.replace(AFTER_ORIGIN, "$1")
    .replace(/^https:\/\/(?=\*\.)/i, "");
  if (entry.includes("://")) return normalizeOrigin(entry, path);
  const wildcard = entry.startsWith("*.");
  const host = normalizeHost(wildcard ? entry.slice(2) : entry);
  // Subdomains are allowed on the default port only, so a wildcard with a port would match nothing. "null" is the
  // origin sent by a sandboxed frame or a file.
  if (
    !host || host === "null" ||
    (wildcard && (isAddress(host) || host.includes(":")))
  ) {
    throw refused(
      path,
      `"${entry}" is not a domain. Write a host (example.com), a wildcard (*.example.com) or an origin with scheme and port (http://localhost:8080).`,
    );
  }
  if (wildcard && isPublicSuffix(host)) {
    throw refused(
      path,
      `"${entry}" would let in every site under ${host}. Name your own domain, for example *.yours.${host}.`,
    );
  }
  return wildcard ? `*.${host}` : host;
}

function normalizeOrigin(entry: string, path: string): string {
  const url = URL.parse(entry);
  const whole = url && /^https?:$/.test(url.protocol) && url.pathname === "/" &&
    !url.search && !url.hash && !url.username && !url.password &&
    !entry.endsWith("?") && !entry.endsWith("#") &&
    normalizeHost(url.host) !== null;
  if (!whole) {
    throw refused(
      path,
      `"${entry}" is not an origin. Write the scheme, the host and, unless it is the default, the port, for example http://localhost:8080.`,
    );
  }
  return url.origin;
}

/** The characters of a parsed host. URLs accept more, such as a semicolon, which would end a CSP directive. */
const HOST = /^(?:[a-z\d._-]+|\[[\da-f:.]+\])(?::\d+)?$/;

/** A host name or address in URL form; null for anything else, and for a trailing dot. */
function normalizeHost(text: string): string | null {
  const bare = text.replace(/:\d+$/, "");
  if (!/^[^\s/?#@\\*%<>^|]+$/.test(bare) || /^\.|\.\.|\.$/.test(bare)) {
    return null;
  }
  if (text.includes(":") && !text.startsWith("[") && bare === text) return null;
  const url = URL.parse(`https://${text}`);
  if (!url || url.pathname !== "/" || !HOST.test(url.host)) return null;
  return text === bare ? url.hostname : url.host;
}

function isAddress(host: string): boolean {
  return parse(host).isIp === true;
}

/** True for `com` and, with the list's private section, for `github.io`. */
function isPublicSuffix(host: string): boolean {
  return parse(host, { allowPrivateDomains: true }).publicSuffix === host;
}

function refused(path: string, message: string): AppError {
  return new AppError("invalid_input", message, {
    issues: [{ path, message }],
  });
}

/** Normalises every entry and drops repeats. Throws `invalid_input` for the first invalid one. */
export function normalizeDomains(entries: string[]): string[] {
  return [
    ...new Set(
      entries.map((entry, i) => normalizeDomain(entry, `allowed_domains.${i}`)),
    ),
  ];
}

/** Lists each registrable domain both with and without `www.`, whichever was given. Throws as `normalizeDomains`. */
export function withWww(entries: string[]): string[] {
  return normalizeDomains(entries).flatMap((entry) => {
    const [, scheme, bare] = /^(https:\/\/)?(?:www\.)?(.*)$/.exec(entry) ?? [];
    // An entry with a port or below a registrable domain has no `www.` counterpart.
    if (!bare || parse(bare).domain !== bare) return [entry];
    return [bare, `www.${bare}`].map((host) => (scheme ?? "") + host);
  });
}

/**
 * Whether normalised entries allow an `Origin` header. Parsed and compared whole: a host entry means https on the
 * default port and only that host; a wildcard means every subdomain but not the apex.
 */
export function isOriginAllowed(origin: string, entries: string[]): boolean {
  const url = URL.parse(origin);
  // Only what a browser would send: no path, no empty label or trailing dot, nothing that parsing changed.
  if (!url || url.origin !== origin) return false;
  if (url.hostname.split(".").includes("")) return false;
  if (!/^https?:$/.test(url.protocol)) return false;
  return entries.some((entry) => {
    if (entry === ANY || entry === origin) return true;
    if (entry.includes("://") || url.protocol !== "https:") return false;
    return entry.startsWith("*.")
      ? url.port === "" && url.hostname.endsWith(entry.slice(1))
      : url.host === entry;
  });
}

/**
 * The `frame-ancestors` value for normalised entries; an empty list permits no framing. Stored entries from before
 * validation that are more than a source are omitted.
 */
export function frameAncestors(entries: string[]): string {
  const sources = entries.filter((entry) => entry === ANY || isSource(entry))
    .map((entry) =>
      entry === ANY || entry.includes("://") ? entry : `https://${entry}`
    );
  return sources.length === 0 ? "'none'" : sources.join(" ");
}

function isSource(entry: string): boolean {
  return HOST.test(entry.replace(/^https?:\/\/|^\*\./, ""));
}

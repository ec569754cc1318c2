import type { Config } from "../config/config.ts";
import { DIRECT } from "../schemas/figures.ts";
import { readSessionCookie } from "./cookies.ts";

/** User agents of programs that load pages without a reader. */
const PROGRAMS = /bot|crawl|spider|slurp|preview|externalhit/i;

/** The longest host name (RFC 1035). */
const LONGEST_HOST = 253;

/**
 * The host of the site from which someone opened a page, `DIRECT` if unknown; null if nobody opened it: for programs,
 * prefetches, frames in other pages, and signed-in users.
 */
export function openedFrom(req: Request, config: Config): string | null {
  const { headers } = req;
  const agent = headers.get("user-agent") ?? "";
  const is_read = req.method === "GET" && agent.startsWith("Mozilla/") &&
    !PROGRAMS.test(agent) && !headers.has("sec-purpose") &&
    (headers.get("sec-fetch-dest") ?? "document") === "document" &&
    readSessionCookie(req, config) === null;
  if (!is_read) return null;
  const referrer = URL.parse(headers.get("referer") ?? "");
  const host = referrer?.hostname.replace(/^www\./, "") ?? "";
  const is_site = host.length <= LONGEST_HOST &&
    /^https?:$/.test(referrer?.protocol ?? "") &&
    /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host) &&
    referrer?.host !== new URL(config.base_url).host;
  return is_site ? host : DIRECT;
}

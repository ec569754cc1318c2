import type { Config } from "../config/config.ts";
import { readCookie, setCookie } from "./cookies.ts";
import { type Appearance, THEMES } from "../schemas/appearance.ts";

const NAMES = {
  theme: "twincast_theme",
  sidebar: "twincast_sidebar",
  told: "twincast_told",
};
/** How many page names a browser may send; more than there are pages. */
const MAX_DISMISSED = 40;
const YEAR_S = 31_536_000;

/** The appearance that a browser asks for; by default the system's theme and an open sidebar. */
export function readAppearance(req: Request): Appearance {
  const asked = readCookie(req, NAMES.theme);
  return {
    theme: THEMES.find((theme) => theme === asked) ?? "system",
    is_folded: readCookie(req, NAMES.sidebar) === "folded",
    told: dismissedPages(req),
  };
}

function dismissedPages(req: Request): string[] {
  return (readCookie(req, NAMES.told) ?? "").split(".").filter(isPageName)
    .slice(-MAX_DISMISSED);
}

function isPageName(name: string): boolean {
  return /^[a-z-]{1,40}$/.test(name);
}

/** The `Set-Cookie` values that change the appearance. Absent or unknown fields leave a setting unchanged. */
export function appearanceCookies(
  config: Config,
  req: Request,
  fields: Record<string, string>,
): string[] {
  const theme = THEMES.find((known) => known === fields.theme);
  const sidebar = ["folded", "open"].find((known) => known === fields.sidebar);
  const dismissed = isPageName(fields.told ?? "")
    ? [...new Set([...dismissedPages(req), fields.told])]
    : [];
  const told = dismissed.slice(-MAX_DISMISSED).join(".");
  const scope = { path: "/", max_age_s: YEAR_S };
  return [
    ...(theme ? [setCookie(config, NAMES.theme, theme, scope)] : []),
    ...(sidebar ? [setCookie(config, NAMES.sidebar, sidebar, scope)] : []),
    ...(told ? [setCookie(config, NAMES.told, told, scope)] : []),
  ];
}

/** A dashboard page's name in what the browser stores: its path without ids. */
export function pageNameOf(path: string): string {
  const [, , ...parts] = path.split("/");
  return parts.filter((part) => /^[a-z-]+$/.test(part)).join("-") || "overview";
}

import type { Config } from "../config.ts";
import { readCookie, setCookie } from "./cookies.ts";
import { type Appearance, THEMES } from "../schemas/appearance.ts";

const NAMES = { theme: "twincast_theme", sidebar: "twincast_sidebar" };
const YEAR_S = 31_536_000;

/** What a browser asks for; the system's theme and an open sidebar where it names none we know. */
export function readAppearance(req: Request): Appearance {
  const asked = readCookie(req, NAMES.theme);
  return {
    theme: THEMES.find((theme) => theme === asked) ?? "system",
    is_folded: readCookie(req, NAMES.sidebar) === "folded",
  };
}

/** The `Set-Cookie` values that change the appearance. Absent or unknown fields leave a setting unchanged. */
export function appearanceCookies(
  config: Config,
  fields: Record<string, string>,
): string[] {
  const theme = THEMES.find((known) => known === fields.theme);
  const sidebar = ["folded", "open"].find((known) => known === fields.sidebar);
  const scope = { path: "/", max_age_s: YEAR_S };
  return [
    ...(theme ? [setCookie(config, NAMES.theme, theme, scope)] : []),
    ...(sidebar ? [setCookie(config, NAMES.sidebar, sidebar, scope)] : []),
  ];
}

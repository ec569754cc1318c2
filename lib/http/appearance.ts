export const THEMES = ["light", "dark", "system"] as const;
export type Theme = (typeof THEMES)[number];

/** How a reader wants the pages to look; kept in the browser, in cookies. */
export type Look = { theme: Theme; is_folded: boolean };

const NAMES = { theme: "twincast_theme", sidebar: "twincast_sidebar" };
const YEAR_S = 31_536_000;

/** What a browser asks for; the system's theme and the whole sidebar where it says nothing we know. */
export function readLook(req: Request): Look {
  const cookies = new Map(
    (req.headers.get("cookie") ?? "").split(";").map((part) => {
      const [name, value = ""] = part.trim().split("=", 2);
      return [name, value];
    }),
  );
  return {
    theme: THEMES.find((theme) => theme === cookies.get(NAMES.theme)) ??
      "system",
    is_folded: cookies.get(NAMES.sidebar) === "folded",
  };
}

/** The `Set-Cookie` values that change a look; what a form does not name, or names unknown, stays. */
export function lookCookies(
  fields: Record<string, string>,
  is_secure: boolean,
): string[] {
  const rest = `; Path=/; Max-Age=${YEAR_S}; HttpOnly; SameSite=Lax${
    is_secure ? "; Secure" : ""
  }`;
  const theme = THEMES.find((known) => known === fields.theme);
  const sidebar = ["folded", "open"].find((known) => known === fields.sidebar);
  return [
    ...(theme ? [`${NAMES.theme}=${theme}${rest}`] : []),
    ...(sidebar ? [`${NAMES.sidebar}=${sidebar}${rest}`] : []),
  ];
}

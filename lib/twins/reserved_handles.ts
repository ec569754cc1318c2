/** Names that could be mistaken for the service, for its pages, or for someone official. */
const RESERVED = [
  ...["about", "abuse", "access", "account", "accounts", "admin"],
  ...["administrator", "ads", "all", "anonymous", "api", "api-keys", "app"],
  ...["apps", "assets", "at", "audit-log", "auth", "avatars", "billing"],
  ...["blog", "bot", "careers", "chat", "chat-widget", "community", "contact"],
  ...["content", "contract", "dashboard", "demo", "dev", "developer"],
  ...["developers", "docs", "download", "email", "embed", "enterprise"],
  ...["error", "everyone", "example", "explore", "faq", "favicon", "feed"],
  ...["feedback", "finance", "forgot", "guest", "healthz", "help", "hello"],
  ...["home", "hooks", "hostmaster", "imprint", "info", "invite", "jobs"],
  ...["legal", "livez", "login", "logout", "mail", "marketing", "mcp", "me"],
  ...["media", "metrics", "moderator", "news", "noreply", "no-reply", "null"],
  ...["official", "openapi", "owner", "password", "pay", "payment"],
  ...["payments", "postmaster", "press", "pricing", "privacy", "public"],
  ...["register", "reset", "robots", "root", "sales", "search", "security"],
  ...["settings", "share", "shop", "sign-in", "sign-up", "signin", "signup"],
  ...["site", "sitemap", "staff", "static", "status", "store", "support"],
  ...["sysadmin", "system", "team", "tell", "terms", "test", "trial"],
  ...["trust", "twin", "twincast", "twins", "undefined", "user", "username"],
  ...["users", "verified", "verify", "webhooks", "webmaster", "widget"],
  ...["www", "you"],
];

/** Characters easily mistaken for others. */
const ALIKE: [RegExp, string][] = [
  [/-/g, ""],
  [/rn/g, "m"],
  [/vv/g, "w"],
  [/0/g, "o"],
  [/[1l]/g, "i"],
  [/3/g, "e"],
  [/4/g, "a"],
  [/5/g, "s"],
  [/7/g, "t"],
];

/** Normalises a handle so that similar-looking ones become equal. */
function comparable(handle: string): string {
  return ALIKE.reduce((look, [sign, as]) => look.replace(sign, as), handle);
}

const LOOKS: ReadonlySet<string> = new Set(RESERVED.map(comparable));
const OWN = comparable("twincast");

/** Whether a handle is unavailable: reserved, similar to a reserved one, or containing the service's name. */
export function isReserved(handle: string): boolean {
  const look = comparable(handle);
  return LOOKS.has(look) || look.includes(OWN);
}

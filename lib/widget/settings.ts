import { call, type Endpoint } from "./chat_client.ts";
import { english, type Strings } from "./strings.ts";

/** A script's `data-*` attributes, or the same given to `Twincast("init", …)`. */
export type Options = {
  twinId?: string;
  apiKey?: string;
  position?: string;
  theme?: string;
  accent?: string;
  lang?: string;
  greeting?: string;
  open?: string;
  launcher?: string;
  persist?: string;
};

export type PublicTwin = {
  id: string;
  name: string;
  bio: string;
  avatar_url: string | null;
  greeting: string;
  suggested_questions: string[];
  accent_color: string;
  disclosure: string;
  privacy_url: string | null;
};

export type Settings = { twin: PublicTwin; strings: Strings };

/** Fetches what the twin shows of itself, with the interface's words in the page's language. */
export async function loadSettings(
  endpoint: Endpoint,
  lang = document.documentElement.lang,
): Promise<Settings> {
  const response = await call(endpoint, {
    headers: lang ? { "accept-language": lang } : {},
  });
  const { twin, strings }: { twin: PublicTwin; strings?: Partial<Strings> } =
    await response.json();
  return { twin, strings: { ...english, ...strings } };
}

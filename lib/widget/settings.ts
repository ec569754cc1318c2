import { call, type Endpoint } from "../client/chat_client.ts";
import { english, type Strings } from "../client/strings.ts";
import type { Persist } from "../client/visitor_session.ts";

/** A script's `data-*` attributes, or the same given to `Twincast("init", …)`. */
export type Options = {
  twinId?: string;
  apiKey?: string;
  position?: string;
  theme?: string;
  accent?: string;
  lang?: string;
  greeting?: string;
  /** In place of the twin's suggested questions, with `|` between them. */
  questions?: string;
  open?: string;
  launcher?: string;
  persist?: Persist;
  /** Where the server is; that of the script if not given. */
  origin?: string;
};

export type PublicTwin = {
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
  options: Options,
): Promise<Settings> {
  const lang = options.lang || document.documentElement.lang;
  const url = `${endpoint.url}?lang=${/[\w-]{0,35}/.exec(lang)}`;
  const response = await call({ ...endpoint, url });
  const { twin, strings }: Settings = await response.json();
  twin.greeting = options.greeting || twin.greeting;
  if (options.questions) {
    twin.suggested_questions = options.questions.split("|");
  }
  twin.accent_color = options.accent || twin.accent_color;
  return { twin, strings: strings ?? english };
}

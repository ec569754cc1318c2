import { call, type ChatError } from "../../client/chat_client.ts";
import { explain, isFinal } from "../../client/explain.ts";
import { english, type Strings } from "../../client/strings.ts";
import { button, el } from "../dom.ts";
import type { Frame } from "../frame.ts";

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

/** The look stored with the key; a page's attributes override it. */
export type Appearance = {
  accent_color?: string;
  theme?: string;
  greeting?: string;
  suggested_questions?: string[];
};

export type Profile = { twin: PublicTwin; strings: Strings; theme?: string };

/**
 * The twin's profile, with the interface's texts in the page's language, as soon as it can be loaded. A key that does
 * not work here removes the widget from the page: visitors have no use for it.
 */
export async function untilLoaded(frame: Frame): Promise<Profile> {
  for (;;) {
    try {
      return await loadProfile(frame);
    } catch (cause) {
      const error = cause as ChatError;
      if (isFinal(error)) {
        // Tells the page's developer why.
        console.warn(`Twincast: ${error.message}`);
        frame.destroy();
        throw error;
      }
      await untilWoken(frame, explain(error, english));
    }
  }
}

async function loadProfile({ endpoint, options }: Frame): Promise<Profile> {
  const lang = options.lang || document.documentElement.lang;
  const url = `${endpoint.url}?lang=${/[\w-]{0,35}/.exec(lang)}`;
  const response = await call({ ...endpoint, url });
  const { twin, strings, appearance: look = {} }: {
    twin: PublicTwin;
    strings?: Strings;
    appearance?: Appearance;
  } = await response.json();
  return {
    // Texts that an older server lacks are in English.
    strings: { ...english, ...strings },
    theme: options.theme || look.theme,
    twin: {
      ...twin,
      greeting: options.greeting || look.greeting || twin.greeting,
      suggested_questions: options.questions?.split("|") ??
        look.suggested_questions ?? twin.suggested_questions,
      accent_color: options.accent || look.accent_color || twin.accent_color,
    },
  };
}

/** Shows what is wrong, until the visitor asks to try again, reopens the panel, or is online again. */
async function untilWoken(frame: Frame, words: string): Promise<void> {
  await new Promise<void>((resolve) => {
    frame.wake = resolve;
    addEventListener("online", () => resolve(), { once: true });
    frame.log.replaceChildren(
      el("p", "bad", { role: "alert" }, words),
      button("", english.retry, resolve),
    );
  });
  frame.wake = undefined;
}

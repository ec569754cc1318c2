import type { ChatError } from "../../client/chat_client.ts";
import { isFinal } from "../../client/explain.ts";
import { initials } from "../../client/initials.ts";
import { loadHistory, sessionStore } from "../../client/visitor_session.ts";
import { setAccent } from "../accent.ts";
import { button, el } from "../dom.ts";
import type { Frame, Panel } from "../frame.ts";
import { createConversation } from "./conversation.ts";
import { createGreeting } from "./greeting.ts";
import { icons } from "./icons.ts";
import { type PublicTwin, untilLoaded } from "./profile.ts";

/** The minified style sheet, inserted by the build. */
declare const PANEL_CSS: string;

const sheet = new CSSStyleSheet();
sheet.replaceSync(PANEL_CSS);

/** Fills a frame with a twin and its conversation so far. */
export default async function fill(frame: Frame): Promise<Panel> {
  const { endpoint, options, root, section, header } = frame;
  const shadow = root.getRootNode() as ShadowRoot;
  shadow.adoptedStyleSheets.push(sheet);
  const store = sessionStore(`twincast:${options.twinId}`, options.persist);
  const id = store.get();
  const history = id
    ? loadHistory({ ...endpoint, url: `${endpoint.url}/session` }, id)
      .catch((error: ChatError) => {
        if (isFinal(error)) store.set("");
        return [];
      })
    : [];
  const profile = await untilLoaded(frame);
  const { twin, strings, theme = "auto" } = profile;
  setAccent(root, twin.accent_color);
  if (theme !== "auto") root.style.colorScheme = theme;
  frame.words = strings;
  // A question whose language is unclear is answered in the page's.
  Object.assign(endpoint.headers ?? {}, { "accept-language": strings.lang });
  section.ariaLabel = frame.log.ariaLabel = twin.name;
  const conversation = createConversation(frame, profile, store, await history);
  const close = button("icon close", "", frame.close);
  const reset = button("icon", strings.reset, conversation.reset, icons.reset);
  const who = el(
    "div",
    "who",
    { dir: "auto" },
    el("h2", "", {}, twin.name),
    el("p", "", {}, strings.ai + (twin.bio && ` · ${twin.bio}`)),
  );
  header.replaceChildren(face(twin), who, reset, close);
  frame.draw();
  frame.emit("ready");
  const { greet, leave } = createGreeting(frame, profile, store);
  return {
    ...conversation,
    greet,
    shown() {
      conversation.shown();
      leave();
    },
  };
}

/** The twin's initials, covered by the picture unless the page's policy forbids it. */
function face({ name, avatar_url }: PublicTwin): HTMLElement {
  return el(
    "span",
    "face",
    { ariaHidden: "true" },
    initials(name),
    avatar_url ? el("img", "", { src: avatar_url, alt: "" }) : "",
  );
}

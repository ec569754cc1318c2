import { ChatError, type Endpoint } from "./chat_client.ts";
import { type Conversation, createConversation, type Emit } from "./conversation.ts";
import { button, el, icons, setIcon } from "./dom.ts";
import { explain } from "./explain.ts";
import { panelView, type PanelView } from "./panel.ts";
import { loadSettings, type Options, type Settings } from "./settings.ts";
import { english } from "./strings.ts";
import { setAccent, setTheme } from "./theme.ts";
import { loadHistory, sessionStore } from "./visitor_session.ts";

/** The style sheet, minified; the build puts it here. */
declare const WIDGET_CSS: string;

let sheet: CSSStyleSheet | undefined;

/** One twin's widget: behind a launcher, or standing in the page. */
export class ChatWidget {
  private readonly endpoint: Endpoint;
  private readonly session: Endpoint;
  private readonly root = el("div", { class: "root" });
  private readonly panel = el("section", { class: "panel", hidden: "" });
  private readonly launcher?: HTMLButtonElement;
  private readonly store;
  private settings?: Promise<Settings>;
  private view?: PanelView;
  private conversation?: Conversation;
  private ready?: Promise<void>;
  private returnTo?: HTMLElement | null;

  constructor(
    readonly host: HTMLElement,
    private readonly options: Options,
    private readonly origin: string,
    private readonly emit: Emit,
    place: number,
  ) {
    ...
  }
}

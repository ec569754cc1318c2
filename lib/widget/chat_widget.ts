import type { ChatError, Endpoint } from "./chat_client.ts";
import {
  type Conversation,
  createConversation,
  type Emit,
} from "./conversation.ts";
import { button, el, icons, setIcon } from "./dom.ts";
import { explain, isFinal } from "./explain.ts";
import { fillPanel, type PanelView } from "./panel.ts";
import {
  loadSettings,
  type Options,
  type Settings,
  UNKNOWN,
} from "./settings.ts";
import { attachRoot, followScreen } from "./shadow.ts";
import { setAccent, setTheme } from "./theme.ts";
import { endSession, loadHistory, sessionStore } from "./visitor_session.ts";

export type ChatWidget = {
  host: HTMLElement;
  options: Options;
  isInline: boolean;
  open(focus?: boolean): Promise<void>;
  close(focus?: boolean): void;
  toggle(): void;
  ask(text: string): void;
  reset(): void;
  destroy(): void;
};

/** One twin's widget: behind a launcher of its own, or, in a custom element, in the page. */
export function createWidget(
  host: HTMLElement,
  options: Options,
  { isInline, nth, emit }: { isInline: boolean; nth: number; emit: Emit },
): ChatWidget {
  const { twinId, apiKey, origin, position } = options;
  const endpoint: Endpoint = {
    url: `${origin}/chat-widget/${twinId}`,
    headers: { authorization: `Bearer ${apiKey}` },
  };
  const session: Endpoint = { ...endpoint, url: `${endpoint.url}/session` };
  const store = sessionStore(`twincast:${twinId}`, options.persist);
  const root = attachRoot(host);
  const panel = el("section", { hidden: "" });
  const launcher = button("launcher", "", () => widget.toggle());
  let { strings } = UNKNOWN;
  let settings: Promise<Settings> | null = null;
  let built: Promise<void> | null = null;
  let view: PanelView;
  let conversation: Conversation | null = null;
  let returnTo: Element | null;

  /** Names what is on screen, in the twin's words as far as they are known. */
  const label = () => {
    const isOpen = !panel.hidden;
    const name = isOpen ? "close" : "open";
    root.lang = strings.lang;
    root.dir = strings.dir;
    setIcon(launcher, strings[name], isOpen ? icons.close : icons.chat);
    launcher.ariaExpanded = `${isOpen}`;
  };

  const warm = () =>
    settings ??= loadSettings(endpoint, options).then((loaded) => {
      strings = loaded.strings;
      panel.ariaLabel = loaded.twin.name;
      setAccent(root, loaded.twin.accent_color);
      label();
      return loaded;
    }, (error: ChatError) => {
      settings = null;
      if (isFinal(error)) {
        // A visitor has no use for it; the page's developer is told why.
        console.warn(`Twincast: ${error.detail}`);
        widget.destroy();
      }
      throw error;
    });

  const history = async () => {
    const id = store.get();
    if (!id) return [];
    return await loadHistory(session, id).catch((error: ChatError) => {
      if (isFinal(error)) store.set("");
      return [];
    });
  };

  const show = (settings: Settings) => {
    view = fillPanel(panel, settings, {
      send: (text) => conversation?.send(text),
      stop: () => conversation?.stop(),
      reset: widget.reset,
      close: widget.close,
    });
    return view;
  };

  const build = async () => {
    show(UNKNOWN);
    try {
      const [settings, messages] = await Promise.all([warm(), history()]);
      const view = show(settings);
      conversation = createConversation(settings, {
        endpoint,
        store,
        emit,
        view,
      });
      conversation.restore(messages);
      emit("ready");
    } catch (error) {
      built = null;
      view.log.replaceChildren(
        el("p", { class: "bad" }, explain(error as ChatError, strings)),
        button("text", strings.retry, () => widget.open()),
      );
    }
  };

  const widget: ChatWidget = {
    host,
    options,
    isInline,
    async open(focus = true) {
      if (panel.hidden) {
        returnTo = launcher.isConnected ? launcher : document.activeElement;
        panel.hidden = false;
        label();
        emit("open");
      }
      const ready = built ??= build();
      if (focus) view.input.focus();
      await ready;
      if (focus && !panel.hidden) view.input.focus();
    },
    close(focus = true) {
      if (panel.hidden || isInline) return;
      panel.hidden = true;
      label();
      if (focus) (returnTo as HTMLElement | null)?.focus();
      emit("close");
    },
    toggle: () => panel.hidden ? widget.open() : widget.close(),
    async ask(text) {
      await widget.open();
      conversation?.send(text);
    },
    reset() {
      const id = store.get();
      conversation?.stop();
      if (id) endSession(session, id).catch(() => {});
      store.set("");
      built = null;
      emit("reset");
      if (!panel.hidden) widget.open();
    },
    destroy() {
      conversation?.stop();
      host.remove();
      emit("destroy");
    },
  };

  setTheme(root, options.theme);
  setAccent(root, options.accent);
  root.append(panel);
  root.onkeydown = ({ key, isComposing }) => {
    if (key === "Escape" && !isComposing) widget.close();
  };
  if (isInline) {
    root.classList.add("inline");
    return widget;
  }
  root.style.setProperty("--nth", `${nth}`);
  root.classList.toggle("left", position === "bottom-left");
  followScreen(root);
  panel.role = "dialog";
  if (options.launcher !== "none") root.prepend(launcher);
  launcher.onpointerenter = launcher.onfocus = () => {
    warm().catch(() => {});
  };
  label();
  return widget;
}

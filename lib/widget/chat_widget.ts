import type { ChatError, Endpoint } from "../client/chat_client.ts";
import { button, el, icons, setIcon } from "./dom.ts";
import { tell } from "./events.ts";
import { isComposing } from "../client/composing.ts";
import { explain, isFinal } from "../client/explain.ts";
import { createPanel, type Emit, type Panel } from "./panel.ts";
import { loadSettings, type Options, type Settings } from "./settings.ts";
import { attachRoot, followScreen } from "./shadow.ts";
import { english } from "../client/strings.ts";
import { setAccent } from "./theme.ts";
import {
  endSession,
  loadHistory,
  sessionStore,
} from "../client/visitor_session.ts";

export type ChatWidget = {
  host: HTMLElement;
  options: Options;
  open(focus?: boolean): Promise<void>;
  close(): void;
  toggle(): void;
  ask(text: string): void;
  reset(): void;
  destroy(): void;
};

/** One twin's widget: behind the nth launcher of its corner or, without an `nth`, in the page. */
export function createWidget(
  host: HTMLElement,
  options: Options,
  nth?: number,
): ChatWidget {
  const isInline = nth === undefined;
  const emit: Emit = tell.bind(null, options.twinId!);
  const endpoint: Endpoint = {
    url: `${options.origin}/chat-widget/${options.twinId}`,
    headers: { authorization: `Bearer ${options.apiKey}` },
  };
  const session: Endpoint = { ...endpoint, url: `${endpoint.url}/session` };
  const store = sessionStore(`twincast:${options.twinId}`, options.persist);
  const root = attachRoot(host);
  const section = el("section", "", { hidden: true });
  const launcher = button("launcher", "", () => widget.toggle());
  let strings = english;
  let isOpen = false;
  let settings: Promise<Settings> | null = null;
  let panel: Promise<Panel | void> | null = null;
  let returnTo: Element | null;

  /** Names what is on screen, in the twin's words as far as they are known. */
  const label = () => {
    root.lang = strings.lang;
    root.dir = strings.dir;
    launcher.ariaExpanded = `${isOpen}`;
    const name = isOpen ? "close" : "open";
    setIcon(launcher, strings[name], icons[name]);
  };

  const warm = () =>
    settings ??= loadSettings(endpoint, options).then((loaded) => {
      strings = loaded.strings;
      section.ariaLabel = loaded.twin.name;
      setAccent(root, loaded.twin.accent_color);
      label();
      return loaded;
    }, (error: ChatError) => {
      settings = null;
      if (isFinal(error)) {
        // A visitor has no use for it; the page's developer is told why.
        console.warn(`Twincast: ${error.message}`);
        widget.destroy();
      }
      throw error;
    });

  const build = async () => {
    try {
      const settings = await warm();
      const { reset, close } = widget;
      const id = store.get();
      const said = id
        ? await loadHistory(session, id).catch((error: ChatError) => {
          if (isFinal(error)) store.set("");
          return [];
        })
        : [];
      const built = createPanel(settings, {
        section,
        endpoint,
        store,
        emit,
        reset,
        close,
      }, said);
      emit("ready");
      return built;
    } catch (error) {
      panel = null;
      section.replaceChildren(
        el(
          "header",
          "",
          { role: "alert" },
          el("h2", "who", {}, explain(error as ChatError, strings)),
          button("icon", strings.close, () => widget.close(), icons.close),
        ),
      );
    }
  };

  const widget: ChatWidget = {
    host,
    options,
    async open(focus = true) {
      if (!isOpen) {
        returnTo = launcher.isConnected ? launcher : document.activeElement;
        isOpen = true;
        label();
        emit("open");
      }
      const built = await (panel ??= build());
      section.hidden = !isOpen;
      built?.toEnd();
      if (focus) built?.input.focus();
    },
    close() {
      if (!isOpen || isInline) return;
      section.hidden = true;
      isOpen = false;
      label();
      (returnTo as HTMLElement | null)?.focus();
      emit("close");
    },
    toggle: () => isOpen ? widget.close() : widget.open(),
    async ask(text) {
      await widget.open();
      (await panel)?.send(text);
    },
    async reset() {
      const id = store.get();
      (await panel)?.stop();
      panel = null;
      store.set("");
      if (id) endSession(session, id).catch(() => {});
      if (isOpen) widget.open();
      emit("reset");
    },
    async destroy() {
      host.remove();
      emit("destroy");
      (await panel)?.stop();
    },
  };

  const { theme = "auto" } = options;
  if (theme !== "auto") root.style.colorScheme = theme;
  setAccent(root, options.accent);
  root.append(section);
  root.onkeydown = (event) => {
    event.stopPropagation();
    if (event.key === "Escape" && !isComposing(event)) widget.close();
  };
  root.classList.add(isInline ? "inline" : `${options.position}`);
  if (isInline) return widget;
  launcher.style.margin = `0 ${nth * 72}px`;
  followScreen(root);
  section.role = "dialog";
  if (options.launcher !== "none") root.prepend(launcher);
  launcher.onpointerenter = launcher.onfocus = () => {
    warm().catch(() => {});
  };
  label();
  return widget;
}

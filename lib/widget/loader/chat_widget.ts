import { isComposing } from "../../client/composing.ts";
import { frameWords } from "../../client/strings.ts";
import { setAccent } from "../accent.ts";
import { button, el, setIcon } from "../dom.ts";
import { dispatch } from "../events.ts";
import type { Frame, Panel } from "../frame.ts";
import type { Options } from "../options.ts";
import { drawFrame, icons } from "./draw_frame.ts";
import { loadPanel } from "./load_panel.ts";
import { attachRoot, followScreen } from "./shadow.ts";

export type ChatWidget = {
  host: HTMLElement;
  options: Options;
  open(focus?: boolean): void;
  close(): void;
  toggle(): void;
  ask(text: string): void;
  reset(): void;
  destroy(): void;
};

/**
 * One twin's widget: behind the nth launcher of its corner or, without `nth`, inline in the page. The part it draws
 * itself can be opened and typed into at once; the panel then takes over the text.
 * One function: every exported name would add to the bytes sent to all visitors of the page.
 */
export function createWidget(
  host: HTMLElement,
  options: Options,
  nth?: number,
): ChatWidget {
  const isInline = nth === undefined;
  const { twinId, origin, theme = "auto" } = options;
  const root = attachRoot(host);
  let panel: Promise<Panel | void> | null = null;
  let isWaiting = false;
  let returnTo: Element | null;

  const need = () =>
    panel ??= loadPanel(frame).catch(() => {
      panel = null;
      frame.log.replaceChildren(
        el(
          "p",
          "bad",
          { role: "alert" },
          navigator.onLine ? "The connection was lost." : "You are offline.",
        ),
        button("", "Try again", need),
      );
      addEventListener("online", need, { once: true });
    });
  const frame: Frame = {
    ...drawFrame(() => frame.submit()),
    options,
    root,
    endpoint: {
      url: `${origin}/chat-widget/${twinId}`,
      headers: { authorization: `Bearer ${options.apiKey}` },
    },
    words: frameWords,
    isOpen: false,
    unread: "",
    draw,
    emit: (event, detail) => dispatch(twinId!, event, detail),
    open,
    close,
    destroy,
    async submit() {
      const text = input.value;
      // It stays in the input until it can be sent.
      if (!text.trim() || isWaiting) return;
      isWaiting = true;
      footer.className = "busy";
      const built = await need();
      isWaiting = false;
      footer.className = "";
      if (!built) return;
      if (input.value === text) input.value = "";
      built.send(text);
    },
  };
  const { section, footer, input, launcher } = frame;

  function draw() {
    const { isOpen, words, unread } = frame;
    const label = !isOpen && options.label || "";
    root.lang = words.lang;
    root.dir = words.dir;
    launcher.ariaExpanded = `${isOpen}`;
    setIcon(
      launcher,
      [isOpen ? words.close : label || words.open, unread].filter(Boolean)
        .join(", "),
      isOpen ? icons.down : icons.chat,
    );
    launcher.append(label);
    if (unread) launcher.append(el("b", "", {}, "1"));
    for (const node of section.querySelectorAll(".close")) {
      setIcon(node as HTMLElement, words.close, icons.close);
    }
    input.placeholder = input.ariaLabel = words.write;
  }

  function open(focus = true) {
    if (!frame.isOpen) {
      returnTo = launcher.isConnected ? launcher : document.activeElement;
      frame.isOpen = true;
      frame.unread = "";
      section.hidden = false;
      draw();
      frame.emit("open");
    }
    if (focus) input.focus();
    frame.wake?.();
    need().then((built) => built?.shown());
  }

  function close() {
    if (!frame.isOpen || isInline) return;
    section.hidden = true;
    frame.isOpen = false;
    draw();
    (returnTo as HTMLElement | null)?.focus();
    frame.emit("close");
  }

  function destroy() {
    host.remove();
    frame.emit("destroy");
    panel?.then((built) => built?.stop());
  }

  input.onkeydown = (event) => {
    if (event.key === "Enter" && !event.shiftKey && !isComposing(event)) {
      event.preventDefault();
      frame.submit();
    }
  };
  root.onkeydown = (event) => {
    // The page's keyboard shortcuts must not receive what is typed here.
    event.stopPropagation();
    if (event.key === "Escape" && !isComposing(event)) close();
  };
  if (theme !== "auto") root.style.colorScheme = theme;
  setAccent(root, options.accent);
  root.append(section);
  section.querySelector("button")!.onclick = close;
  root.classList.add(isInline ? "inline" : `${options.position}`);
  if (!isInline) {
    const { offset, launcher: own, greetAfter } = options;
    if (offset) root.style.setProperty("--offset", `${parseInt(offset)}px`);
    launcher.style.marginInline = `${nth * 72}px`;
    followScreen(root);
    section.role = "dialog";
    if (own !== "none") root.prepend(launcher);
    launcher.onclick = () => widget.toggle();
    launcher.onpointerenter = launcher.onfocus = need;
    greetLater(greetAfter, () => {
      if (!frame.isOpen) need().then((built) => built?.greet());
    });
  }
  draw();
  const widget: ChatWidget = {
    host,
    options,
    open,
    close,
    toggle: () => frame.isOpen ? close() : open(),
    async ask(text) {
      open();
      (await need())?.send(text);
    },
    async reset() {
      (await need())?.reset();
    },
    destroy,
  };
  return widget;
}

/** Greets after some seconds, unless the visitor has dismissed a greeting. */
function greetLater(seconds: string | undefined, greet: () => void): void {
  if (!(Number(seconds) >= 0)) return;
  try {
    if (localStorage.getItem("twincast:greeted")) return;
  } catch {
    // Without storage this is unknown.
  }
  setTimeout(greet, Number(seconds) * 1000);
}

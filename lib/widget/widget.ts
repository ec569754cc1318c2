import { type ChatWidget, createWidget } from "./chat_widget.ts";
import { el } from "./dom.ts";
import type { Options } from "./settings.ts";

/** `window.Twincast`; before this script ran, a stub that queues calls in `q`. */
type Twincast = {
  (command: string, ...args: unknown[]): void;
  q?: Iterable<unknown>[];
  isLive?: boolean;
};

declare global {
  var Twincast: Twincast | undefined;
}

const script = document.currentScript as HTMLScriptElement | null ??
  document.querySelector<HTMLScriptElement>("script[data-twin-id]");
const { origin } = new URL(script?.src || location.href);

const widgets = new Set<ChatWidget>();
const events = new EventTarget();

function create(host: HTMLElement, options: Options, isInline = true) {
  const beside = [...widgets].filter((widget) => !widget.isInline);
  const widget = createWidget(host, { origin, ...options }, {
    isInline,
    nth: beside.filter(({ options: { position } }) =>
      position === options.position
    ).length,
    emit(event, detail) {
      if (event === "destroy") {
        widgets.delete(widget);
      }
      if (event === "open" && !isInline) {
        // Panels in one corner would cover each other.
        for (const other of beside) {
          if (other !== widget) {
            other.close(false);
          }
        }
      }
      events.dispatchEvent(
        new CustomEvent(event, {
          detail: { twin_id: options.twinId, ...detail },
        }),
      );
    },
  });
  widgets.add(widget);
  return widget;
}

/** Adds a launcher for a twin, once a page. */
function mount(options: Options): void {
  for (const widget of widgets) {
    if (!widget.isInline && widget.options.twinId === options.twinId) return;
  }
  const host = el("div");
  const widget = create(host, options, false);
  // Beside the body, not in it: single-page apps replace the body.
  document.documentElement.append(host);
  if (options.open === "" || options.open === "true") widget.open(false);
}

/** Commands go to the twin that the last argument names, or to the first of the page. */
function run(command: string, ...args: unknown[]): void {
  const [first, second] = args as [string, string];
  if (command === "init") mount(args[0] as Options);
  if (command === "on") {
    const listener = args[1] as (detail: unknown) => void;
    events.addEventListener(
      first,
      (event) => listener((event as CustomEvent).detail),
    );
  }
  for (const widget of widgets) {
    const twin_id = command === "ask" ? second : first;
    if (twin_id && twin_id !== widget.options.twinId) continue;
    if (command === "ask") widget.ask(first);
    else if (/^(open|close|toggle|reset|destroy)$/.test(command)) {
      widget[command as "open" | "close" | "toggle" | "reset" | "destroy"]();
    }
    break;
  }
}

/** `<twincast-chat twin-id api-key>`: the chat where it stands in the page. */
class TwincastChat extends HTMLElement {
  widget?: ChatWidget;

  connectedCallback(): void {
    const options: Record<string, string> = {};
    for (const { name, value } of this.attributes) {
      options[name.replace(/-(.)/g, (_, next) => next.toUpperCase())] = value;
    }
    this.widget ??= create(this, options);
    widgets.add(this.widget);
    this.widget.open(false);
  }

  disconnectedCallback(): void {
    widgets.delete(this.widget!);
  }
}

const earlier = globalThis.Twincast;
// A second copy of this script hands its twin to the first.
const api = earlier?.isLive ? earlier : Object.assign(run, { isLive: true });
if (script?.dataset.twinId) api("init", { origin, ...script.dataset });
if (api === run) {
  globalThis.Twincast = run;
  customElements.define("twincast-chat", TwincastChat);
  new MutationObserver(() => {
    for (const { host, isInline } of widgets) {
      if (!isInline && !host.isConnected) document.documentElement.append(host);
    }
  }).observe(document.documentElement, { childList: true });
  for (const [command, ...args] of earlier?.q ?? []) run(`${command}`, ...args);
}

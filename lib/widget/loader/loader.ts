import { type ChatWidget, createWidget } from "./chat_widget.ts";
import { el } from "../dom.ts";
import { type Listener, on } from "../events.ts";
import type { Options } from "../options.ts";

/** `window.Twincast`; before this script runs, a stub that queues calls in `q`. */
type Twincast = {
  (command: string, ...args: unknown[]): void;
  q?: Iterable<unknown>[];
  isLive?: boolean;
};

declare global {
  var Twincast: Twincast | undefined;
}

const script = document.currentScript as HTMLScriptElement | null;
const { origin } = new URL(script?.src || location.href);

/** The launchers' widgets by twin id. */
const widgets = new Map<string, ChatWidget>();

/** Adds a launcher for a twin, once per page. */
function mount(options: Options): void {
  const { twinId = "", position, open } = options;
  if (widgets.has(twinId)) return;
  const host = el("div");
  let nth = 0;
  for (const other of widgets.values()) {
    if (other.options.position === position) nth++;
  }
  const widget = createWidget(host, { origin, ...options }, nth);
  widgets.set(twinId, widget);
  // Next to the body, not in it: single-page apps replace the body.
  document.documentElement.append(host);
  if (open === "" || open === "true") widget.open(false);
}

on("destroy", ({ twin_id }) => widgets.delete(twin_id));
on("open", ({ twin_id }) => {
  // Panels in one corner would cover each other.
  for (const [id, widget] of widgets) if (id !== twin_id) widget.close();
});

type Commands = Record<string, ((text: unknown) => void) | undefined>;

/** A command goes to the twin named by its last argument, or to the page's first twin. */
function run(command: string, ...args: unknown[]): void {
  const [first, second] = args as [string, unknown];
  if (command === "init") mount(args[0] as Options);
  if (command === "on") on(first, second as Listener);
  const [text, twin_id] = command === "ask" ? args : [undefined, first];
  const widget = twin_id
    ? widgets.get(`${twin_id}`)
    : widgets.values().next().value;
  const commands = widget as unknown as Commands | undefined;
  commands?.[command]?.(text);
}

/** `<twincast-chat twin-id api-key>`: the chat inline, as part of the page. */
class TwincastChat extends HTMLElement {
  widget?: ChatWidget;

  connectedCallback(): void {
    const options: Record<string, string> = { origin };
    for (const { name, value } of this.attributes) {
      options[name.replace(/-(.)/g, (_, next) => next.toUpperCase())] = value;
    }
    this.widget ??= createWidget(this, options);
    this.widget.open(false);
  }
}

const earlier = globalThis.Twincast;
// A second copy of this script hands its twin to the first.
const api = earlier?.isLive ? earlier : run;
run.isLive = true;
if (script?.dataset.twinId) api("init", { origin, ...script.dataset });
if (api === run) {
  globalThis.Twincast = run;
  customElements.define("twincast-chat", TwincastChat);
  new MutationObserver(() => {
    for (const { host } of widgets.values()) {
      if (!host.isConnected) document.documentElement.append(host);
    }
  }).observe(document.documentElement, { childList: true });
  for (const [command, ...args] of earlier?.q ?? []) run(`${command}`, ...args);
}

import { button, el, icons, setIcon } from "./dom.ts";
import { answerMessage } from "./messages.ts";
import type { Settings } from "./settings.ts";

export type PanelActions = {
  send(text: string): void;
  stop(): void;
  reset(): void;
  /** Absent where the panel stands in the page and cannot be closed. */
  close?(): void;
};

export type PanelView = {
  log: HTMLElement;
  status: HTMLElement;
  input: HTMLTextAreaElement;
  nodes: HTMLElement[];
  setBusy(busy: boolean): void;
  /** Empties the log but for the disclosure, the greeting and the suggested questions. */
  clear(): void;
};

/** What stands in an open panel: header, log, live region, composer. */
export function panelView(
  settings: Settings,
  options: { origin: string; greeting?: string },
  actions: PanelActions,
): PanelView {
  const { strings } = settings;
  const log = el("div", {
    class: "log",
    role: "log",
    "aria-live": "off",
    "aria-label": strings.messages,
    tabindex: "0",
  });
  const status = el("div", { class: "heard", role: "status" });
  const composer = composerView(settings, actions);
  return {
    log,
    status,
    input: composer.input,
    nodes: [headerView(settings, options.origin, actions), log, status, composer.form],
    setBusy: composer.setBusy,
    clear: () => log.replaceChildren(...introView(settings, options.greeting, actions)),
  };
}

function headerView(
  { twin, strings }: Settings,
  origin: string,
  { reset, close }: PanelActions,
): HTMLElement {
  const face = el("span", { class: "face", "aria-hidden": "true" });
  face.append([...twin.name][0] ?? "");
  if (twin.avatar_url) {
    const image = el("img", { alt: "", src: new URL(twin.avatar_url, origin).href });
    // The page's own policy may forbid our images: the initial stays.
    image.onload = () => face.replaceChildren(image);
  }
  const header = el(
    "header",
    {},
    face,
    el(
      "div",
      { class: "who" },
      el("h2", { dir: "auto" }, twin.name),
      el("p", {}, el("span", { class: "badge" }, strings.ai), " ", twin.bio),
    ),
    button(strings.reset, reset, { class: "icon", icon: icons.reset }),
  );
  if (close) header.append(button(strings.close, close, { class: "icon", icon: icons.close }));
  return header;
}

function introView(
  { twin, strings }: Settings,
  greeting: string | undefined,
  { send }: PanelActions,
): HTMLElement[] {
  const note = el("p", { class: "note", dir: "auto" }, twin.disclosure);
  if (twin.privacy_url && /^https?:/i.test(twin.privacy_url)) {
    note.append(
      " ",
      el("a", { href: twin.privacy_url, target: "_blank", rel: "noopener" }, strings.privacy),
    );
  }
  const nodes = [note];
  const words = greeting || twin.greeting;
  if (words) {
    const view = answerMessage(twin.name, strings);
    view.draw(words);
    nodes.push(view.node);
  }
  const chips = twin.suggested_questions.map((question) =>
    button(question, () => send(question), { class: "chip" })
  );
  if (chips[0]) nodes.push(el("div", { class: "chips", dir: "auto" }, ...chips));
  return nodes;
}

function composerView({ strings }: Settings, { send, stop }: PanelActions) {
  const input = el("textarea", {
    rows: "1",
    maxlength: "4000",
    placeholder: strings.placeholder,
    "aria-label": strings.placeholder,
    enterkeyhint: "send",
    dir: "auto",
  });
  let isBusy = false;
  const grow = () => {
    input.style.height = "auto";
    input.style.height = `${input.scrollHeight}px`;
  };
  const submit = () => {
    if (isBusy || !input.value.trim()) return;
    send(input.value);
    input.value = "";
    grow();
  };
  const go = button(strings.send, () => isBusy ? stop() : submit(), {
    class: "send",
    icon: icons.send,
  });
  input.oninput = grow;
  input.onkeydown = (event) => {
    // Enter also ends the choice of a character in Chinese or Japanese (229 in Safari).
    if (event.key !== "Enter" || event.shiftKey) return;
    if (event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  };
  const setBusy = (busy: boolean) => {
    isBusy = busy;
    if (busy) setIcon(go, strings.stop, icons.stop);
    else setIcon(go, strings.send, icons.send);
  };
  return { form: el("div", { class: "composer" }, input, go), input, setBusy };
}

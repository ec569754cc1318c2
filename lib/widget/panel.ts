import { button, el, icons, link, setIcon } from "./dom.ts";
import { answerMessage } from "./messages.ts";
import type { Settings } from "./settings.ts";

export type PanelActions = {
  send(text: string): void;
  stop(): void;
  reset(): void;
  close(): void;
};

export type PanelView = {
  log: HTMLElement;
  /** The polite live region: an answer is announced once, when it is whole. */
  status: HTMLElement;
  input: HTMLTextAreaElement;
  setBusy(isBusy: boolean): void;
};

/** Fills a panel: header, log with greeting and suggested questions, live region, composer. */
export function fillPanel(
  panel: HTMLElement,
  settings: Settings,
  actions: PanelActions,
): PanelView {
  const log = el("div", {
    class: "log",
    role: "log",
    tabindex: "0",
    "aria-live": "off",
    "aria-label": settings.strings.messages,
  }, ...intro(settings, actions));
  const status = el("div", { class: "heard", role: "status" });
  const { footer, input, setBusy } = composer(settings, actions);
  panel.replaceChildren(header(settings, actions), log, status, footer);
  return { log, status, input, setBusy };
}

function header({ twin, strings }: Settings, actions: PanelActions) {
  const face = el("span", { class: "face", "aria-hidden": "true" });
  face.append(twin.name.slice(0, 1));
  if (twin.avatar_url) {
    const image = el("img", { alt: "", src: twin.avatar_url });
    // The page's own policy may forbid our images: the initial stays.
    image.onload = () => face.replaceChildren(image);
  }
  return el(
    "header",
    {},
    face,
    el(
      "div",
      { class: "who", dir: "auto" },
      el("h2", {}, twin.name),
      el("p", {}, `${strings.ai} · ${twin.bio}`),
    ),
    button("icon", strings.reset, actions.reset, icons.reset),
    button("icon close", strings.close, actions.close, icons.close),
  );
}

function intro({ twin, strings }: Settings, { send }: PanelActions) {
  const note = el("p", { class: "note", dir: "auto" }, twin.disclosure, " ");
  if (twin.privacy_url) note.append(link(twin.privacy_url, strings.privacy));
  const greeting = answerMessage(twin.name, strings);
  greeting.draw(twin.greeting);
  const chips = twin.suggested_questions.map((question) =>
    button("chip", question, () => send(question))
  );
  return [note, greeting.node, el("div", { class: "chips" }, ...chips)];
}

function composer({ strings }: Settings, { send, stop }: PanelActions) {
  const input = el("textarea", {
    rows: "1",
    maxlength: "4000",
    placeholder: strings.write,
    "aria-label": strings.write,
    dir: "auto",
  });
  let isBusy = false;
  const submit = () => {
    if (isBusy) return stop();
    send(input.value);
    input.value = "";
    grow();
  };
  const grow = () => {
    input.style.height = "auto";
    input.style.height = `${input.scrollHeight + 2}px`;
  };
  const go = button("send", "", submit);
  const setBusy = (busy: boolean) => {
    isBusy = busy;
    const name = busy ? "stop" : "send";
    setIcon(go, strings[name], icons[name]);
  };
  setBusy(false);
  input.oninput = grow;
  input.onkeydown = (event) => {
    // Enter also ends the choice of a character in Chinese or Japanese.
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      if (!isBusy) submit();
    }
  };
  return { footer: el("footer", {}, input, go), input, setBusy };
}

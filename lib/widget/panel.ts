import {
  ask,
  type ChatError,
  type Citation,
  type Endpoint,
} from "../client/chat_client.ts";
import { button, el, icons, setIcon } from "./dom.ts";
import { explain } from "../client/explain.ts";
import { initials } from "../client/initials.ts";
import { isComposing } from "../client/composing.ts";
import { link } from "../client/markdown_inline.ts";
import { message } from "./messages.ts";
import type { PublicTwin, Settings } from "./settings.ts";
import type { Strings } from "../client/strings.ts";
import type { SessionStore, Utterance } from "../client/visitor_session.ts";

export type Emit = (event: string, detail?: object) => void;

export type Panel = {
  input: HTMLElement;
  /** Ignored while an answer is being written. */
  send(text: string): void;
  stop(): void;
  toEnd(): void;
};

/** A conversation, with all that stands in an open panel around it. */
export function createPanel(
  { twin, strings }: Settings,
  { section, endpoint, store, emit, reset, close }: {
    section: HTMLElement;
    endpoint: Endpoint;
    store: SessionStore;
    emit: Emit;
    reset(): void;
    close(): void;
  },
  said: Utterance[],
): Panel {
  let running: AbortController | null = null;
  /** The ids of messages that failed: sent again, they are charged once. */
  const failed = new Map<string, string | undefined>();
  const log = el("div", "log", {
    role: "log",
    tabIndex: 0,
    ariaLive: "off",
    ariaLabel: twin.name,
  }, notice(twin, strings));
  // The polite live region: an answer is announced once, when it is whole.
  const status = el("div", "heard", { role: "status" });
  const input = el("textarea", "", {
    rows: 1,
    dir: "auto",
    placeholder: strings.write,
    ariaLabel: strings.write,
  });
  const go = button("send", "", () => running ? stop() : submit());

  const toEnd = () => log.scrollTop = log.scrollHeight;
  const stop = () => running?.abort();
  const run = (control: AbortController | null) => {
    const name = control ? "stop" : "send";
    running = control;
    setIcon(go, strings[name], icons[name]);
  };
  const submit = () => {
    send(input.value);
    input.value = "";
  };
  const add = (role: Utterance["role"]) => {
    const name = role === "twin" ? twin.name : strings.you;
    const view = message(role, name, strings);
    log.append(view.node);
    return view;
  };
  const send = (text: string) => {
    text = text.trim();
    if (!text || running) return;
    const view = add("visitor");
    view.bubble.append(text);
    emit("message", { text });
    answer(text, view.node);
  };

  const answer = async (message: string, question: HTMLElement) => {
    const control = new AbortController();
    const view = add("twin");
    let text = "";
    let frame = 0;
    const draw = () => {
      const below = log.scrollHeight - log.scrollTop - log.clientHeight;
      frame = 0;
      view.draw(text);
      if (below < 60) toEnd();
    };
    // Missing over plain http: such an answer cannot be taken up again. A way around costs 80 bytes.
    const client_message_id = failed.get(message) ?? crypto.randomUUID?.();
    draw();
    toEnd();
    run(control);
    try {
      const result = await ask(
        endpoint,
        { message, client_message_id, session_id: store.get() || undefined },
        {
          onSession: store.set,
          onText(all) {
            text = all;
            frame ||= requestAnimationFrame(draw);
          },
        },
        control.signal,
      );
      draw();
      view.finish(text, result.citations);
      status.textContent = view.bubble.textContent;
      if (result.lead_url) {
        view.node.append(link(result.lead_url, document, strings.tell));
      }
      failed.delete(message);
      emit("answer", result);
    } catch (cause) {
      const error = cause as ChatError;
      draw();
      if (!text) view.bubble.remove();
      if (error.code !== "stopped") {
        const words = explain(error, strings);
        view.node.append(el("p", "bad", {}, words));
        status.textContent = words;
        question.remove();
        input.value ||= message;
        failed.set(message, client_message_id);
        emit("error", { code: error.code });
      }
    }
    cancelAnimationFrame(frame);
    run(null);
    toEnd();
  };

  const restore = (text: string, citations?: Citation[]) => {
    const view = add("twin");
    view.draw(text);
    if (citations) view.finish(text, citations);
  };
  restore(twin.greeting);
  for (const question of twin.suggested_questions) {
    const chip = button("", question, () => send(question));
    chip.dir = "auto";
    log.append(chip);
  }
  for (const { role, text, citations } of said) {
    if (role === "twin") restore(text, citations ?? []);
    else add(role).bubble.append(text);
  }
  input.onkeydown = (event) => {
    if (event.key === "Enter" && !event.shiftKey && !isComposing(event)) {
      event.preventDefault();
      if (!running) submit();
    }
  };
  run(null);
  const header = el(
    "header",
    "",
    {},
    face(twin),
    el(
      "div",
      "who",
      { dir: "auto" },
      el("h2", "", {}, twin.name),
      el("p", "", {}, strings.ai + (twin.bio && ` · ${twin.bio}`)),
    ),
    button("icon", strings.reset, reset, icons.reset),
    button("icon close", strings.close, close, icons.close),
  );
  section.replaceChildren(header, log, status, el("footer", "", {}, input, go));
  return { input, send, stop, toEnd };
}

/** That this is an AI, and where to read what becomes of one's words. */
function notice(twin: PublicTwin, strings: Strings): HTMLElement {
  const note = el("p", "", { dir: "auto" }, twin.disclosure, " ");
  if (twin.privacy_url) {
    note.append(link(twin.privacy_url, document, strings.privacy));
  }
  return note;
}

/** The twin's initials, and over it the picture, unless the page's policy forbids that. */
function face({ name, avatar_url }: PublicTwin): HTMLElement {
  return el(
    "span",
    "face",
    { ariaHidden: "true" },
    initials(name),
    avatar_url ? el("img", "", { src: avatar_url, alt: "" }) : "",
  );
}

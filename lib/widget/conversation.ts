import {
  ask,
  type ChatError,
  type Endpoint,
  newMessageId,
} from "./chat_client.ts";
import { button, el } from "./dom.ts";
import { explain, isFinal } from "./explain.ts";
import { answerMessage, type AnswerView, visitorMessage } from "./messages.ts";
import type { PanelView } from "./panel.ts";
import type { Settings } from "./settings.ts";
import type { SessionStore, Utterance } from "./visitor_session.ts";

export type Emit = (event: string, detail?: Record<string, unknown>) => void;

export type Conversation = {
  /** Of sends at once the first goes out. */
  send(text: string): void;
  stop(): void;
  restore(messages: Utterance[]): void;
};

/** One visitor's conversation, drawn into a panel. */
export function createConversation(
  { twin, strings }: Settings,
  { endpoint, store, emit, view }: {
    endpoint: Endpoint;
    store: SessionStore;
    emit: Emit;
    view: PanelView;
  },
): Conversation {
  const { log, status } = view;
  let running: AbortController | null = null;

  const add = (node: HTMLElement) => {
    log.append(node);
    log.scrollTop = log.scrollHeight;
  };

  async function answer(message: string, client_message_id?: string) {
    const control = running = new AbortController();
    const shown = answerMessage(twin.name, strings);
    let said = "";
    let frame = 0;
    const draw = () => {
      const below = log.scrollHeight - log.scrollTop - log.clientHeight;
      frame = 0;
      shown.draw(said);
      if (below < 60) log.scrollTop = log.scrollHeight;
    };
    draw();
    add(shown.node);
    view.setBusy(true);
    try {
      const result = await ask(
        endpoint,
        { message, client_message_id, session_id: store.get() || undefined },
        {
          onSession: store.set,
          onText(text) {
            said = text;
            frame ||= requestAnimationFrame(draw);
          },
        },
        control.signal,
      );
      draw();
      shown.finish(said, result.citations);
      status.textContent = shown.bubble.textContent;
      emit("answer", result);
    } catch (cause) {
      draw();
      if (!said) shown.bubble.remove();
      fail(cause as ChatError, shown, () => answer(message, client_message_id));
    }
    cancelAnimationFrame(frame);
    if (running !== control) return;
    running = null;
    view.setBusy(false);
  }

  function fail(error: ChatError, shown: AnswerView, again: () => void): void {
    const { code, detail, retry_at_ms } = error;
    if (code === "stopped") return;
    const words = el("p", { class: "bad" }, explain(error, strings));
    shown.node.append(words);
    add(shown.node);
    status.textContent = words.textContent;
    emit("error", { code, detail });
    if (isFinal(error)) return;
    const retry = button("text", strings.retry, () => {
      shown.node.remove();
      again();
    });
    // While a limit holds, trying again could only fail.
    setTimeout(() => shown.node.append(retry), retry_at_ms - Date.now());
  }

  return {
    send(text) {
      text = text.trim();
      if (!text || running) return;
      add(visitorMessage(text, strings));
      emit("message", { text });
      answer(text, newMessageId());
    },
    stop: () => running?.abort(),
    restore(messages) {
      for (const { role, text, citations } of messages) {
        const shown = answerMessage(twin.name, strings);
        shown.draw(text);
        shown.finish(text, citations);
        add(role === "twin" ? shown.node : visitorMessage(text, strings));
      }
    },
  };
}

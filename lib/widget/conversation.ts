import { ask, ChatError, type Endpoint, newMessageId } from "./chat_client.ts";
import { button, el } from "./dom.ts";
import { explain } from "./explain.ts";
import { type AnswerView, answerMessage, visitorMessage } from "./messages.ts";
import type { Strings } from "./strings.ts";
import { endSession, type SessionStore, type Utterance } from "./visitor_session.ts";

export type Emit = (event: string, detail?: Record<string, unknown>) => void;

export type ConversationOptions = {
  endpoint: Endpoint;
  session: Endpoint;
  store: SessionStore;
  name: string;
  strings: Strings;
  /** Where messages go. */
  log: HTMLElement;
  /** The polite live region: an answer is announced once, when it is whole. */
  status: HTMLElement;
  onBusy(busy: boolean): void;
  emit: Emit;
};

export type Conversation = {
  send(text: string): void;
  stop(): void;
  restore(messages: Utterance[]): void;
  /** Ends the session on the server and forgets it. */
  reset(): void;
};

/** One visitor's conversation, drawn into a log. Of many sends at once the first goes out. */
export function createConversation(options: ConversationOptions): Conversation {
  const { endpoint, session, store, name, strings, log, status, emit } =
    options;
  let running: AbortController | undefined;

  const toEnd = () => log.scrollTop = log.scrollHeight;

  async function answer(text: string, id: string): Promise<void> {
    const control = running = new AbortController();
    const view = answerMessage(name, strings);
    let said = "";
    let frame = 0;
    const draw = () => {
      frame = 0;
      const isAtEnd =
        log.scrollHeight - log.scrollTop - log.clientHeight < 60;
      view.draw(said);
      if (isAtEnd) toEnd();
    };
    draw();
    log.append(view.node);
    toEnd();
    options.onBusy(true);
    try {
      const result = await ask(
        endpoint,
        {
          message: text,
          session_id: store.get() || undefined,
          client_message_id: id,
        },
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
      view.cite(result.citations);
      view.finish(said);
      status.textContent = view.bubble.textContent;
      emit("answer", result);
    } catch (cause) {
      draw();
      fail(cause as ChatError, view, said, () => answer(text, id));
    }
    cancelAnimationFrame(frame);
    if (running === control) {
      running = undefined;
      options.onBusy(false);
    }
    toEnd();
  }

  function fail(
    error: ChatError,
    view: AnswerView,
    said: string,
    again: () => void,
  ): void {
    if (!said) view.bubble.remove();
    if (error.code === "stopped") return;
    const words = explain(error, strings);
    const box = el("div", { class: "error" }, words);
    view.node.append(box);
    if (words !== strings.ended && words !== strings.too_long) {
      const retry = button(strings.retry, () => {
        view.node.remove();
        again();
      }, { class: "text" });
      // While a limit holds, a retry could only fail.
      setTimeout(() => box.append(retry), error.retry_at_ms - Date.now());
    }
    status.textContent = words;
    emit("error", { code: error.code, detail: error.detail });
  }

  return {
    send(text) {
      text = text.trim();
      if (!text || running) return;
      log.append(visitorMessage(text, strings));
      emit("message", { text });
      answer(text, newMessageId());
    },
    stop: () => running?.abort(),
    restore(messages) {
      for (const { role, text, citations } of messages) {
        if (role === "visitor") {
          log.append(visitorMessage(text, strings));
          continue;
        }
        const view = answerMessage(name, strings);
        view.draw(text);
        view.cite(citations ?? []);
        view.finish(text);
        log.append(view.node);
      }
      toEnd();
    },
    reset() {
      running?.abort();
      const id = store.get();
      if (id) endSession(session, id).catch(() => {});
      store.set("");
      emit("reset");
    },
  };
}

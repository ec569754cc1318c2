import { type Answer, ask, type ChatError } from "../../client/chat_client.ts";
import { explain, isFinal } from "../../client/explain.ts";
import { followUps } from "../../client/sources.ts";
import {
  endSession,
  type SessionStore,
  type Utterance,
} from "../../client/visitor_session.ts";
import { button, el, setIcon } from "../dom.ts";
import type { Frame, Panel } from "../frame.ts";
import { addTools, postToSession, type Tools } from "./answer_tools.ts";
import { icons } from "./icons.ts";
import type { MessageView } from "./message.ts";
import { checkLength } from "./message_length.ts";
import { oneField } from "./one_field.ts";
import type { Profile, PublicTwin } from "./profile.ts";
import { createTranscript, type Transcript } from "./transcript.ts";

/**
 * A conversation in a frame's log, with its composer.
 * One function: its parts share which answer is running, what was asked and which messages failed.
 */
export function createConversation(
  frame: Frame,
  profile: Profile,
  store: SessionStore,
  history: Utterance[],
): Omit<Panel, "greet"> {
  const { twin, strings } = profile;
  const { endpoint, input, go, emit } = frame;
  const tools: Tools = { frame, strings, store };
  let running: AbortController | null = null;
  let asked: string[] = [];
  /** The ids of failed messages: resent, they are charged once. */
  const failed = new Map<string, string | undefined>();
  const fits = checkLength(frame, strings);
  const run = (control: AbortController | null) => {
    const name = control ? "stop" : "send";
    running = control;
    setIcon(go, strings[name], icons[name]);
  };
  // An answer that arrives whole has ended before the log is seen to grow.
  let wasRunning = false;
  const isGrowing = () => {
    const grows = wasRunning || !!running;
    wasRunning = !!running;
    return grows;
  };
  function send(text: string) {
    text = text.trim();
    if (!text || running) return;
    const view = add("visitor");
    view.bubble.append(text);
    asked.push(text);
    offer([]);
    emit("message", { text });
    answer(text, view.node);
  }

  const finish = (view: MessageView, result: Answer) => {
    const { text, citations, message_id: id } = result;
    const sources = addTools(tools, view, { text, citations, id });
    announce(view.bubble.textContent);
    if (result.lead_url) {
      view.bubble.append(leadField(tools, twin));
    } else offer(followUps(sources, [], asked));
    if (!frame.isOpen) {
      frame.unread = strings.unread;
      frame.draw();
    }
    emit("answer", result);
  };
  const fail = (view: MessageView, error: ChatError, text: string) => {
    const words = explain(error, strings);
    const retry = button("", strings.retry, () => {
      if (input.value === text) input.value = "";
      view.node.remove();
      send(text);
    });
    view.node.append(
      el("p", "bad", {}, words, ...isFinal(error) ? [] : [retry]),
    );
    announce(words);
    input.value ||= text;
    emit("error", { code: error.code });
  };

  const { add, offer, begin, announce, toLast } = createTranscript(
    frame,
    profile,
    send,
    isGrowing,
  );
  const answer = async (message: string, question: HTMLElement) => {
    const control = new AbortController();
    const view = add("twin");
    let text = "";
    let frame_id = 0;
    const write = () => {
      cancelAnimationFrame(frame_id);
      frame_id = 0;
      view.write(text);
    };
    // Missing over plain http: such an answer cannot be resumed. A fallback would cost 80 bytes.
    const client_message_id = failed.get(message) ?? crypto.randomUUID?.();
    write();
    toLast();
    run(control);
    try {
      const result = await ask(
        endpoint,
        { message, client_message_id, session_id: store.get() || undefined },
        {
          onSession: store.set,
          onText(all) {
            text = all;
            frame_id ||= requestAnimationFrame(write);
          },
        },
        control.signal,
      );
      write();
      failed.delete(message);
      finish(view, result);
    } catch (cause) {
      const error = cause as ChatError;
      write();
      if (!text) view.bubble.remove();
      if (error.code !== "stopped") {
        question.remove();
        failed.set(message, client_message_id);
        fail(view, error, message);
      }
    }
    run(null);
  };

  begin(history.length ? [] : twin.suggested_questions);
  for (const utterance of history) restore(tools, add, utterance);
  frame.submit = () => {
    if (running || !fits()) return;
    const text = input.value;
    input.value = "";
    send(text);
  };
  go.onclick = () => running ? running.abort() : frame.submit();
  run(null);
  return {
    send,
    stop: () => running?.abort(),
    shown: toLast,
    reset() {
      const id = store.get();
      running?.abort();
      store.set("");
      const session = { ...endpoint, url: `${endpoint.url}/session` };
      if (id) endSession(session, id).catch(() => {});
      asked = [];
      begin(twin.suggested_questions);
      emit("reset");
    },
  };
}

/** Asks for an e-mail address after an unanswered question. */
function leadField(tools: Tools, { name }: PublicTwin): HTMLElement {
  const { strings } = tools;
  return oneField(strings, {
    words: strings.offer.replace("{name}", () => name),
    label: strings.email,
    type: "email",
    thanks: strings.offered.replace("{name}", () => name),
    send: (email) => postToSession(tools, "leads", { email }),
  });
}

/** Shows an exchange from before this page was loaded. */
function restore(
  tools: Tools,
  add: Transcript["add"],
  { role, text, citations, id, rating }: Utterance,
): void {
  const view = add(role);
  if (role === "visitor") view.bubble.append(text);
  else {
    view.write(text);
    addTools(tools, view, { text, citations, id, rating: rating?.rating });
  }
}

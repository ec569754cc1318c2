import { type Answer, ask, type ChatError } from "../../client/chat_client.ts";
import { explain, isFinal } from "../../client/explain.ts";
import { link } from "../../client/markdown_inline.ts";
import { followUps } from "../../client/sources.ts";
import {
  endSession,
  type SessionStore,
  type Utterance,
} from "../../client/visitor_session.ts";
import { button, el, setIcon } from "../dom.ts";
import type { Frame, Panel } from "../frame.ts";
import { addTools, tellServer, type Tools } from "./answer_tools.ts";
import { followEnd } from "./follow.ts";
import { icons } from "./icons.ts";
import { message, type MessageView } from "./message.ts";
import { oneField } from "./one_field.ts";
import type { Profile, PublicTwin } from "./profile.ts";

/** The longest message that the server takes, in characters. */
const MAX_MESSAGE = 4_000;

/** A conversation in a frame's log, written in its composer. */
export function createConversation(
  frame: Frame,
  { twin, strings }: Profile,
  store: SessionStore,
  said: Utterance[],
): Omit<Panel, "greet"> {
  const { root, endpoint, log, footer, input, go, emit } = frame;
  const tools: Tools = { frame, strings, store };
  let running: AbortController | null = null;
  /** Chips with questions to ask; they go once something was asked. */
  let offers: HTMLElement;
  let asked: string[] = [];
  /** The ids of messages that failed: sent again, they are charged once. */
  const failed = new Map<string, string | undefined>();
  const talk = el("div", "talk");
  // The polite live region: an answer is announced once, when it is whole.
  const status = el("div", "heard", { role: "status" });
  const trouble = el("p", "bad", { role: "alert", hidden: true });
  const toEnd = followEnd(log, talk, strings.newer, () => !!running);

  const run = (control: AbortController | null) => {
    const name = control ? "stop" : "send";
    running = control;
    setIcon(go, strings[name], icons[name]);
  };
  const add = (role: Utterance["role"]) => {
    const view = message(role, role === "twin" ? twin.name : strings.you);
    talk.append(view.node);
    return view;
  };
  const offer = (questions: string[]) => {
    offers?.remove();
    offers = el(
      "div",
      "chips",
      {},
      ...questions.map((question) => {
        const chip = button("", question, () => send(question));
        chip.dir = "auto";
        return chip;
      }),
    );
    if (questions.length) talk.append(offers);
  };
  /** Whether a message has a length that the server takes; says so where it has not. */
  const fits = () => {
    trouble.hidden = input.value.length <= MAX_MESSAGE;
    trouble.textContent = trouble.hidden
      ? ""
      : `${strings.invalid_input} (${
        input.value.length.toLocaleString(strings.lang)
      })`;
    return trouble.hidden;
  };
  const send = (text: string) => {
    text = text.trim();
    if (!text || running) return;
    const view = add("visitor");
    view.bubble.append(text);
    asked.push(text);
    offer([]);
    emit("message", { text });
    answer(text, view.node);
  };

  const finish = (view: MessageView, result: Answer) => {
    const { text, citations, message_id: id } = result;
    const sources = addTools(tools, view, { text, citations, id });
    status.textContent = view.bubble.textContent;
    if (result.lead_url) {
      view.bubble.append(oneField(strings, {
        words: strings.offer.replace("{name}", () => twin.name),
        label: strings.email,
        type: "email",
        thanks: strings.offered.replace("{name}", () => twin.name),
        send: (email) => tellServer(tools, "leads", { email }),
      }));
    } else offer(followUps(sources, asked));
    if (!frame.isOpen) {
      frame.unread = strings.unread;
      frame.draw();
    }
    emit("answer", result);
  };
  const fail = (view: MessageView, error: ChatError, text: string) => {
    const words = explain(error, strings);
    const note = el("p", "bad", {}, words);
    view.node.append(note);
    if (!isFinal(error)) {
      note.append(button("", strings.retry, () => {
        if (input.value === text) input.value = "";
        view.node.remove();
        send(text);
      }));
    }
    status.textContent = words;
    input.value ||= text;
    emit("error", { code: error.code });
  };

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
    // Missing over plain http: such an answer cannot be taken up again. A way around costs 80 bytes.
    const client_message_id = failed.get(message) ?? crypto.randomUUID?.();
    write();
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

  /** What stands in it before anything was said. */
  const begin = () => {
    talk.replaceChildren(notice(twin, strings.privacy));
    add("twin").write(twin.greeting);
    offer(said.length ? [] : twin.suggested_questions);
  };
  begin();
  for (const { role, text, citations, id, rating } of said) {
    const view = add(role);
    if (role === "visitor") view.bubble.append(text);
    else {
      view.write(text);
      addTools(tools, view, { text, citations, id, rating: rating?.rating });
    }
  }
  frame.submit = () => {
    if (running || !fits()) return;
    const text = input.value;
    input.value = "";
    send(text);
  };
  input.oninput = fits;
  go.onclick = () => running ? running.abort() : frame.submit();
  root.append(status);
  footer.prepend(trouble);
  run(null);
  return {
    send,
    stop: () => running?.abort(),
    shown: toEnd,
    reset() {
      const id = store.get();
      running?.abort();
      store.set("");
      const session = { ...endpoint, url: `${endpoint.url}/session` };
      if (id) endSession(session, id).catch(() => {});
      said = asked = [];
      begin();
      emit("reset");
    },
  };
}

/** That this is an AI, and where to read what becomes of one's words. */
function notice(
  { disclosure, privacy_url }: PublicTwin,
  label: string,
): HTMLElement {
  const note = el("p", "note", { dir: "auto" }, disclosure, " ");
  if (privacy_url) note.append(link(privacy_url, document, label));
  return note;
}

import { link } from "../../client/markdown_inline.ts";
import type { Utterance } from "../../client/visitor_session.ts";
import { button, el } from "../dom.ts";
import type { Frame } from "../frame.ts";
import { followLast } from "./follow.ts";
import { message, type MessageView } from "./message.ts";
import type { Profile, PublicTwin } from "./profile.ts";

export type Transcript = {
  /** Adds an empty message. */
  add(role: Utterance["role"]): MessageView;
  /** Shows chips with questions to ask, replacing earlier ones. */
  offer(questions: string[]): void;
  /** Shows only the start of a conversation. */
  begin(questions: string[]): void;
  /** Announces to screen readers, once an answer is complete. */
  announce(text: string | null): void;
  toLast(): void;
};

/** The messages in a frame's log. `ask` is called with a chip's question. */
export function createTranscript(
  { root, log }: Frame,
  { twin, strings }: Profile,
  ask: (question: string) => void,
  isGrowing: () => boolean,
): Transcript {
  const talk = el("div", "talk");
  const status = el("div", "heard", { role: "status" });
  let chips: HTMLElement | undefined;
  root.append(status);

  const add = (role: Utterance["role"]) => {
    const view = message(role, role === "twin" ? twin.name : strings.you);
    talk.append(view.node);
    return view;
  };
  const offer = (questions: string[]) => {
    chips?.remove();
    chips = el(
      "div",
      "chips",
      {},
      ...questions.map((question) => {
        const chip = button("", question, () => ask(question));
        chip.dir = "auto";
        return chip;
      }),
    );
    if (questions.length) talk.append(chips);
  };
  return {
    add,
    offer,
    begin(questions) {
      talk.replaceChildren(notice(twin, strings.privacy));
      add("twin").write(twin.greeting);
      offer(questions);
    },
    announce: (text) => status.textContent = text,
    toLast: followLast(log, talk, strings.newer, isGrowing),
  };
}

/** Says that this is an AI, and links to the privacy policy for what visitors write. */
function notice(
  { disclosure, privacy_url }: PublicTwin,
  label: string,
): HTMLElement {
  const note = el("p", "note", { dir: "auto" }, disclosure, " ");
  if (privacy_url) note.append(link(privacy_url, document, label));
  return note;
}

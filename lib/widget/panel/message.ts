import { renderMarkdown } from "../../client/markdown.ts";
import { el } from "../dom.ts";

export type MessageView = {
  node: HTMLElement;
  bubble: HTMLElement;
  /** Shows an answer so far; without text, that it is being written. */
  write(text: string): void;
};

/** A message by the visitor or the twin; its speaker's name is for screen readers only. */
export function message(
  role: "visitor" | "twin",
  name: string,
): MessageView {
  const bubble = el("div", "", { dir: "auto" });
  const speaker = el("span", "heard", {}, name);
  const node = el("article", role, {}, speaker, bubble);
  return {
    node,
    bubble,
    write(text) {
      bubble.replaceChildren(
        text
          ? renderMarkdown(text, document)
          : el("div", "dots", {}, el("i"), el("i"), el("i")),
      );
    },
  };
}

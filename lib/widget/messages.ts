import type { Citation } from "./chat_client.ts";
import { button, el, link } from "./dom.ts";
import { renderMarkdown } from "./markdown.ts";
import type { Strings } from "./strings.ts";

function message(who: "visitor" | "twin", name: string, bubble: HTMLElement) {
  return el(
    "div",
    { class: `message ${who}` },
    el("span", { class: "heard" }, name),
    bubble,
  );
}

export function visitorMessage(text: string, strings: Strings): HTMLElement {
  const bubble = el("div", { class: "bubble", dir: "auto" }, text);
  return message("visitor", strings.you, bubble);
}

export type AnswerView = {
  node: HTMLElement;
  bubble: HTMLElement;
  /** Shows the text so far; without any, that it is being written. */
  draw(text: string): void;
  /** Adds what it was drawn from, and a way to copy it. */
  finish(text: string, citations?: Citation[]): void;
};

export function answerMessage(name: string, strings: Strings): AnswerView {
  const bubble = el("div", { class: "bubble", dir: "auto" });
  const node = message("twin", name, bubble);
  return {
    node,
    bubble,
    draw(text) {
      bubble.replaceChildren(
        text
          ? renderMarkdown(text, document)
          : el("div", { class: "dots" }, "•••"),
      );
    },
    finish(text, citations = []) {
      for (const citation of citations) node.append(source(citation, strings));
      // Only a secure page has a clipboard.
      if (!navigator.clipboard) return;
      const copy = button("text", strings.copy, () => {
        navigator.clipboard.writeText(text)
          .then(() => copy.textContent = strings.copied, () => {});
      });
      node.append(copy);
    },
  };
}

function source({ title, excerpt, url }: Citation, strings: Strings) {
  const node = el(
    "details",
    { dir: "auto" },
    el("summary", {}, `${strings.source}: ${title}`),
    el("p", {}, excerpt),
  );
  if (/^https?:/i.test(url ?? "")) node.append(link(url!, url!));
  return node;
}

import type { Citation } from "./chat_client.ts";
import { button, el } from "./dom.ts";
import { renderMarkdown } from "./markdown.ts";
import type { Strings } from "./strings.ts";

/** A message; `who` is heard, not seen. */
export function message(kind: string, who: string): HTMLElement {
  return el(
    "div",
    { class: `message ${kind}` },
    el("span", { class: "heard" }, `${who}: `),
  );
}

export function visitorMessage(text: string, strings: Strings): HTMLElement {
  const node = message("visitor", strings.you);
  node.append(el("div", { class: "bubble", dir: "auto" }, text));
  return node;
}

export type AnswerView = {
  node: HTMLElement;
  bubble: HTMLElement;
  /** Draws the text so far; without any, that it is being written. */
  draw(text: string): void;
  cite(citations: Citation[]): void;
  /** Offers to copy the whole text. */
  finish(text: string): void;
};

export function answerMessage(name: string, strings: Strings): AnswerView {
  const node = message("twin", name);
  const bubble = el("div", { class: "bubble", dir: "auto" });
  node.append(bubble);
  return {
    node,
    bubble,
    draw(text) {
      bubble.replaceChildren(
        text
          ? renderMarkdown(text, document)
          : el("span", { class: "dots" }, el("i"), el("i"), el("i")),
      );
    },
    cite(citations) {
      if (citations[0]) node.append(sources(citations, strings));
    },
    finish(text) {
      // Only a secure page has a clipboard.
      if (!navigator.clipboard) return;
      const copy = button(strings.copy, () => {
        navigator.clipboard.writeText(text)
          .then(() => copy.textContent = strings.copied, () => {});
      }, { class: "text" });
      node.append(copy);
    },
  };
}

function sources(citations: Citation[], strings: Strings): HTMLElement {
  const node = el("div", { class: "sources" }, strings.sources);
  for (const { title, excerpt, url } of citations) {
    const details = el(
      "details",
      { dir: "auto" },
      el("summary", {}, title),
      el("p", {}, excerpt),
    );
    if (url && /^https?:/i.test(url)) {
      const rel = "noopener noreferrer nofollow";
      details.append(el("a", { href: url, target: "_blank", rel }, url));
    }
    node.append(details);
  }
  return node;
}

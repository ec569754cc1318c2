import type { Citation } from "../client/chat_client.ts";
import { button, el } from "./dom.ts";
import { renderMarkdown } from "../client/markdown.ts";
import { link } from "../client/markdown_inline.ts";
import type { Strings } from "../client/strings.ts";

export type MessageView = {
  node: HTMLElement;
  bubble: HTMLElement;
  /** Shows an answer so far; without any text, that it is being written. */
  draw(text: string): void;
  /** Adds what an answer was drawn from, and a way to copy it. */
  finish(text: string, citations?: Citation[]): void;
};

/** A message of the visitor's or the twin's; its speaker's name is heard, not seen. */
export function message(
  role: "visitor" | "twin",
  name: string,
  strings: Strings,
): MessageView {
  const bubble = el("div", "", { dir: "auto" });
  const speaker = el("span", "heard", {}, name);
  const node = el("article", role, {}, speaker, bubble);
  return {
    node,
    bubble,
    draw(text) {
      bubble.replaceChildren(
        text ? renderMarkdown(text, document) : el("div", "dots", {}, "•••"),
      );
    },
    finish(text, citations = []) {
      for (const citation of citations) node.append(source(citation, strings));
      const copy = button("", strings.copy, () => {
        // Only a secure page has a clipboard.
        navigator.clipboard?.writeText(text)
          .then(() => copy.textContent = strings.copied, () => {});
      });
      node.append(copy);
    },
  };
}

function source({ title, excerpt, url }: Citation, strings: Strings) {
  const node = el(
    "details",
    "",
    { dir: "auto" },
    el("summary", "", {}, `${strings.source}: ${title}`),
    renderMarkdown(excerpt, document),
  );
  if (url && /^https?:/.test(url)) {
    node.append(el("p", "", {}, link(url, document, url)));
  }
  return node;
}

import { call, type Citation } from "../../client/chat_client.ts";
import { renderMarkdown } from "../../client/markdown.ts";
import { link } from "../../client/markdown_inline.ts";
import {
  markQuoted,
  mergeCitations,
  nameWithPlaces,
  type Source,
} from "../../client/sources.ts";
import type { Strings } from "../../client/strings.ts";
import type { SessionStore } from "../../client/visitor_session.ts";
import { button, el, setIcon } from "../dom.ts";
import type { Frame } from "../frame.ts";
import { icons } from "./icons.ts";
import type { MessageView } from "./message.ts";
import { oneField } from "./one_field.ts";

export type Tools = {
  frame: Frame;
  strings: Strings;
  store: SessionStore;
};

/** Sends something about this session to a path below the twin's. */
export async function postToSession(
  { frame: { endpoint }, store }: Tools,
  path: string,
  body: object,
): Promise<void> {
  await call({ ...endpoint, url: `${endpoint.url}/${path}` }, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ session_id: store.get(), ...body }),
  });
}

/** Adds sources, a copy button and thumbs to a complete answer. */
export function addTools(
  tools: Tools,
  { node, bubble }: MessageView,
  { text, citations = [], id, rating }: {
    text: string;
    citations?: Citation[];
    /** Set if the answer can be rated. */
    id?: string;
    rating?: "up" | "down";
  },
): Source[] {
  const { strings } = tools;
  const sources = mergeCitations(citations);
  const copy = button("tool", strings.copy, () => {
    // Only a secure page has a clipboard.
    navigator.clipboard?.writeText(text)
      .then(() => setIcon(copy, strings.copied, icons.copied), () => {});
  }, icons.copy);
  const below = el(
    "div",
    "below",
    {},
    ...sources.length ? cards(sources, bubble.textContent ?? "", strings) : [],
  );
  const row = el("div", "tools", {}, copy);
  if (id) row.append(...thumbs(tools, id, row, rating));
  node.append(below, row);
  return sources;
}

/** A row of numbered chips, one per source; the pressed one shows its card below. */
function cards(sources: Source[], answer: string, strings: Strings): Node[] {
  const card = el("div", "card", { hidden: true });
  let shown: HTMLElement | null = null;
  const chips = sources.map((source, i) => {
    const chip = button("chip", "", () => {
      if (shown) shown.ariaPressed = "false";
      card.hidden = shown === chip;
      shown = card.hidden ? null : chip;
      if (!shown) return;
      chip.ariaPressed = "true";
      fillCard(card, source, answer, strings);
    });
    chip.append(
      el("b", "", {}, `${i + 1}`),
      el("bdi", "", {}, nameWithPlaces(source)),
    );
    chip.ariaPressed = "false";
    return chip;
  });
  const row = el(
    "div",
    "chips",
    { role: "group", ariaLabel: strings.source },
    ...chips,
  );
  // Esc closes one thing at a time: an open card before the panel.
  row.onkeydown = card.onkeydown = (event) => {
    if (event.key !== "Escape" || !shown) return;
    event.stopPropagation();
    shown.focus();
    shown.click();
  };
  return [row, card];
}

function fillCard(
  card: HTMLElement,
  source: Source,
  answer: string,
  strings: Strings,
): void {
  const { title, url, excerpts } = source;
  const quotes = excerpts.map((excerpt) => {
    const quote = el("blockquote", "", {}, renderMarkdown(excerpt, document));
    const first = quote.firstElementChild;
    // The item's own heading repeats the title.
    if (first?.textContent === title) first.remove();
    markQuoted(quote, answer, document);
    return quote;
  });
  card.dir = "auto";
  card.replaceChildren(el("h3", "", {}, nameWithPlaces(source)), ...quotes);
  if (url && /^https?:/.test(url)) {
    const out = link(url, document, `${strings.visit} ↗`);
    out.title = url;
    card.append(out);
  }
}

function thumbs(
  tools: Tools,
  message_id: string,
  row: HTMLElement,
  rating?: "up" | "down",
): HTMLElement[] {
  const { strings } = tools;
  let word: HTMLElement | undefined;
  const press = (given?: string) => {
    rating = given as typeof rating;
    up.ariaPressed = `${given === "up"}`;
    down.ariaPressed = `${given === "down"}`;
    word?.remove();
  };
  const rate = (given: "up" | "down") => async () => {
    const before = rating;
    press(given);
    const submit = (comment?: string) =>
      postToSession(tools, "ratings", { message_id, rating: given, comment });
    if (given === "down") {
      row.after(
        word = oneField(strings, {
          label: strings.why,
          type: "text",
          thanks: strings.thanks,
          send: submit,
        }),
      );
    }
    // If it did not arrive, it does not stay pressed.
    await submit().catch(() => press(before));
  };
  const up = button("tool", strings.good, rate("up"), icons.thumb);
  const down = button("tool down", strings.bad, rate("down"), icons.thumb);
  press(rating);
  return [up, down];
}

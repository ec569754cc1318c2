import { parseHTML } from "linkedom";
import { toMarkdown } from "./html_markdown.ts";
import { takeStruck } from "./html_unmeant.ts";
import { openUp, textOf } from "./html_shape.ts";
import { HTML_BOUNDS } from "./bounds.ts";
import { countNodes, type HtmlBounds } from "./html_bounds.ts";
import type { ReadItem } from "./kinds.ts";
import { isOfType, said } from "./structured_data.ts";
import { normalForm } from "../normal_form.ts";

type Pair = ReadItem & { kind: "pair" };

/** The longest question that fits a title. */
const MAX_QUESTION = 200;

/**
 * Extracts the questions and answers that a page marks up (schema.org `Question`, as JSON-LD or microdata), each
 * once. Removes them from the page where they are shown.
 */
export function takePairs(
  document: Document,
  data: Record<string, unknown>[],
): Pair[] {
  const pairs = new Map<string, Pair>();
  const keep = (question: string, answer: Element) => {
    const text = textOf(answer);
    takeStruck(answer);
    openUp(answer);
    const body = toMarkdown(answer);
    if (!question || question.length > MAX_QUESTION || !body) return null;
    if (!pairs.has(question)) {
      pairs.set(question, { kind: "pair", title: question, body });
    }
    return text;
  };
  takeMarked(document, keep);
  const shown = new Map<string, string>();
  const room = { ...HTML_BOUNDS };
  for (const one of data.filter((one) => isOfType(one, /^Question$/))) {
    const [answer] = [one.acceptedAnswer ?? one.suggestedAnswer].flat();
    const asked = bodyOf(said(one.name), room);
    const html = typeof answer === "object" && answer !== null
      ? (answer as Record<string, unknown>).text
      : answer;
    const answered = typeof html === "string" ? bodyOf(html, room) : null;
    if (!asked || !answered) continue;
    const question = textOf(asked);
    const text = keep(question, answered);
    if (text) shown.set(question, text);
  }
  removeShown(document, shown);
  return [...pairs.values()];
}

/** The parsed HTML of an answer; null if all of them together exceed the limits of a page. */
function bodyOf(html: string, room: HtmlBounds): Element | null {
  const nodes = countNodes(html, room);
  if (nodes === null) return null;
  room.nodes -= nodes;
  room.elements = Math.min(room.elements, room.nodes);
  return parseHTML(`<html><body>${html}</body></html>`).document
    .body as unknown as Element;
}

function takeMarked(
  document: Document,
  keep: (question: string, answer: Element) => string | null,
): void {
  for (const node of document.querySelectorAll("[itemtype$='/Question']")) {
    const question = node.querySelector("[itemprop=name]");
    const answer = node.querySelector(
      "[itemprop=acceptedAnswer], [itemprop=suggestedAnswer]",
    );
    const text = answer?.querySelector("[itemprop=text]") ?? answer;
    if (question && text && keep(textOf(question), text)) node.remove();
  }
}

/** Removes these questions and answers from the page, if both are shown there word for word. */
function removeShown(document: Document, pairs: Map<string, string>): void {
  if (pairs.size === 0) return;
  const wanted = new Set([...pairs.keys(), ...pairs.values()].map(plain));
  const longest = Math.max(...[...wanted].map(({ length }) => length));
  const found = new Map<string, Element>();
  // Outer elements come first, and are the ones to remove.
  for (const node of document.body.querySelectorAll("*")) {
    if ((node.textContent ?? "").length > 2 * longest + 200) continue;
    const text = plain(textOf(node));
    if (wanted.has(text) && !found.has(text)) found.set(text, node);
  }
  for (const [question, answer] of pairs) {
    const asked = found.get(plain(question));
    const answered = found.get(plain(answer));
    if (!asked || !answered) continue;
    asked.remove();
    answered.remove();
  }
}

function plain(text: string): string {
  return normalForm(text, "NFKC").replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
}

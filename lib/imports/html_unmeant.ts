import type { LeftOut } from "./kinds.ts";
import { leftComments, leftStruck } from "./left_out.ts";

/** The most classes examined. */
const MOST_CLASSES = 50;
/** Classes of items crossed out because they are done: these are still valid, as in a packing list. */
const DONE = /check(?!out)|done|complete|to-?do|hover/i;

/**
 * Removes struck-out text and the comments that Google Docs, Word and Aspose write into a page. Returns what was
 * removed.
 */
export function takeUnmeant(document: Document): LeftOut[] {
  const comments = takeComments(document.body);
  const struck = takeStruck(document.body, struckClasses(document));
  return [
    ...comments > 0 ? [leftComments(comments)] : [],
    ...struck > 0 ? [leftStruck(struck)] : [],
  ];
}

/** Removes struck-out text from an element; returns how many pieces there were. */
export function takeStruck(
  root: Element,
  classes: readonly string[] = [],
): number {
  const found = root.querySelectorAll(
    [
      "del, s, strike, [style*='line-through']",
      ...classes.map((name) => `.${name}`),
    ].join(", "),
  );
  let count = 0;
  for (const node of found) {
    if (isDone(node) || isDone(node.closest("li"))) continue;
    // It went with another piece around it.
    if (!root.contains(node)) continue;
    if (/\S/.test(node.textContent ?? "")) count++;
    // Keeps the surrounding words apart.
    node.replaceWith(" ");
  }
  return count;
}

function isDone(node: Element | null): boolean {
  return DONE.test(node?.getAttribute("class") ?? "");
}

/** The classes that a page's own style sheets strike out, as in Google Docs. */
function struckClasses(document: Document): string[] {
  const sheets = [...document.querySelectorAll("style")];
  return classesStruckBy(sheets.map((sheet) => sheet.textContent ?? ""));
}

/** The classes that style sheets strike out. Only selectors of a single class count. */
export function classesStruckBy(sheets: readonly string[]): string[] {
  const classes = new Set<string>();
  for (const rule of sheets.flatMap((sheet) => sheet.split("}"))) {
    const at = rule.lastIndexOf("{");
    if (at < 0 || !/line-through/i.test(rule.slice(at))) continue;
    for (const selector of rule.slice(0, at).split(",")) {
      const [, name] = /^\s*[a-z]{0,10}\.([a-z_][\w-]{0,60})\s*$/i
        .exec(selector) ?? [];
      if (name && !DONE.test(name)) classes.add(name);
    }
  }
  return [...classes].slice(0, MOST_CLASSES);
}

/** A comment and its place link to each other: `cmnt1` and `cmnt_ref1` in Google Docs. */
const COMMENT = /^_?cmnt\d{1,5}$/;
const REFERENCE = /^_?cmnt_?ref\d{1,5}$/;

function takeComments(root: Element): number {
  let count = 0;
  for (const link of root.querySelectorAll("a[href*='cmnt']")) {
    const leads_to = (link.getAttribute("href") ?? "").split("#").at(-1) ?? "";
    if (COMMENT.test(leads_to)) (link.closest("sup") ?? link).remove();
    if (!REFERENCE.test(leads_to)) continue;
    count++;
    const frame = link.closest("div");
    const is_own = frame && root.contains(frame) &&
      frame.querySelector("a") === link && beginsWith(frame, link);
    (is_own ? frame : link.closest("p, li, td") ?? link).remove();
  }
  const of_word = "[style*='mso-element:comment'], .MsoCommentReference";
  for (const node of root.querySelectorAll(of_word)) {
    // The list around the comments does not count.
    if (/mso-element:comment\b(?!-)/.test(node.getAttribute("style") ?? "")) {
      count++;
    }
    node.remove();
  }
  return count;
}

function beginsWith(frame: Element, link: Element): boolean {
  const said = (node: Element) => (node.textContent ?? "").trim();
  return said(frame).startsWith(said(link));
}

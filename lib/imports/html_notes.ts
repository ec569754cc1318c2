import { textOf } from "./html_shape.ts";

/** The most footnotes looked for. */
const MOST = 500;

/**
 * Moves each footnote from the end to its reference, in brackets: Google Docs and most Markdown converters link a
 * reference and its note to each other.
 */
export function notesInPlace(root: Element): void {
  const references = [...root.querySelectorAll("sup a[href^='#']")];
  for (const reference of references.slice(0, MOST)) {
    const sup = reference.closest("sup");
    const id = (reference.getAttribute("href") ?? "").slice(1);
    const target = id && root.ownerDocument.getElementById(id);
    if (!sup || !target || sup.contains(target)) continue;
    const note = target.closest("p, li");
    const names = [reference.id, sup.id].filter(Boolean);
    const back = note &&
      [...note.querySelectorAll("a")].find((link) =>
        names.includes((link.getAttribute("href") ?? "").slice(1))
      );
    if (!back || note.contains(sup)) continue;
    back.remove();
    const text = textOf(note);
    note.remove();
    sup.replaceWith(text ? ` (${text})` : "");
  }
}

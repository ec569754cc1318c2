import { textOf } from "./html_shape.ts";

/** Footnotes that are looked for. */
const MOST = 500;

/**
 * Puts each footnote in brackets where it is referred to, and not at the end: as Google Docs and most programs that make
 * pages of Markdown have them, a reference and its note lead to each other.
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

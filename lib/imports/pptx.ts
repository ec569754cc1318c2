import { readHtml } from "./html.ts";
import type { Reading, Refusal } from "./kinds.ts";
import { slideHtml } from "./pptx_slide.ts";
import { asSlides, slideBegins, slidesLeft } from "./slides.ts";
import { textOf, unzip } from "./unzip.ts";
import { walkXml } from "./xml.ts";

type Parts = Map<string, Uint8Array<ArrayBuffer>>;

/** The most slides read. */
const MOST_SLIDES = 1_000;

/**
 * Reads a PowerPoint presentation in slide order, each with its title as a heading and its text below. Hidden slides
 * and speaker notes are left out.
 */
export async function readPptx(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Reading | Refusal> {
  const parts = await unzip(bytes, (name) => /\.(xml|rels)$/i.test(name));
  if (!parts?.has("ppt/presentation.xml")) {
    return {
      refusal:
        "This PowerPoint presentation is incomplete, locked, or too large when unpacked. Save it again as .pptx without a password and without its pictures.",
    };
  }
  const html: string[] = [];
  const left = { hidden: [] as number[], noted: [] as number[] };
  const empty: number[] = [];
  for (const [i, path] of slidesOf(parts).entries()) {
    const n = i + 1;
    const xml = textOf(parts, path);
    const related = relationsOf(parts, path);
    if (/<p:sld\b[^>]*\sshow="(?:0|false)"/.test(xml.slice(0, 4_000))) {
      left.hidden.push(n);
      continue;
    }
    const said = slideHtml(xml, (id) => related.get(id)?.target) +
      diagramsOf(parts, related);
    if (said) html.push(slideBegins(n), said);
    else empty.push(n);
    const notes = [...related.values()].find(({ type }) =>
      type === "notesSlide"
    );
    if (notes && hasNotes(textOf(parts, notes.target))) left.noted.push(n);
  }
  const left_out = slidesLeft({ ...left, empty });
  if (html.length === 0) {
    return {
      refusal:
        "No text was found on the slides of this presentation. If it is in pictures, paste it instead.",
    };
  }
  const read = readHtml(html.join("\n"));
  if ("refusal" in read) return read;
  return {
    ...read,
    items: read.items.map(asSlides),
    left_out: [...read.left_out, ...left_out],
  };
}

/** The paths of the slides in order, each once. */
function slidesOf(parts: Parts): string[] {
  const path = "ppt/presentation.xml";
  const related = relationsOf(parts, path);
  const slides = new Set<string>();
  walkXml(textOf(parts, path), {
    open(name, _, whole) {
      if (name !== "sldId" || slides.size >= MOST_SLIDES) return;
      // Its own number is also called `id`, without a prefix.
      const target = related.get(whole["r:id"] ?? "")?.target;
      if (target && parts.has(target)) slides.add(target);
    },
  });
  return [...slides];
}

type Relation = { type: string; target: string };

/** A part's relationships by id: other parts by path, and addresses. */
function relationsOf(parts: Parts, path: string): Map<string, Relation> {
  const at = path.lastIndexOf("/") + 1;
  const rels = `${path.slice(0, at)}_rels/${path.slice(at)}.rels`;
  const found = new Map<string, Relation>();
  walkXml(textOf(parts, rels), {
    open(name, { Id = "", Type = "", Target = "", TargetMode }) {
      if (name !== "Relationship") return;
      const type = Type.slice(Type.lastIndexOf("/") + 1);
      const inside = () =>
        URL.parse(Target, `file:///${path}`)?.pathname.slice(1) ?? "";
      const target = TargetMode === "External" ? Target : inside();
      found.set(Id, { type, target });
    },
  });
  return found;
}

/** The text of a slide's diagrams. */
function diagramsOf(
  parts: Parts,
  related: ReadonlyMap<string, Relation>,
): string {
  return [...related.values()]
    .filter(({ type }) => type === "diagramData")
    .map(({ target }) => slideHtml(textOf(parts, target), () => undefined))
    .join("");
}

/** Whether there are notes besides the slide number, which is always there. */
function hasNotes(xml: string): boolean {
  let is_body = false;
  let is_text = false;
  let is_noted = false;
  walkXml(xml, {
    open(name, { type }) {
      if (name === "sp") is_body = false;
      if (name === "ph") is_body = type === "body";
      is_text = name === "t";
    },
    text(text) {
      if (is_body && is_text && /\S/.test(text)) is_noted = true;
    },
  });
  return is_noted;
}

import { escapeHtml } from "../escape_html.ts";
import { textOn } from "../client/contrast.ts";
import { initials } from "../client/initials.ts";
import type { Avatar } from "../twins/avatars.ts";
import type { Twin } from "../schemas/twin.ts";

/** Whose face is drawn. */
export type Face = Pick<Twin, "name" | "bio" | "accent_color">;

/** The size of link previews in messengers (Open Graph), in pixels. */
export const CARD = { width: 1200, height: 630 } as const;

const MARGIN = 88;
const TEXT_WIDTH = CARD.width - 2 * MARGIN;

/** The card of a twin's link as SVG. Texts in a script that the drawing font lacks are left out. */
export function cardSvg(twin: Face, avatar: Avatar | null): string {
  const size = twin.name.length > 24 ? 60 : 80;
  const name = wrap(twin.name, size, 2);
  const bio = wrap(twin.bio, 34, name.length > 1 ? 1 : 2);
  const ink = textOn(twin.accent_color);
  let y = 350;
  const texts = [
    ...name.map((line) => text(line, y += size * 1.15, size, 600, ink)),
    ...bio.map((line, i) => text(line, y += i ? 46 : 62, 34, 400, ink)),
  ];
  return svg(CARD.width, CARD.height, [
    ground(twin.accent_color, CARD.width, CARD.height),
    face(twin, avatar, MARGIN + 92, MARGIN + 92, 92),
    ...texts,
    `<g transform="translate(${CARD.width - MARGIN - 252} ${MARGIN})">`,
    `<rect width="252" height="56" rx="28" fill="none" stroke="${ink}" stroke-width="2"/>`,
    `<text x="126" y="37" font-size="26" font-weight="600" text-anchor="middle" fill="${ink}">AI · Ask me</text></g>`,
  ]);
}

/** The home screen icon of a twin's page; the essential part is in the safe zone of maskable icons. */
export function iconSvg(
  twin: Face,
  avatar: Avatar | null,
  size: number,
): string {
  const half = size / 2;
  return svg(size, size, [
    ground(twin.accent_color, size, size),
    face(twin, avatar, half, half, size * 0.38),
  ]);
}

/** A picture of these parts, in pixels. */
export function svg(width: number, height: number, parts: string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Inter">${
    parts.join("")
  }</svg>`;
}

/** Fills a picture with one colour. */
export function ground(accent: string, width: number, height: number): string {
  return `<rect width="${width}" height="${height}" fill="${accent}"/>`;
}

/** The portrait in a circle, or initials without one. */
export function face(
  { name, accent_color }: Face,
  avatar: Avatar | null,
  x: number,
  y: number,
  r: number,
): string {
  if (avatar) {
    const data = avatar.bytes.toBase64();
    return `<clipPath id="c"><circle cx="${x}" cy="${y}" r="${r}"/></clipPath><image href="data:${avatar.type};base64,${data}" x="${
      x - r
    }" y="${y - r}" width="${2 * r}" height="${
      2 * r
    }" preserveAspectRatio="xMidYMid slice" clip-path="url(#c)"/>`;
  }
  const letters = drawable(initials(name));
  const ink = textOn(accent_color);
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="${ink}"/><text x="${x}" y="${
    y + r * 0.29
  }" font-size="${
    r * 0.8
  }" font-weight="600" text-anchor="middle" fill="${accent_color}">${
    escapeHtml(letters)
  }</text>`;
}

function text(
  line: string,
  y: number,
  size: number,
  weight: number,
  ink: string,
): string {
  return `<text x="${MARGIN}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${ink}">${
    escapeHtml(line)
  }</text>`;
}

/** Wraps a text into lines that fit, the last with an ellipsis if more follows. */
export function wrap(
  said: string,
  size: number,
  most: number,
  width = TEXT_WIDTH,
): string[] {
  const fits = (line: string) => widthOf(line) * size <= width;
  const lines: string[] = [];
  let rest = drawable(said).replace(/\s+/g, " ").trim();
  while (rest && lines.length < most) {
    const chars = [...rest];
    let end = chars.length;
    while (!fits(chars.slice(0, end).join(""))) end--;
    if (end < chars.length) {
      const space = chars.lastIndexOf(" ", end);
      if (space > end / 2) end = space;
    }
    lines.push(chars.slice(0, end).join("").trim());
    rest = chars.slice(end).join("").trim();
  }
  if (rest) lines.push(`${[...(lines.pop() ?? "")].slice(0, -2).join("")}…`);
  return lines;
}

/** The text if the font has all of it, otherwise none: no replacement boxes. */
function drawable(said: string): string {
  const known =
    /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{P}\p{N}\p{Z}\p{Sc}\p{Sm}\s]*$/u;
  const plain = said.replace(/\p{Extended_Pictographic}|\p{Cc}|\p{Cf}/gu, " ");
  return known.test(plain) ? plain : "";
}

/** Estimates the width of a line, in ems of Inter. */
function widthOf(line: string): number {
  let width = 0;
  for (const char of line) {
    width += /[ilj.,:;'’|!()\[\] ]/.test(char)
      ? 0.3
      : /[mwMW@—]/.test(char)
      ? 0.9
      : /\p{Lu}|\p{N}/u.test(char)
      ? 0.7
      : 0.58;
  }
  return width;
}

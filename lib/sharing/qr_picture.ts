import { textOn } from "../client/contrast.ts";
import { escapeHtml } from "../escape_html.ts";
import type { Avatar } from "../twins/avatars.ts";
import type { QrCode } from "../schemas/qr_code.ts";
import { qrCode } from "./qr_code.ts";
import { type Face, face, ground, svg, wrap } from "./share_card.ts";

/** Pixels per module: a whole number, for sharp edges. */
const MODULE = 24;
/** A card for the counter or the wall: A6 at 300 dpi. */
export const PRINTED = { width: 1240, height: 1748 } as const;

/** The address in the code, and the face in its middle. */
type Drawn = { twin: Face; avatar: Avatar | null; url: string };

/** The code in the twin's colour with its face in the middle, as SVG on white, quiet zone included. */
export function qrPictureSvg(drawn: Drawn): string {
  const qr = qrCode(drawn.url);
  const width = qr.size * MODULE;
  return svg(width, width, [code(drawn, qr, width)]);
}

/** A card to print, as SVG: the face, the name, the code and the address. */
export function qrCardSvg({ twin, avatar, url }: Drawn): string {
  const { width, height } = PRINTED;
  const ink = textOn(twin.accent_color);
  const middle = width / 2;
  const said = (line: string, y: number, size: number, weight: number) =>
    `<text x="${middle}" y="${y}" font-size="${size}" font-weight="${weight}" text-anchor="middle" fill="${ink}">${
      escapeHtml(line)
    }</text>`;
  const size = twin.name.length > 24 ? 64 : 84;
  const name = wrap(twin.name, size, 2, width - 160);
  // Nobody types a long address, so the card then shows only the host.
  const { host, pathname } = new URL(url);
  const whole = host + pathname;
  const address = whole.length > 40 ? host : whole;
  return svg(width, height, [
    ground(twin.accent_color, width, height),
    ...name.map((line, i) =>
      said(line, (name.length > 1 ? 150 : 210) + i * 76, size, 600)
    ),
    said("Scan to ask me anything", 300, 48, 400),
    `<rect x="140" y="400" width="960" height="960" rx="56" fill="#fff"/>`,
    `<g transform="translate(160 420)">`,
    code({ twin, avatar }, qrCode(url), 920),
    `</g>`,
    said(address, 1500, 44, 600),
    said("You will be talking to an AI", 1590, 36, 400),
  ]);
}

/**
 * A code of this width in pixels: in the twin's colour if scanners can distinguish it from white, otherwise black.
 */
function code(
  { twin, avatar }: Omit<Drawn, "url">,
  { path, size }: QrCode,
  width: number,
): string {
  const is_dark = textOn(twin.accent_color) === "#ffffff";
  const half = width / 2;
  return [
    `<rect width="${width}" height="${width}" fill="#fff"/>`,
    `<path d="${path}" fill="${
      is_dark ? twin.accent_color : "#000000"
    }" transform="scale(${width / size})" shape-rendering="crispEdges"/>`,
    `<circle cx="${half}" cy="${half}" r="${width * 0.125}" fill="#fff"/>`,
    face(twin, avatar, half, half, width * 0.11),
  ].join("");
}

import { encode } from "uqr";
import type { QrCode } from "../schemas/qr_code.ts";

/** The code of a text. */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const path = data.map((row, y) =>
    row.map((is_dark, x) => is_dark ? `M${x} ${y}h1v1h-1z` : "").join("")
  ).join("");
  return { path, size };
}

/** The code as a file of its own: dark on white, as every reader takes it. */
export function qrSvg({ path, size }: QrCode): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`;
}

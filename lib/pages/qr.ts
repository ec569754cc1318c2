import { qrCardSvg, qrPictureSvg } from "../sharing/qr_picture.ts";
import { getShareLink, pageUrl } from "../sharing/share_links.ts";
import { getAvatar } from "../twins/avatars.ts";
import type { TwinFrame } from "../views/frame.ts";
import type { MemberCall } from "./access.ts";

/**
 * Serves the QR code of a twin's link as a file: `?as=png`, `?as=card` for printing, otherwise SVG. Throws
 * `unavailable` while too many pictures are being drawn.
 */
export async function serveQr(
  { app, actor, url }: MemberCall,
  { twin }: TwinFrame,
): Promise<Response> {
  const link = await getShareLink(app, actor, twin.id);
  const avatar = await getAvatar(app, twin.id);
  const drawn = { twin, url: pageUrl(app, twin.handle, link) };
  const as = url.searchParams.get("as");
  const draw = as === "card" ? qrCardSvg : qrPictureSvg;
  const file = `${twin.handle ?? twin.id}-${as === "card" ? "card" : "qr"}`;
  if (as !== "png" && as !== "card") {
    return answer(draw({ ...drawn, avatar }), "image/svg+xml", `${file}.svg`);
  }
  // An avatar that cannot be decoded is left out.
  const png = await app.pictures.draw(draw({ ...drawn, avatar }), twin.id)
    .catch((error) =>
      avatar
        ? app.pictures.draw(draw({ ...drawn, avatar: null }), twin.id)
        : Promise.reject(error)
    );
  return answer(png, "image/png", `${file}.png`);
}

function answer(
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  file: string,
): Response {
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${file}"`,
    },
  });
}

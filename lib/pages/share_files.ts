import type { App } from "../app.ts";
import { getAvatar } from "../twins/avatars.ts";
import { notFound } from "../errors.ts";
import type { Twin } from "../schemas/twin.ts";
import { cardSvg, iconSvg } from "../sharing/share_card.ts";
import { sha256 } from "../crypto/secrets.ts";

const ICONS = { "icon-192.png": 192, "icon-512.png": 512 } as const;

/** A shared page's path, and the name of a file below it. */
type Place = { path: string; file: string };

/**
 * Serves a file of a shared page. Throws `not_found` for an unknown name, and `unavailable` while too many pictures
 * are being drawn.
 */
export async function serveShareFile(
  app: App,
  req: Request,
  twin: Twin,
  { path, file }: Place,
): Promise<Response> {
  if (file === "manifest.webmanifest") {
    return Response.json(manifest(twin, path), {
      headers: { "content-type": "application/manifest+json" },
    });
  }
  const avatar = twin.avatar_version ? await getAvatar(app, twin.id) : null;
  const draw = file === "card.png"
    ? (face: typeof avatar) => cardSvg(twin, face)
    : Object.hasOwn(ICONS, file)
    ? (face: typeof avatar) =>
      iconSvg(twin, face, ICONS[file as keyof typeof ICONS])
    : null;
  if (!draw) throw notFound("file");
  const svg = draw(avatar);
  const etag = `"${sha256(svg).slice(0, 16)}"`;
  const headers = {
    etag,
    "cache-control": "private, max-age=300",
    "content-type": "image/png",
  };
  if (req.headers.get("if-none-match") === etag) {
    return new Response(null, { status: 304, headers });
  }
  // An avatar that cannot be decoded is left out.
  const png = await app.pictures.draw(svg, twin.id)
    .catch((error) =>
      avatar ? app.pictures.draw(draw(null), twin.id) : Promise.reject(error)
    );
  return new Response(png, { headers });
}

/** The manifest for adding the page to a phone's home screen (W3C Web Application Manifest). */
function manifest(twin: Twin, path: string) {
  return {
    name: twin.name,
    short_name: [...twin.name].slice(0, 12).join(""),
    start_url: path,
    scope: path,
    display: "standalone",
    theme_color: twin.accent_color,
    background_color: "#ffffff",
    icons: Object.entries(ICONS).flatMap(([file, size]) =>
      ["any", "maskable"].map((purpose) => ({
        src: `${path}/${file}`,
        sizes: `${size}x${size}`,
        type: "image/png",
        purpose,
      }))
    ),
  };
}

import { createHash } from "node:crypto";

/** A file as it is served: whole, from memory. */
type Asset = { bytes: Uint8Array<ArrayBuffer>; etag: string; headers: Headers };

/** Built and static files by URL path. */
export type Assets = Map<string, Asset>;

const TYPES: Record<string, string> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  ico: "image/x-icon",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
  ts: "text/plain; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  webmanifest: "application/manifest+json",
  woff2: "font/woff2",
};

/** Reads every file below `folder` but hidden ones: Vite's manifest is nobody's business. */
export async function loadAssets(folder: URL): Promise<Assets> {
  const assets: Assets = new Map();
  await load(folder, "/", assets);
  return assets;
}

async function load(folder: URL, path: string, assets: Assets): Promise<void> {
  for await (const entry of Deno.readDir(folder)) {
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory) {
      const inner = new URL(`${encodeURIComponent(entry.name)}/`, folder);
      await load(inner, `${path}${entry.name}/`, assets);
      continue;
    }
    const url = new URL(encodeURIComponent(entry.name), folder);
    assets.set(
      `${path}${entry.name}`,
      toAsset(`${path}${entry.name}`, await Deno.readFile(url)),
    );
  }
}

function toAsset(path: string, bytes: Uint8Array<ArrayBuffer>): Asset {
  const digest = createHash("sha256").update(bytes).digest("base64url");
  const etag = `W/"${digest.slice(0, 16)}"`;
  const is_hashed = path.startsWith("/assets/");
  const headers = new Headers({
    etag,
    "content-type": TYPES[path.split(".").at(-1) ?? ""] ??
      "application/octet-stream",
    "cache-control": is_hashed
      ? "public, max-age=31536000, immutable"
      : "public, max-age=300",
  });
  if (path.startsWith("/widget.")) {
    // Other sites' pages load it, with an integrity check where they wish.
    headers.set("access-control-allow-origin", "*");
    headers.set("cross-origin-resource-policy", "cross-origin");
  }
  return { bytes, etag, headers };
}

/** The file at the request's path, or null; 304 where the caller has it already. */
export function serveAsset(
  assets: Assets,
  req: Request,
  path: string,
): Response | null {
  const asset = assets.get(path);
  if (!asset || (req.method !== "GET" && req.method !== "HEAD")) return null;
  if (req.headers.get("if-none-match") === asset.etag) {
    return new Response(null, { status: 304, headers: asset.headers });
  }
  return new Response(req.method === "HEAD" ? null : asset.bytes, {
    headers: asset.headers,
  });
}

import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, gzip as gzipCompress } from "node:zlib";
import { lookup } from "mrmime";
import { widgetVersion } from "../embed/widget_versions.ts";

const brotli = promisify(brotliCompress);
const gzip = promisify(gzipCompress);

type Bytes = Uint8Array<ArrayBuffer>;
type Encoding = "br" | "gzip";

/** A served file: whole, in memory, compressed once on first demand. */
type Asset = {
  bytes: Bytes;
  etag: string;
  headers: Headers;
  compressed: Map<Encoding, Promise<Bytes>>;
};

/** The widget's loader and panel in one file. */
const WHOLE_WIDGET = "/widget.whole.js";

/** Built and static files by URL path. */
export type Assets = Map<string, Asset>;

/** The media type of a file by its name; `.ts` is TypeScript here, not video. */
function mediaType(path: string): string {
  const type = path.endsWith(".ts") ? "text/plain" : lookup(path);
  if (!type) return "application/octet-stream";
  return type.startsWith("text/") ? `${type}; charset=utf-8` : type;
}

/**
 * Reads every file below `folder` except hidden ones, such as Vite's manifest. Includes the widget under its
 * versions.
 */
export async function loadAssets(folder: URL): Promise<Assets> {
  const assets: Assets = new Map();
  await load(folder, "/", assets);
  for (const name of ["/widget.js", WHOLE_WIDGET]) {
    const { bytes } = requireAsset(assets, name);
    const path = `/widget/${widgetVersion(bytes).version}.js`;
    assets.set(path, toAsset(path, bytes));
  }
  return assets;
}

/** The widget file that pages pin: loader and panel in one. */
export function widgetFile(assets: Assets): Bytes {
  return requireAsset(assets, WHOLE_WIDGET).bytes;
}

function requireAsset(assets: Assets, path: string): Asset {
  const asset = assets.get(path);
  if (asset) return asset;
  throw new Error(`Reading the build failed: ${path} is missing`);
}

/**
 * The files that pages request again after an update: the widget they pinned, and the panel of a loader they still
 * have.
 */
export function versionedFiles(assets: Assets): Bytes[] {
  return [...assets].filter(([path]) => path.startsWith("/widget/"))
    .map(([, { bytes }]) => bytes);
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

function toAsset(path: string, bytes: Bytes): Asset {
  const digest = createHash("sha256").update(bytes).digest("base64url");
  const etag = `W/"${digest.slice(0, 16)}"`;
  const is_hashed = /^\/(assets|widget)\//.test(path);
  const type = mediaType(path);
  const headers = new Headers({
    etag,
    "content-type": type,
    "cache-control": is_hashed
      ? "public, max-age=31536000, immutable"
      : "public, max-age=300",
  });
  if (/^\/widget[./]/.test(path)) {
    // Other sites' pages load it, with an integrity check if they like.
    headers.set("access-control-allow-origin", "*");
    headers.set("cross-origin-resource-policy", "cross-origin");
  }
  if (/^(text|application\/(json|manifest)|image\/svg)/.test(type)) {
    headers.set("vary", "Accept-Encoding");
  }
  return { bytes, etag, headers, compressed: new Map() };
}

/** Serves the file at the request's path, or null; 304 if the caller has it already. */
export async function serveAsset(
  assets: Assets,
  req: Request,
  path: string,
): Promise<Response | null> {
  const asset = assets.get(path);
  if (!asset || (req.method !== "GET" && req.method !== "HEAD")) return null;
  if (req.headers.get("if-none-match") === asset.etag) {
    return new Response(null, { status: 304, headers: asset.headers });
  }
  const encoding = asset.headers.has("vary") ? encodingFor(req) : null;
  const bytes = encoding ? await compressed(asset, encoding) : asset.bytes;
  const headers = new Headers(asset.headers);
  if (encoding) headers.set("content-encoding", encoding);
  return new Response(req.method === "HEAD" ? null : bytes, { headers });
}

function encodingFor(req: Request): Encoding | null {
  const accepted = req.headers.get("accept-encoding") ?? "";
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?(,|$))/.test(accepted)) return "br";
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?(,|$))/.test(accepted) ? "gzip" : null;
}

function compressed(asset: Asset, encoding: Encoding): Promise<Bytes> {
  const known = asset.compressed.get(encoding);
  if (known) return known;
  const compress = encoding === "br" ? brotli : gzip;
  const bytes = compress(asset.bytes).then((b) => new Uint8Array(b));
  asset.compressed.set(encoding, bytes);
  return bytes;
}

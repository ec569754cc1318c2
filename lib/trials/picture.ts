import type { Owner } from "../actor.ts";
import type { Context } from "../context.ts";
import { SECOND } from "../clock.ts";
import { isAppError } from "../errors.ts";
import { guardedFetch, readWhole } from "../net/guarded_fetch.ts";
import type { WithPictures } from "../sharing/pictures.ts";
import { MAX_AVATAR_BYTES, setAvatar } from "../twins/avatars.ts";
import { pictureSize } from "../twins/picture_size.ts";
import type { WithTrialGuard } from "./guard.ts";

const MAX_BYTES = 2 * 2 ** 20;
/** The largest side accepted, in pixels: decoded, each takes four bytes. */
const MAX_SIDE = 4_096;
/** The smallest side of a usable picture. */
const MIN_SIDE = 48;
/** The sides that a picture is redrawn with, in pixels: the first that results in a small enough file is used. */
const SIDES = [256, 192, 144, 96];

type Picture = { type: string; bytes: Uint8Array<ArrayBuffer> };
type Deps = Context & WithPictures & WithTrialGuard;

/** Gives a trial's twin the first usable one of these pictures, cropped to a square if large; having none is fine. */
export async function takePicture(
  app: Deps,
  owner: Owner,
  twin_id: string,
  { urls, signal }: { urls: string[]; signal: AbortSignal },
): Promise<void> {
  for (const url of urls) {
    signal.throwIfAborted();
    const picture = await fetchPicture(app, url, signal).catch(ifRefused);
    const face = picture && await asFace(app, picture, twin_id);
    if (face) return void await setAvatar(app, owner, twin_id, face);
  }
}

async function fetchPicture(
  app: Deps,
  url: string,
  signal: AbortSignal,
): Promise<Picture | null> {
  const answer = await guardedFetch(url, {
    ...app.trial_guard,
    signal,
    timeout_ms: 5 * SECOND,
    max_bytes: MAX_BYTES,
    headers: {
      accept: "image/webp,image/png,image/jpeg",
      "user-agent": "Twincast",
    },
  });
  if (answer.status !== 200) {
    await answer.body.cancel();
    return null;
  }
  const bytes = await readWhole(answer);
  const type = TYPES.find((type) => isPicture(type, bytes));
  return type ? { type, bytes } : null;
}

const TYPES = ["image/png", "image/jpeg", "image/webp"];

/** Judged by its bytes, never by the server's media type: it must have a size in this format. */
function isPicture(type: string, bytes: Uint8Array): boolean {
  const size = pictureSize(type, bytes);
  if (!size) return false;
  const { width, height } = size;
  return Math.max(width, height) <= MAX_SIDE &&
    Math.min(width, height) >= MIN_SIDE;
}

/** Redraws a picture as an avatar; null if it cannot be drawn. */
async function asFace(
  { pictures }: WithPictures,
  { type, bytes }: Picture,
  twin_id: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const size = pictureSize(type, bytes);
  const is_square = size?.width === size?.height;
  if (is_square && bytes.length <= MAX_AVATAR_BYTES) return bytes;
  const data = bytes.toBase64();
  for (const side of SIDES) {
    const svg =
      `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><image href="data:${type};base64,${data}" width="${side}" height="${side}" preserveAspectRatio="xMidYMid slice"/></svg>`;
    const drawn = await pictures.drawOnce(svg, twin_id).catch(() => null);
    if (!drawn) return null;
    if (drawn.length <= MAX_AVATAR_BYTES) return drawn;
  }
  return null;
}

function ifRefused(error: unknown): null {
  if (isAppError(error)) return null;
  throw error;
}

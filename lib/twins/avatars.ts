import type { Owner } from "../actor.ts";
import type { Context } from "../context.ts";
import { AppError, invalidInput } from "../errors.ts";
import { type TwinView } from "../schemas/twin.ts";
import { keys } from "../store/keys.ts";
import { newRevision } from "../crypto/ids.ts";
import { pictureSize } from "./picture_size.ts";
import { changeTwin, getTwin } from "./twins.ts";

const IMAGE_TYPES = [
  {
    type: "image/png",
    magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  },
  { type: "image/jpeg", magic: [0xff, 0xd8, 0xff] },
  { type: "image/webp", magic: [0x52, 0x49, 0x46, 0x46] },
] as const;

/** The largest avatar, in bytes: it is stored in one value. */
export const MAX_AVATAR_BYTES = 60 * 1024;
/** The most pixels per side: decoded at four bytes each, a small file can take gigabytes. */
const MAX_SIDE = 4_096;

export type Avatar = { type: string; bytes: Uint8Array };

/** Sets the twin's avatar. The type is determined from the bytes, never from a header. */
export async function setAvatar(
  app: Context,
  owner: Owner,
  twin_id: string,
  bytes: Uint8Array,
): Promise<TwinView> {
  if (bytes.length > MAX_AVATAR_BYTES) {
    throw new AppError(
      "payload_too_large",
      "The picture is larger than 60 KiB. Make it smaller, for example 256 by 256 pixels.",
    );
  }
  const kind = IMAGE_TYPES.find(({ magic }) =>
    magic.every((byte, i) => bytes[i] === byte)
  );
  const is_webp = new TextDecoder().decode(bytes.subarray(8, 12)) === "WEBP";
  if (!kind || (kind.type === "image/webp" && !is_webp)) {
    throw invalidInput(
      "",
      "The picture is not a PNG, JPEG or WebP. Choose one that is.",
    );
  }
  requirePixelLimit(kind.type, bytes);
  const avatar: Avatar = { type: kind.type, bytes };
  return await changeTwin(
    app,
    owner,
    twin_id,
    "twin.avatar_set",
    (twin, op) => {
      op.set(keys.avatar(twin.id), avatar);
      return { ...twin, avatar_version: newRevision() };
    },
  );
}

function requirePixelLimit(type: string, bytes: Uint8Array): void {
  const size = pictureSize(type, bytes);
  // Without a size it is not a picture, and no decoder allocates memory for it.
  if (size && Math.max(size.width, size.height) > MAX_SIDE) {
    throw invalidInput(
      "",
      `The picture is ${size.width} by ${size.height} pixels. Make it smaller, for example 256 by 256.`,
    );
  }
}

export async function deleteAvatar(
  app: Context,
  owner: Owner,
  twin_id: string,
): Promise<void> {
  await changeTwin(app, owner, twin_id, "twin.avatar_deleted", (twin, op) => {
    op.delete(keys.avatar(twin.id));
    return { ...twin, avatar_version: null };
  });
}

/** The public avatar of a twin; a trial has none. */
export async function getPublicAvatar(
  app: Context,
  twin_id: string,
): Promise<Avatar | null> {
  const twin = await getTwin(app, twin_id);
  return twin?.trial_ends_ms === undefined
    ? await getAvatar(app, twin_id)
    : null;
}

/** The avatar of a twin; null without one. */
export async function getAvatar(
  app: Context,
  twin_id: string,
): Promise<Avatar | null> {
  if (!await getTwin(app, twin_id)) return null;
  return (await app.kv.get<Avatar>(keys.avatar(twin_id))).value;
}

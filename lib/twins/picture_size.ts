type PictureSize = { width: number; height: number };

/**
 * The decoded size of a PNG, JPEG or WebP, in pixels, from its headers; of several the largest. Null if there is
 * none.
 */
export function pictureSize(
  type: string,
  bytes: Uint8Array,
): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sizes = [...SIZES[type]?.(view) ?? []];
  if (sizes.length === 0) return null;
  return {
    width: Math.max(...sizes.map(({ width }) => width)),
    height: Math.max(...sizes.map(({ height }) => height)),
  };
}

const SIZES: Record<string, (view: DataView) => Iterable<PictureSize>> = {
  "image/png": pngSizes,
  "image/jpeg": jpegSizes,
  "image/webp": webpSizes,
};

/** W3C PNG, 11.2.1: the header is the first chunk. */
function* pngSizes(view: DataView): Generator<PictureSize> {
  if (view.byteLength < 24 || textAt(view, 12) !== "IHDR") return;
  yield { width: view.getUint32(16), height: view.getUint32(20) };
}

/** ITU T.81, B.2.2: frame headers, of every coding. */
function* jpegSizes(view: DataView): Generator<PictureSize> {
  const START_OF_SCAN = 0xda;
  for (let at = 2; at + 9 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === START_OF_SCAN) return;
    const is_frame = marker >= 0xc0 && marker <= 0xcf &&
      ![0xc4, 0xc8, 0xcc].includes(marker);
    if (is_frame) {
      yield { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    at += 2 + view.getUint16(at + 2);
  }
}

/** RFC 9649: the canvas, and each picture in it. */
function* webpSizes(view: DataView): Generator<PictureSize> {
  for (let at = 12; at + 18 <= view.byteLength;) {
    const kind = textAt(view, at);
    const data = at + 8;
    if (kind === "VP8X") {
      const side = (place: number) =>
        1 + (view.getUint32(data + place, true) & 0xffffff);
      if (data + 10 > view.byteLength) return;
      // The height's three bytes are the last ones of the chunk.
      yield {
        width: side(4),
        height: 1 + (view.getUint32(data + 6, true) >> 8),
      };
    } else if (kind === "VP8 ") {
      yield {
        width: view.getUint16(data + 6, true) & 0x3fff,
        height: view.getUint16(data + 8, true) & 0x3fff,
      };
    } else if (kind === "VP8L") {
      const bits = view.getUint32(data + 1, true);
      yield { width: 1 + (bits & 0x3fff), height: 1 + (bits >> 14 & 0x3fff) };
    }
    const size = view.getUint32(at + 4, true);
    at = data + size + size % 2;
  }
}

function textAt(view: DataView, at: number): string {
  return String.fromCharCode(
    ...[0, 1, 2, 3].map((i) => view.getUint8(at + i)),
  );
}

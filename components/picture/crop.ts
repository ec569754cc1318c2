/** The visible part of a picture: its centre, as fractions of width and height, and the zoom relative to the whole. */
export type Frame = { x: number; y: number; zoom: number };

/** Size of the picture that is sent, in pixels. */
const SIDE = 512;
/** The server's limit, in bytes. */
const MAX_BYTES = 60 * 1024;
const MAX_FILE_BYTES = 20_000_000;
export const MAX_ZOOM = 6;

/** The picture in a file, or why there is none. */
export async function pictureOf(file: File): Promise<ImageBitmap | string> {
  if (file.size > MAX_FILE_BYTES) {
    return "This picture is larger than 20 MB. Choose a smaller one.";
  }
  try {
    return await createImageBitmap(file);
  } catch {
    return "Your browser cannot read this picture. Choose a PNG, JPEG or WebP.";
  }
}

/** The square that a frame shows, in pixels of the picture; the frame is moved to lie inside it. */
export function squareOf(
  { width, height }: { width: number; height: number },
  frame: Frame,
): { left: number; top: number; side: number } {
  const side = Math.min(width, height) / frame.zoom;
  const inside = (at: number, whole: number) =>
    Math.min(Math.max(at * whole, side / 2), whole - side / 2);
  const x = inside(frame.x, width);
  const y = inside(frame.y, height);
  frame.x = x / width;
  frame.y = y / height;
  return { left: x - side / 2, top: y - side / 2, side };
}

/** Draws what the frame shows into a canvas. */
export function draw(
  canvas: HTMLCanvasElement,
  picture: ImageBitmap,
  frame: Frame,
): void {
  const { left, top, side } = squareOf(picture, frame);
  const { width, height } = canvas;
  const context = canvas.getContext("2d");
  if (!context) return;
  context.imageSmoothingQuality = "high";
  context.clearRect(0, 0, width, height);
  context.drawImage(picture, left, top, side, side, 0, 0, width, height);
}

/** The visible part as a file of 512 pixels: WebP, or JPEG if the browser cannot write WebP. */
export async function cropped(
  picture: ImageBitmap,
  frame: Frame,
): Promise<File> {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIDE;
  draw(canvas, picture, frame);
  let made: Blob | null = null;
  for (const quality of [0.9, 0.8, 0.65, 0.5, 0.3]) {
    made = await blobOf(canvas, "image/webp", quality);
    if (made?.type !== "image/webp") {
      made = await blobOf(canvas, "image/jpeg", quality);
    }
    if (made && made.size <= MAX_BYTES) break;
  }
  return new File([made ?? new Blob()], "face", { type: made?.type });
}

function blobOf(
  canvas: HTMLCanvasElement,
  type: string,
  quality: number,
): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, type, quality));
}

import { breathe } from "../breathe.ts";
import { decoded, joined } from "../long_texts.ts";

/** Longer parts are not passed to the platform, which reads byte by byte and copies three times. In bytes. */
const LONG = 1_024;
/** The most of a form passed to the platform, and the longest part headers, in bytes. */
const MAX_SHORT = 256 * 1_024;
const MAX_HEAD = 8 * 1_024;
/** What follows the last boundary. */
const END = new TextEncoder().encode("--");
/** Bytes scanned before others are served. */
const STRETCH = 1 << 20;

/**
 * Reads a `multipart/form-data` form (RFC 7578) with the platform's parser, except for long files: those are sliced
 * from the body without copying, and others are served meanwhile. Throws if the body is not such a form.
 */
export async function readMultipart(
  bytes: Uint8Array<ArrayBuffer>,
  content_type: string,
): Promise<FormData> {
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(content_type);
  const mark = boundary?.[1] ?? boundary?.[2] ?? "";
  const parts = await partsOf(bytes, new TextEncoder().encode(`--${mark}`));
  const short: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const { from, to } of parts) {
    if (to - from <= LONG) continue;
    short.push(bytes.subarray(at, from));
    at = to;
  }
  short.push(bytes.subarray(at));
  const body = await joined(short);
  if (body.length > MAX_SHORT) throw new TypeError("Too many parts");
  const headers = { "content-type": content_type };
  const form = await new Response(body, { headers }).formData();
  const entries = [...form];
  if (entries.length !== parts.length) throw new TypeError("Not well-formed");
  const whole = new FormData();
  for (const [i, [name, value]] of entries.entries()) {
    const { from, to } = parts[i];
    const is_long = to - from > LONG;
    if (!is_long) whole.append(name, value);
    else if (typeof value === "string") {
      whole.append(name, await decoded(bytes.subarray(from, to)));
    } else whole.append(name, new HeldFile(bytes.subarray(from, to), value));
  }
  return whole;
}

/** The range of each part's content. */
async function partsOf(
  bytes: Uint8Array<ArrayBuffer>,
  mark: Uint8Array,
): Promise<{ from: number; to: number }[]> {
  const parts: { from: number; to: number }[] = [];
  const breaks = await linesThatBegin(bytes, mark);
  const last = breaks.at(-1) ?? 0;
  if (breaks[0] !== 0 || !isAt(bytes, END, last + mark.length)) {
    throw new TypeError("The form was cut off");
  }
  for (const [i, at] of breaks.entries()) {
    const to = breaks[i + 1];
    if (to === undefined) break;
    const head = bytes.subarray(at, Math.min(to, at + MAX_HEAD));
    const blank = indexOf(head, [13, 10, 13, 10]);
    if (blank < 0) throw new TypeError("The headers of a part do not end");
    parts.push({ from: at + blank + 4, to: to - 2 });
  }
  return parts;
}

/** The positions of lines with this beginning. */
async function linesThatBegin(
  bytes: Uint8Array,
  mark: Uint8Array,
): Promise<number[]> {
  const found = isAt(bytes, mark, 0) ? [0] : [];
  for (let from = 0; from < bytes.length; from += STRETCH) {
    const stretch = bytes.subarray(from, from + STRETCH);
    let tries = 0;
    for (
      let at = stretch.indexOf(10);
      at >= 0;
      at = stretch.indexOf(10, at + 1)
    ) {
      const line = from + at + 1;
      if (bytes[line - 2] === 13 && isAt(bytes, mark, line)) found.push(line);
      if (++tries % 1_000 === 0) await breathe();
    }
    await breathe();
  }
  return found;
}

function isAt(bytes: Uint8Array, mark: Uint8Array, at: number): boolean {
  return mark.every((byte, i) => bytes[at + i] === byte);
}

function indexOf(bytes: Uint8Array, mark: number[]): number {
  for (let at = bytes.indexOf(mark[0]); at >= 0;) {
    if (mark.every((byte, i) => bytes[at + i] === byte)) return at;
    at = bytes.indexOf(mark[0], at + 1);
  }
  return -1;
}

/** A file backed by a slice of the body, without a copy. */
class HeldFile extends File {
  readonly #held: Uint8Array<ArrayBuffer>;

  constructor(held: Uint8Array<ArrayBuffer>, { name, type }: File) {
    super([], name, { type });
    this.#held = held;
  }

  override get size(): number {
    return this.#held.length;
  }

  override bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return Promise.resolve(this.#held);
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(this.#held.slice().buffer);
  }

  override text(): Promise<string> {
    return decoded(this.#held);
  }

  override slice(start?: number, end?: number, type?: string): Blob {
    return new Blob([this.#held]).slice(start, end, type);
  }

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    return new Blob([this.#held]).stream();
  }
}

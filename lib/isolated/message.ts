import { breathe } from "../breathe.ts";

/** The input or output of isolated code: JSON data, and bytes. */
export type Message = { data: unknown; bytes: Uint8Array<ArrayBuffer> };

/** Two lengths, of the JSON text and of the bytes, precede them. */
const HEAD = 8;

/** How many bytes of a message are written at a time: as many as a pipe accepts at once. */
const PIECE = 64 * 1_024;

/** Encodes a message for a pipe, in small chunks. */
export function* encode(
  { data, bytes }: Message,
): Generator<Uint8Array<ArrayBuffer>> {
  const json = new TextEncoder().encode(JSON.stringify(data ?? null));
  const head = new DataView(new ArrayBuffer(HEAD));
  head.setUint32(0, json.length);
  head.setUint32(4, bytes.length);
  yield new Uint8Array(head.buffer);
  for (const part of [json, bytes]) {
    for (let at = 0; at < part.length; at += PIECE) {
      yield part.subarray(at, at + PIECE);
    }
  }
}

/** Reads messages from a pipe. Owns the pipe. */
export class MessageReader {
  #reader: ReadableStreamDefaultReader<Uint8Array>;
  #rest: Uint8Array = new Uint8Array();

  constructor(pipe: ReadableStream<Uint8Array>, private max_bytes: number) {
    this.#reader = pipe.getReader();
  }

  /** The next message; null at the pipe's end. Throws if one is larger than `max_bytes` or breaks off. */
  async next(): Promise<Message | null> {
    const head = await this.#take(HEAD);
    if (!head) return null;
    const view = new DataView(head.buffer);
    const [json_length, length] = [view.getUint32(0), view.getUint32(4)];
    if (json_length + length > this.max_bytes) {
      throw new RangeError("The message is too large.");
    }
    const json = await this.#take(json_length);
    const bytes = await this.#take(length);
    if (!json || !bytes) throw new Error("The message was cut off.");
    return { data: JSON.parse(new TextDecoder().decode(json)), bytes };
  }

  async #take(length: number): Promise<Uint8Array<ArrayBuffer> | null> {
    const taken = new Uint8Array(length);
    for (let at = 0; at < length;) {
      if (this.#rest.length === 0) {
        const { done, value } = await this.#reader.read();
        if (done) return null;
        this.#rest = value;
      }
      const part = this.#rest.subarray(0, length - at);
      taken.set(part, at);
      at += part.length;
      this.#rest = this.#rest.subarray(part.length);
      await breathe();
    }
    return taken;
  }
}

// Messages of the KV Connect data path (https://github.com/denoland/denokv, proto/kv-connect.md), and the parts of
// protobuf's wire format they need: varints and length-delimited fields.

export class Writer {
  #out: number[] = [];
  #chunks: Uint8Array[] = [];
  #flush() {
    if (this.#out.length > 0) this.#chunks.push(Uint8Array.from(this.#out));
    this.#out = [];
  }
  #raw(n: number) {
    while (n > 127) {
      this.#out.push((n % 128) | 128);
      n = Math.floor(n / 128);
    }
    this.#out.push(n);
  }
  varint(field: number, n: number): this {
    this.#raw(field * 8);
    this.#raw(n);
    return this;
  }
  bytes(field: number, value: Uint8Array): this {
    this.#raw(field * 8 + 2);
    this.#raw(value.length);
    this.#flush();
    this.#chunks.push(value);
    return this;
  }
  finish(): Uint8Array<ArrayBuffer> {
    this.#flush();
    const out = new Uint8Array(this.#chunks.reduce((n, c) => n + c.length, 0));
    let at = 0;
    for (const chunk of this.#chunks) {
      out.set(chunk, at);
      at += chunk.length;
    }
    return out;
  }
}

type Field = number | Uint8Array;

/** Every field of a message in order; throws on malformed input. */
function* fields(data: Uint8Array): Generator<[number, Field]> {
  let at = 0;
  const varint = () => {
    let n = 0, factor = 1;
    for (;;) {
      if (at >= data.length) throw new Error("cut short");
      const byte = data[at++];
      n += (byte & 127) * factor;
      if (byte < 128) return n;
      factor *= 128;
    }
  };
  while (at < data.length) {
    const tag = varint();
    const type = tag & 7;
    if (type === 0) yield [tag >> 3, varint()];
    else if (type === 2) {
      const length = varint();
      if (at + length > data.length) throw new Error("cut short");
      yield [tag >> 3, data.subarray(at, at += length)];
    } else throw new Error(`wire type ${type}`);
  }
}

type Range = {
  start: Uint8Array;
  end: Uint8Array;
  limit: number;
  reverse: boolean;
};
export type Check = { key: Uint8Array; versionstamp: Uint8Array };
export type Mutation = {
  key: Uint8Array;
  data: Uint8Array;
  encoding: number;
  type: number;
};

const NONE = new Uint8Array();

export function decodeRead(data: Uint8Array): Range[] {
  const ranges: Range[] = [];
  for (const [n, value] of fields(data)) {
    if (n !== 1) continue;
    const range: Range = { start: NONE, end: NONE, limit: 0, reverse: false };
    for (const [m, v] of fields(value as Uint8Array)) {
      if (m === 1) range.start = v as Uint8Array;
      else if (m === 2) range.end = v as Uint8Array;
      else if (m === 3) range.limit = v as number;
      else if (m === 4) range.reverse = v === 1;
    }
    ranges.push(range);
  }
  return ranges;
}

export function decodeWrite(data: Uint8Array) {
  const checks: Check[] = [];
  const mutations: Mutation[] = [];
  let enqueues = 0;
  for (const [n, value] of fields(data)) {
    if (n === 1) {
      const check: Check = { key: NONE, versionstamp: NONE };
      for (const [m, v] of fields(value as Uint8Array)) {
        if (m === 1) check.key = v as Uint8Array;
        else if (m === 2) check.versionstamp = v as Uint8Array;
      }
      checks.push(check);
    } else if (n === 2) {
      const mutation: Mutation = {
        key: NONE,
        data: NONE,
        encoding: 0,
        type: 0,
      };
      for (const [m, v] of fields(value as Uint8Array)) {
        if (m === 1) mutation.key = v as Uint8Array;
        else if (m === 3) mutation.type = v as number;
        else if (m === 2) {
          for (const [k, part] of fields(v as Uint8Array)) {
            if (k === 1) mutation.data = part as Uint8Array;
            else if (k === 2) mutation.encoding = part as number;
          }
        }
      }
      mutations.push(mutation);
    } else if (n === 3) enqueues++;
  }
  return { checks, mutations, enqueues };
}

export type Row = {
  k: Uint8Array;
  v: Uint8Array;
  enc: number;
  ver: Uint8Array;
};

const encodeEntry = ({ k, v, enc, ver }: Row) =>
  new Writer().bytes(1, k).bytes(2, v).varint(3, enc).bytes(4, ver).finish();

export function encodeRead(ranges: Row[][]) {
  const out = new Writer();
  for (const rows of ranges) {
    const range = new Writer();
    for (const row of rows) range.bytes(1, encodeEntry(row));
    out.bytes(1, range.finish());
  }
  return out.varint(4, 1).varint(8, 1).finish();
}

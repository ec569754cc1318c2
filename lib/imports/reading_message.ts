import type { Message } from "../isolated/message.ts";
import { decoded } from "../long_texts.ts";
import type { LeftOut, Reading, ReadItem, Refusal } from "./kinds.ts";

/** A reading without its bodies, which stand one after the other in the message's bytes. */
type Head = {
  items: { kind: ReadItem["kind"]; title: string | null; bytes: number }[];
  left_out: LeftOut[];
};

/** A reading as it leaves its process. Bodies go as bytes: they are taken in at once, however long they are. */
export function messageOf(read: Reading | Refusal): Message {
  if ("refusal" in read) return { data: read, bytes: new Uint8Array() };
  const encoder = new TextEncoder();
  const bodies = read.items.map(({ body }) => encoder.encode(body));
  const bytes = new Uint8Array(
    bodies.reduce((sum, { length }) => sum + length, 0),
  );
  let at = 0;
  for (const body of bodies) {
    bytes.set(body, at);
    at += body.length;
  }
  const head: Head = {
    items: read.items.map(({ kind, title }, i) => ({
      ...{ kind, title, bytes: bodies[i].length },
    })),
    left_out: read.left_out,
  };
  return { data: head, bytes };
}

/** What `messageOf` was handed. */
export async function readingOf(
  { data, bytes }: Message,
): Promise<Reading | Refusal> {
  const head = data as Head | Refusal;
  if ("refusal" in head) return head;
  const items: ReadItem[] = [];
  let at = 0;
  for (const { bytes: length, ...item } of head.items) {
    const body = await decoded(bytes.subarray(at, at + length));
    items.push({ ...item, body } as ReadItem);
    at += length;
  }
  return { items, left_out: head.left_out };
}

import type { Message } from "../isolated/message.ts";
import { linesOf } from "../long_texts.ts";
import type { Reading, ReadItem, Refusal } from "./kinds.ts";

/**
 * Encodes a reading for its process's output: one item per line, which the receiver parses one by one, however many
 * there are.
 */
export function messageOf(read: Reading | Refusal): Message {
  if ("refusal" in read) return refusalMessage(read);
  const { items, ...head } = read;
  return { data: head, bytes: inLines(items) };
}

export function refusalMessage(refusal: Refusal): Message {
  return { data: refusal, bytes: new Uint8Array() };
}

/** Values as JSON, one per line. */
export function inLines(values: readonly unknown[]): Uint8Array<ArrayBuffer> {
  const lines = values.map((value) => `${JSON.stringify(value)}\n`);
  return new TextEncoder().encode(lines.join(""));
}

/** Decodes the output of `messageOf`. */
export async function readingOf(
  { data, bytes }: Message,
): Promise<Reading | Refusal> {
  const head = data as Omit<Reading, "items"> | Refusal;
  if ("refusal" in head) return head;
  const items: ReadItem[] = [];
  for await (const line of linesOf(bytes)) items.push(JSON.parse(line));
  return { ...head, items };
}

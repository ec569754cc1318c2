import { encodeTime, monotonicFactory, type ULIDFactory } from "ulid";

const SEQUENCE = Symbol.for("twincast.ids");
const shared = globalThis as { [SEQUENCE]?: ULIDFactory };
/** One per process: this module is loaded twice, as the built routes include their own copy. */
const nextUlid = shared[SEQUENCE] ??= monotonicFactory();
/** The timestamp part of a ULID, in characters. */
const ULID_TIME = 10;

/** The prefixes of ids; an id is a prefix, an underscore and a ULID. */
export type IdPrefix =
  | "tnt"
  | "usr"
  | "twn"
  | "cnt"
  | "key"
  | "inv"
  | "ses"
  | "msg"
  | "led"
  | "aud"
  | "job"
  | "ltr"
  | "int"
  | "src"
  | "whk"
  | "dlv"
  | "chn"
  | "req";

/** Creates an id that sorts after any this process created before. */
export function newId<P extends IdPrefix>(
  prefix: P,
  now_ms?: number,
): `${P}_${string}` {
  return `${prefix}_${nextUlid(now_ms)}`;
}

/** Where ids created at `at_ms` or later begin in sorted order. */
export function idAt(prefix: IdPrefix, at_ms: number): string {
  return `${prefix}_${encodeTime(at_ms, ULID_TIME)}`;
}

/** Identifies one state of a record: a ULID that sorts after any before it. */
export function newRevision(now_ms?: number): string {
  return nextUlid(now_ms);
}

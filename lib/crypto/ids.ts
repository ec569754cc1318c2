import { encodeTime, monotonicFactory, type ULIDFactory } from "ulid";

const SEQUENCE = Symbol.for("twincast.ids");
const shared = globalThis as { [SEQUENCE]?: ULIDFactory };
/** One for the process: this module is loaded twice, for the built routes hold their own copy. */
const nextUlid = shared[SEQUENCE] ??= monotonicFactory();
/** The part of a ULID that says when it was made. */
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

/** A new id, later in order than any this process made before. */
export function newId<P extends IdPrefix>(
  prefix: P,
  now_ms?: number,
): `${P}_${string}` {
  return `${prefix}_${nextUlid(now_ms)}`;
}

/** Where the ids made at `at_ms` or later begin in a list in order of ids. */
export function idAt(prefix: IdPrefix, at_ms: number): string {
  return `${prefix}_${encodeTime(at_ms, ULID_TIME)}`;
}

/** Names one state of a record: a ULID, later in order than any before it. */
export function newRevision(now_ms?: number): string {
  return nextUlid(now_ms);
}

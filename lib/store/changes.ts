import type { Key } from "./keys.ts";

/** What an attempt may do to a commit; the store's own atomic operation is one too. */
export type Changes = {
  check(...checks: Deno.AtomicCheck[]): Changes;
  set(key: Key, value: unknown): Changes;
  delete(key: Key): Changes;
  sum(key: Key, n: bigint): Changes;
};

type Step = (op: Deno.AtomicOperation) => void;

/** The changes of one attempt, held until it is certain that all of them are committed. */
export class HeldChanges implements Changes {
  readonly steps: Step[] = [];
  readonly keys: string[] = [];
  readonly sums: [Key, bigint][] = [];
  checks = 0;
  /** An upper bound on the size of its values, in bytes. */
  bytes = 0;

  check(...checks: Deno.AtomicCheck[]): this {
    this.checks += checks.length;
    return this.#add((op) => op.check(...checks));
  }
  set(key: Key, value: unknown): this {
    this.keys.push(JSON.stringify(key));
    this.bytes += bytesOf(value);
    return this.#add((op) => op.set(key, value));
  }
  delete(key: Key): this {
    this.keys.push(JSON.stringify(key));
    return this.#add((op) => op.delete(key));
  }
  sum(key: Key, n: bigint): this {
    this.sums.push([key, n]);
    return this;
  }
  #add(step: Step): this {
    this.steps.push(step);
    return this;
  }
}

/** An upper bound on a value's size in the store: two bytes per character, and a few for each part. */
function bytesOf(value: unknown): number {
  if (typeof value === "string") return 2 * value.length + 8;
  if (typeof value !== "object" || value === null) return 16;
  let bytes = 16;
  for (const [name, part] of Object.entries(value)) {
    bytes += 2 * name.length + bytesOf(part);
  }
  return bytes;
}

/**
 * Limits of one commit: the store allows 100 checks, one of them for its mark, 1,000 mutations and 800 KiB, including
 * keys.
 */
export const MAX_CHECKS = 99;
const MAX_MUTATIONS = 900;
const MAX_BYTES = 600 * 1024;

/** One commit joining the changes of many attempts. */
export class JointCommit {
  #taken = new Set<string>();
  #sums = new Map<string, [Key, bigint]>();
  #checks = 0;
  #mutations = 0;
  #bytes = 0;

  constructor(private op: Deno.AtomicOperation) {}

  get isEmpty(): boolean {
    return this.#mutations === 0;
  }

  /** Whether these changes and `checks` more checks fit. Two attempts never write the same key in one commit. */
  hasRoomFor(held: HeldChanges, checks: number): boolean {
    if (this.isEmpty) return true;
    return this.#checks + held.checks + checks <= MAX_CHECKS &&
      this.#mutations + held.steps.length + held.sums.length + 2 * checks <=
        MAX_MUTATIONS &&
      this.#bytes + held.bytes <= MAX_BYTES &&
      !held.keys.some((key) => this.#taken.has(key));
  }

  /** Adds changes; many additions to one counter become one. */
  add(held: HeldChanges): void {
    for (const key of held.keys) this.#taken.add(key);
    for (const step of held.steps) step(this.op);
    for (const [key, n] of held.sums) {
      const id = JSON.stringify(key);
      this.#sums.set(id, [key, n + (this.#sums.get(id)?.[1] ?? 0n)]);
    }
    this.#checks += held.checks;
    this.#mutations += held.steps.length + held.sums.length;
    this.#bytes += held.bytes;
  }

  /** Reserves checks for counters. */
  countChecks(checks: number): void {
    this.#checks += checks;
    this.#mutations += 2 * checks;
  }

  /** The complete atomic operation. */
  finish(): Deno.AtomicOperation {
    for (const [key, n] of this.#sums.values()) this.op.sum(key, n);
    return this.op;
  }
}

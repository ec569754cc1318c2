import { HOUR } from "../../lib/clock.ts";
import { type Key, keys } from "../../lib/store/keys.ts";

export type Entry<T = unknown> = { key: Key; value: T };

/** All of a store's content, read once, so that hundreds of thousands of look-ups cost it nothing. */
export class StoreView {
  #entries = new Map<string, Entry>();
  /** By the first part of the key, and by the first two. */
  #under = new Map<string, Entry[]>();
  #noted = new Set<string>();

  constructor(entries: Iterable<Entry>, readonly now_ms: number) {
    for (const entry of entries) this.#add(entry);
  }

  static async read(kv: Deno.Kv, now_ms: number): Promise<StoreView> {
    return new StoreView(
      await Array.fromAsync(kv.list({ prefix: [] })),
      now_ms,
    );
  }

  #add(entry: Entry): void {
    const { key } = entry;
    this.#entries.set(textOf(key), entry);
    for (const prefix of [key.slice(0, 1), key.slice(0, 2)]) {
      const place = textOf(prefix);
      const there = this.#under.get(place);
      if (there) there.push(entry);
      else this.#under.set(place, [entry]);
    }
    if (key[0] === "expiries") this.#noted.add(textOf(key.slice(2)));
  }

  get size(): number {
    return this.#entries.size;
  }

  all(): Iterable<Entry> {
    return this.#entries.values();
  }

  has(key: Key): boolean {
    return this.#entries.has(textOf(key));
  }

  get<T>(key: Key): T | undefined {
    return this.#entries.get(textOf(key))?.value as T | undefined;
  }

  /** The entries under a prefix, in the store's order. */
  under<T>(prefix: Key): Entry<T>[] {
    const near = this.#under.get(textOf(prefix.slice(0, 2))) ?? [];
    const found = prefix.length <= 2
      ? near
      : near.filter(({ key }) => prefix.every((part, i) => key[i] === part));
    return found as Entry<T>[];
  }

  /** The values under a prefix. */
  values<T>(prefix: Key): T[] {
    return this.under<T>(prefix).map(({ value }) => value);
  }

  /** Whether an entry of this kind will lead the sweep to a key. */
  isNoted(kind: string, key: Key): boolean {
    return this.#noted.has(textOf([kind, ...key]));
  }

  /** Sweep entries that should be gone by now. */
  overdue(): Entry[] {
    const this_hour = Math.floor(this.now_ms / HOUR);
    return this.under(keys.expiries())
      .filter(({ key }) => Number(key[1]) < this_hour);
  }
}

export function textOf(key: Key): string {
  return JSON.stringify(key);
}

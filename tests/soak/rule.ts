import type { Key } from "../../lib/store/keys.ts";
import { type Entry, type StoreView, textOf } from "./store_view.ts";

/** An invariant of every store at rest; returns its violations. */
export type Rule = {
  name: string;
  broken(store: StoreView): string[];
};

/** A rule for each entry with this key prefix. */
export function each<T>(
  name: string,
  first: string,
  isKept: (entry: Entry<T>, store: StoreView) => boolean,
): Rule {
  return {
    name,
    broken: (store) =>
      store.under<T>([first]).filter((entry) => !isKept(entry, store))
        .map(({ key }) => textOf(key)),
  };
}

/** Whatever expires has a sweep entry. */
export function hasSweepEntry(kind: string, first: string, length = 0): Rule {
  return each(
    `what lies under ${first} is noted for the sweep`,
    first,
    ({ key }, store) =>
      store.isNoted(kind, length ? key.slice(0, length) : key),
  );
}

/** A key's part at an index, as text. */
export function part(key: Key, at: number): string {
  return String(key.at(at));
}

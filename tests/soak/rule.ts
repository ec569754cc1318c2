import type { Key } from "../../lib/store/keys.ts";
import { type Entry, type StoreView, textOf } from "./store_view.ts";

/** Something that is so of every store at rest; answers where it is not. */
export type Rule = {
  name: string;
  broken(store: StoreView): string[];
};

/** A rule that each entry whose key begins so keeps. */
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

/** What expires has a note by which the sweep comes to it. */
export function isNotedBy(kind: string, first: string, length = 0): Rule {
  return each(
    `what lies under ${first} is noted for the sweep`,
    first,
    ({ key }, store) =>
      store.isNoted(kind, length ? key.slice(0, length) : key),
  );
}

/** The part of a key at a place, as text. */
export function part(key: Key, at: number): string {
  return String(key.at(at));
}

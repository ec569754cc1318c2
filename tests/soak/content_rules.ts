// Rules for content: items, their texts and passages, and where they are indexed.
import {
  passagesKey,
  revisionExpiry,
  vectorsKey,
} from "../../lib/content/texts.ts";
import type { ContentItem, PublicContent } from "../../lib/schemas/content.ts";
import { type Key, keys } from "../../lib/store/keys.ts";
import { each, part, type Rule } from "./rule.ts";
import { type StoreView, textOf } from "./store_view.ts";

/** An item, or what is kept of a deleted one. */
function itemOf(store: StoreView, twin_id: string, id: string) {
  return store.get<ContentItem>(keys.content(twin_id, id)) ??
    store.get<ContentItem>(keys.deletedContent(twin_id, id));
}

/** The places where visitors find an item. */
function placesOf({ twin_id, id, ...item }: ContentItem): Key[] {
  if (item.visibility === "private" || item.is_draft) return [];
  if (!item.channels) return [keys.publicContent(twin_id, id)];
  return item.channels.map((name) => keys.limitedContent(twin_id, name, id));
}

/** A visitor's index entry: its item exists, is visible there, and has this revision. */
function isOpenHere(
  first: string,
): Rule {
  return each<PublicContent>(
    `an item under ${first} is one that is open there, as it is now`,
    first,
    ({ key, value }, store) => {
      const item = store.get<ContentItem>(
        keys.content(part(key, 1), part(key, -1)),
      );
      return item?.revision === value.revision &&
        placesOf(item).map(textOf).includes(textOf(key));
    },
  );
}

/** Passages or vectors: their item has this revision and place, unless the sweep removes them. */
function isHeldHere(
  first: string,
  placeOf: (item: ContentItem) => Key,
): Rule {
  return each(
    `what lies under ${first} belongs to an item that is kept there`,
    first,
    ({ key }, store) => {
      const [, twin_id, id, revision] = key.map(String);
      const item = itemOf(store, twin_id, id);
      const note = revisionExpiry({ twin_id, id, revision }, 0);
      return item !== undefined &&
          textOf(placeOf(item)) === textOf(key.slice(0, 4)) ||
        store.isNoted("revision", note.slice(3));
    },
  );
}

function bodyLength(store: StoreView, id: string, revision: string): number {
  return store.values<string>(keys.contentBody(id, revision))
    .reduce((sum, { length }) => sum + length, 0);
}

const ITEMS: Rule[] = [
  each(
    "a text's digest leads to the item that holds it",
    "content_by_digest",
    ({ key }, store) =>
      store.get<ContentItem>(keys.content(part(key, 1), part(key, 3)))
        ?.digest === key[2],
  ),
  each<ContentItem>(
    "an item is found by its text's digest",
    "content",
    ({ value: { id, twin_id, digest } }, store) =>
      store.has([...keys.contentByDigest(twin_id, digest), id]),
  ),
  each<ContentItem>(
    "an item that is open to visitors is found in each of its places",
    "content",
    ({ value }, store) => placesOf(value).every((key) => store.has(key)),
  ),
  isOpenHere("public_content"),
  isOpenHere("limited_content"),
  each<ContentItem>(
    "an item's text is whole, its draft's too",
    "content",
    ({ value: { id, revision, characters, draft } }, store) =>
      bodyLength(store, id, revision) === characters &&
      (!draft || bodyLength(store, id, draft.revision) === draft.characters),
  ),
  each<ContentItem>(
    "an item has as many passages as it says",
    "content",
    ({ value }, store) =>
      store.values<string[]>(passagesKey(value)).flat().length ===
        value.passages,
  ),
  each<ContentItem>(
    "a twin with content has a version of it",
    "content",
    ({ value }, store) => store.has(keys.contentVersion(value.twin_id)),
  ),
  each<{ revision: string; characters: number }>(
    "an earlier version is an item's, and its text is whole",
    "content_history",
    ({ key, value: { revision, characters } }, store) => {
      const [, twin_id, id] = key.map(String);
      return itemOf(store, twin_id, id) !== undefined &&
        bodyLength(store, id, revision) === characters;
    },
  ),
  each<ContentItem>(
    "a deleted item's text is kept with it",
    "deleted_content",
    ({ value: { id, revision, characters } }, store) =>
      bodyLength(store, id, revision) === characters,
  ),
  isHeldHere("public_passages", passagesKey),
  isHeldHere("limited_passages", passagesKey),
  isHeldHere("private_passages", passagesKey),
  isHeldHere("public_vectors", vectorsKey),
  isHeldHere("limited_vectors", vectorsKey),
  isHeldHere("private_vectors", vectorsKey),
  {
    name: "a text is an item's, its draft's or an earlier version's",
    broken(store) {
      const named = new Set<string>();
      const name = (id: string, revision: string) =>
        named.add(`${id} ${revision}`);
      for (const first of ["content", "deleted_content"]) {
        for (const item of store.values<ContentItem>([first])) {
          name(item.id, item.revision);
          if (item.draft) name(item.id, item.draft.revision);
        }
      }
      for (
        const { key, value } of store.under<{ revision: string }>([
          "content_history",
        ])
      ) name(part(key, 2), value.revision);
      for (const { key } of store.under(keys.expiries())) {
        if (key[2] === "revision") name(part(key, 5), part(key, 6));
      }
      return store.under(["content_bodies"])
        .map(({ key }) => `${part(key, 1)} ${part(key, 2)}`)
        .filter((text) => !named.has(text));
    },
  },
];

const SOURCES: Rule[] = [
  {
    name: "a page that was read is one of a source that is there",
    broken(store) {
      const ids = new Set(store.under(["sources"]).map(({ key }) => key[2]));
      return store.under(["source_pages"])
        .filter(({ key }) => !ids.has(key[1])).map(({ key }) => textOf(key));
    },
  },
  {
    name: "what waits to be looked through belongs to an import that is there",
    broken(store) {
      const ids = new Set(store.under(["intakes"]).map(({ key }) => key[2]));
      return ["intake_sources", "intake_files", "intake_items", "intake_texts"]
        .flatMap((first) => store.under([first]))
        .filter(({ key }) => !ids.has(key[1])).map(({ key }) => textOf(key));
    },
  },
];

export const CONTENT_RULES: Rule[] = [...ITEMS, ...SOURCES];

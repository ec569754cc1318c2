import { entryOf } from "./places.ts";
import { contentChangedSince, lastContentChange } from "./changes.ts";
import { readPassages } from "./texts.ts";
import type { ContentItem, PublicContent } from "../schemas/content.ts";
import { afterPrefix, type Key, keys } from "../store/keys.ts";

/**
 * Who reads the content: the owner, or visitors of a channel (`link`, `preview`, or the id by which content knows an
 * API key).
 */
export type Viewer = { owner: true } | { channel: string };

/** What a reader may open: the list of items, and the passages of one revision. */
export type ContentReader = {
  /** Readers with the same name see the same content of a twin. */
  name: string;
  items(): Promise<Map<string, PublicContent>>;
  passages(content_id: string, revision: string): Promise<string[]>;
  /** The passages of many adjacent items, by id, in few calls to a store that may be far away. */
  passagesOf(items: Map<string, string>): Promise<Map<string, string[]>>;
  /** Tracks changes, so that not every item has to be read again. */
  changes?: {
    /** The point up to which changes are visible; null before the first. */
    last(): Promise<string | null>;
    /** The items that changed after it; null if that is no longer known. */
    since(moment: string): Promise<Set<string> | null>;
    /** An item visible to this viewer; null otherwise. */
    item(content_id: string): Promise<PublicContent | null>;
  };
  /** For a channel: the reader of content open to all, and whether this channel has more. */
  open?: { shared: ContentReader; hasMore(): Promise<boolean> };
};

/** Items requested at once: a store may be far away. */
const LISTED_TOGETHER = 500;
/** Passage entries, each up to 60 kB. */
const PASSAGES_TOGETHER = 100;

/** Reads the places that this viewer may open, and cannot open others. */
export function readerFor(
  kv: Deno.Kv,
  twin_id: string,
  viewer: Viewer,
): ContentReader {
  return "owner" in viewer
    ? ownerReader(kv, twin_id)
    : channelReader(kv, twin_id, viewer.channel);
}

/** Reads the content open to every visitor. */
export function publicReader(kv: Deno.Kv, twin_id: string): ContentReader {
  return {
    name: "public",
    items: () => listItems(kv, keys.publicContents(twin_id)),
    changes: changesOf(kv, twin_id, async (content_id) => {
      const key = keys.publicContent(twin_id, content_id);
      return (await kv.get<PublicContent>(key)).value;
    }),
    passages: (content_id, revision) =>
      readPassages(kv, keys.publicPassages(twin_id, content_id, revision)),
    passagesOf: (items) => readMany(kv, [publicPassagesOf(twin_id)], items),
  };
}

const publicPassagesOf = (twin_id: string) =>
  keys.publicPassages(twin_id, "", "").slice(0, 2);
const limitedPassagesOf = (twin_id: string) =>
  keys.limitedPassages(twin_id, "", "").slice(0, 2);
const privatePassagesOf = (twin_id: string) =>
  keys.privatePassages(twin_id, "", "").slice(0, 2);

/** Reads the content open to every visitor, and the content of this channel. */
function channelReader(
  kv: Deno.Kv,
  twin_id: string,
  channel: string,
): ContentReader {
  const shared = publicReader(kv, twin_id);
  const own = keys.limitedContents(twin_id, channel);
  return {
    name: `channel ${channel}`,
    async items() {
      return new Map([...await shared.items(), ...await listItems(kv, own)]);
    },
    changes: changesOf(kv, twin_id, async (content_id) => {
      const [open, limited] = await kv.getMany<[PublicContent, PublicContent]>([
        keys.publicContent(twin_id, content_id),
        keys.limitedContent(twin_id, channel, content_id),
      ]);
      return open.value ?? limited.value;
    }),
    passages: (content_id, revision) =>
      readAll(kv, [
        keys.publicPassages(twin_id, content_id, revision),
        keys.limitedPassages(twin_id, content_id, revision),
      ]),
    passagesOf: (items) =>
      readMany(
        kv,
        [publicPassagesOf(twin_id), limitedPassagesOf(twin_id)],
        items,
      ),
    open: {
      shared,
      async hasMore() {
        const first = kv.list({ prefix: own }, { limit: 1 });
        return !(await first.next()).done;
      },
    },
  };
}

/** Reads public and private content alike, for the signed-in preview of those allowed to read it anyway. */
export function ownerReader(kv: Deno.Kv, twin_id: string): ContentReader {
  return {
    name: "owner",
    async items() {
      const items = new Map<string, PublicContent>();
      const prefix = keys.contents(twin_id);
      const options = { batchSize: LISTED_TOGETHER };
      for await (const { value } of kv.list<ContentItem>({ prefix }, options)) {
        if (!value.is_draft) items.set(value.id, entryOf(value));
      }
      return items;
    },
    changes: changesOf(kv, twin_id, async (content_id) => {
      const key = keys.content(twin_id, content_id);
      const { value } = await kv.get<ContentItem>(key);
      return value && !value.is_draft ? entryOf(value) : null;
    }),
    passages: (content_id, revision) =>
      readAll(kv, [
        keys.publicPassages(twin_id, content_id, revision),
        keys.limitedPassages(twin_id, content_id, revision),
        keys.privatePassages(twin_id, content_id, revision),
      ]),
    passagesOf: (items) =>
      readMany(
        kv,
        [
          publicPassagesOf(twin_id),
          limitedPassagesOf(twin_id),
          privatePassagesOf(twin_id),
        ],
        items,
      ),
  };
}

function changesOf(
  kv: Deno.Kv,
  twin_id: string,
  item: (content_id: string) => Promise<PublicContent | null>,
): ContentReader["changes"] {
  return {
    last: () => lastContentChange(kv, twin_id),
    since: (moment) => contentChangedSince(kv, twin_id, moment),
    item,
  };
}

async function listItems(
  kv: Deno.Kv,
  prefix: Key,
): Promise<Map<string, PublicContent>> {
  const items = new Map<string, PublicContent>();
  const options = { batchSize: LISTED_TOGETHER };
  const entries = kv.list<PublicContent>({ prefix }, options);
  for await (const { key, value } of entries) {
    items.set(String(key.at(-1)), value);
  }
  return items;
}

/** A revision's passages, in whichever of these places they are. */
async function readAll(kv: Deno.Kv, prefixes: Key[]): Promise<string[]> {
  const found = await Promise.all(
    prefixes.map((prefix) => readPassages(kv, prefix)),
  );
  return found.flat();
}

/**
 * The passages of these revisions by item id, in whichever of these places they are: one range per place, from the
 * first item to the last. Other entries in the range are skipped.
 */
async function readMany(
  kv: Deno.Kv,
  places: Key[],
  items: Map<string, string>,
): Promise<Map<string, string[]>> {
  const ids = [...items.keys()].sort();
  const found = new Map<string, string[]>();
  await Promise.all(places.map(async (place) => {
    const range = {
      start: [...place, ids[0]],
      end: afterPrefix([...place, ids[ids.length - 1]]),
    };
    const options = { batchSize: PASSAGES_TOGETHER };
    for await (const { key, value } of kv.list<string[]>(range, options)) {
      const id = String(key[2]);
      if (items.get(id) !== key[3]) continue;
      const passages = found.get(id);
      if (passages) passages.push(...value);
      else found.set(id, [...value]);
    }
  }));
  return found;
}

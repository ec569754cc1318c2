import { passagesKey, readPassages } from "../content_text.ts";
import type {
  ContentItem,
  PublicContent,
  Visibility,
} from "../schemas/content.ts";
import { keys } from "../store/keys.ts";

/** What a reader may open: which items there are, and the passages of one revision. */
export type ContentReader = {
  /** Readers of the same name see the same content of a twin. */
  name: "public" | "owner";
  items(): Promise<Map<string, PublicContent>>;
  passages(content_id: string, revision: string): Promise<string[]>;
};

/** Reads the public place of a twin and can open no other: this is what answers visitors. */
export function publicReader(kv: Deno.Kv, twin_id: string): ContentReader {
  return {
    name: "public",
    async items() {
      const items = new Map<string, PublicContent>();
      const prefix = keys.publicContents(twin_id);
      for await (const entry of kv.list<PublicContent>({ prefix })) {
        items.set(String(entry.key[2]), entry.value);
      }
      return items;
    },
    passages: (content_id, revision) =>
      readPassages(kv, keys.publicPassages(twin_id, content_id, revision)),
  };
}

/** What an answer may draw from, by whose eyes it is for: only the owner's own preview opens private text. */
export function readerFor(
  kv: Deno.Kv,
  twin_id: string,
  as: "owner" | "public",
): ContentReader {
  return as === "owner" ? ownerReader(kv, twin_id) : publicReader(kv, twin_id);
}

/** Reads public and private content alike, for the signed-in preview of those who may read it anyway. */
export function ownerReader(kv: Deno.Kv, twin_id: string): ContentReader {
  const places: Visibility[] = ["public", "private"];
  return {
    name: "owner",
    async items() {
      const items = new Map<string, PublicContent>();
      const prefix = keys.contents(twin_id);
      for await (const { value } of kv.list<ContentItem>({ prefix })) {
        const { id, revision, title, source_url, kind } = value;
        items.set(id, { revision, title, source_url, kind });
      }
      return items;
    },
    async passages(content_id, revision) {
      const found = await Promise.all(
        places.map((place) =>
          readPassages(kv, passagesKey(place, twin_id, content_id, revision))
        ),
      );
      return found.flat();
    },
  };
}

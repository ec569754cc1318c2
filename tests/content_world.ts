import type { Owner } from "../lib/actor.ts";
import { loadVersions } from "../lib/content/history.ts";
import { ownerReader, publicReader } from "../lib/content/reader.ts";
import { createContent } from "../lib/content/content.ts";
import type { Visibility } from "../lib/schemas/content.ts";
import {
  countEntries,
  type Domain,
  found,
  openDomain,
  staying,
} from "./stores.ts";

export async function openWithOwner() {
  const domain = await openDomain();
  const owner = staying(await found(domain));
  return { ...domain, owner, twin_id: owner.twin_id };
}

type World = Domain & { owner: Owner; twin_id: string };

export async function add(
  { app, owner, twin_id }: World,
  body: string,
  visibility: Visibility = "private",
) {
  const input = { title: "Item", body, visibility };
  return await createContent(app, owner, twin_id, input);
}

/** All that a visitor's reader can open. */
export async function publicText({ kv, twin_id }: World): Promise<string> {
  const reader = publicReader(kv, twin_id);
  const texts: string[] = [];
  for (const [id, { revision }] of await reader.items()) {
    texts.push(...await reader.passages(id, revision));
  }
  return texts.join("\n");
}

/** Text entries in the store, of any place and revision. */
export async function countTexts(kv: Deno.Kv): Promise<number> {
  const places = ["content_bodies", "public_passages", "private_passages"];
  const counts = places.map((place) => countEntries(kv, [place]));
  return (await Promise.all(counts)).reduce((a, b) => a + b, 0);
}

/** Text of this many characters; each line states its position. */
export function longText(characters: number, mark: string): string {
  const lines: string[] = [];
  for (let size = 0; size < characters; size += lines.at(-1)!.length + 2) {
    lines.push(`${mark} line ${lines.length}: ${"word ".repeat(30)}.`);
  }
  return lines.join("\n\n");
}

/** The revisions of an item's text and its earlier versions. */
export async function namedRevisions(
  { kv, twin_id }: { kv: Deno.Kv; twin_id: string },
  id: string,
): Promise<Set<unknown>> {
  const item = (await ownerReader(kv, twin_id).items()).get(id);
  const versions = await loadVersions(kv, { twin_id, id });
  return new Set([item, ...versions].map((one) => one?.revision));
}

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { found, openDomain } from "./stores.ts";

/** Creates a store with a team in it, and this many other entries. */
export async function fillStore(path: string, entries: number): Promise<void> {
  {
    await using domain = await openDomain({ kv_path: path });
    await found(domain);
  }
  using kv = await Deno.openKv(path);
  for (let at = 0; at < entries; at += 500) {
    const op = kv.atomic();
    for (let i = at; i < Math.min(entries, at + 500); i++) {
      op.set(["filling", i % 7, `${i}`], { i, text: `${i} `.repeat(100) });
    }
    assert.ok((await op.commit()).ok);
  }
}

/** All of a store file's content except its own entries: a hash of each entry, by its key. */
export async function entriesOf(path: string): Promise<Map<string, string>> {
  using kv = await Deno.openKv(path);
  const found = new Map<string, string>();
  for await (const { key, value } of kv.list({ prefix: [] })) {
    if (key[0] === "commit_marks") continue;
    const text = Deno.inspect(value, {
      depth: 20,
      iterableLimit: Infinity,
      strAbbreviateSize: Infinity,
    });
    found.set(
      Deno.inspect(key),
      createHash("sha256").update(text).digest("hex"),
    );
  }
  return found;
}

/** A folder's file names, sorted. */
export async function namesIn(folder: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  return entries.map(({ name }) => name).sort();
}

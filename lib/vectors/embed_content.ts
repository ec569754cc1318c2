import type { Context } from "../context.ts";
import { breathe } from "../breathe.ts";
import {
  deleteRevision,
  passagesKey,
  readPassages,
  vectorsKey,
} from "../content/texts.ts";
import {
  type EmbeddingServer,
  embeddingServerOf,
  embedTexts,
} from "../models/embeddings.ts";
import type { Lease } from "../jobs/lease.ts";
import type { ContentItem } from "../schemas/content.ts";
import type { Twin } from "../schemas/twin.ts";
import { commit } from "../store/commit.ts";
import { keys } from "../store/keys.ts";
import { deleteAll } from "../store/list.ts";
import { getTwin } from "../twins/twins.ts";
import { chunksOf, pack, type Packed } from "./packed.ts";

/** Passages embedded per request. */
const BATCH = 64;
const BATCH_MS = 60_000;

/** A chunk of an item's vectors, as stored. */
export type StoredVectors = Packed & { model: string };

/** The model of all of a twin's vectors. Its versionstamp changes whenever they have been updated. */
export type VectorsState = { model: string };

/**
 * Embeds all of a twin's passages that have no vector of this model. Private ones only if the owner permits it; once
 * they no longer do, those vectors are removed. Throws the errors of `embedTexts`; what was embedded stays.
 */
export async function embedContent(
  app: Context,
  twin: Twin,
  lease: Lease,
): Promise<void> {
  const server = embeddingServerOf(app, twin);
  if (!server) return;
  const { kv } = app;
  let done = lease.progress?.done ?? 0;
  if (!twin.embeds_private) {
    await deleteAll(kv, keys.privateVectorsOf(twin.id));
  }
  const prefix = keys.contents(twin.id);
  for await (const { value: item } of kv.list<ContentItem>({ prefix })) {
    lease.signal.throwIfAborted();
    await breathe();
    if (item.visibility === "private" && !await mayEmbedPrivate(app, twin)) {
      continue;
    }
    const [first] = await Array.fromAsync(
      kv.list<StoredVectors>({ prefix: vectorsKey(item) }, { limit: 1 }),
    );
    if (first?.value.model === server.model) continue;
    const vectors = await vectorsOf(app, item, server, lease.signal);
    if (!vectors) continue;
    const progress = { done: ++done, total: null, note: "items", problems: [] };
    await writeVectors(kv, item, vectors, (op) => lease.guard(op, progress));
    // Changed or deleted meanwhile: its vectors are removed with its text.
    await deleteRevision(kv, item);
  }
  const state: VectorsState = { model: server.model };
  await commit(kv.atomic().set(keys.vectorsState(twin.id), state));
}

/** Whether the owner permits it now, however long ago the work began. */
async function mayEmbedPrivate(app: Context, { id }: Twin): Promise<boolean> {
  return (await getTwin(app, id))?.embeds_private ?? false;
}

/** The vectors of an item's passages; null if it has none. */
async function vectorsOf(
  app: Context,
  item: ContentItem,
  server: EmbeddingServer,
  signal: AbortSignal,
): Promise<StoredVectors | null> {
  const passages = await readPassages(app.kv, passagesKey(item));
  const texts = passages.map((passage) => `${item.title}\n${passage}`);
  const vectors: number[][] = [];
  for (let at = 0; at < texts.length; at += BATCH) {
    const batch = texts.slice(at, at + BATCH);
    vectors.push(
      ...await embedTexts(server, batch, {
        ...{ timeout_ms: BATCH_MS, signal },
      }),
    );
  }
  if (vectors.length === 0) return null;
  return { ...pack(vectors), model: server.model };
}

/** Replaces an item's vectors; the first chunk is written last, with `also`, since it marks them as complete. */
async function writeVectors(
  kv: Deno.Kv,
  item: ContentItem,
  { model, ...packed }: StoredVectors,
  also: (op: Deno.AtomicOperation) => void,
): Promise<void> {
  const prefix = vectorsKey(item);
  await deleteAll(kv, prefix);
  const chunks = [...chunksOf(packed)].map((chunk, n) => ({ chunk, n }));
  for (const { chunk, n } of chunks.toReversed()) {
    const value: StoredVectors = { ...chunk, model };
    const op = kv.atomic().set([...prefix, n], value);
    if (n === 0) also(op);
    await commit(op);
  }
}

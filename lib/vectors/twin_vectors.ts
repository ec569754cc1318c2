import type { Context } from "../context.ts";
import type { EmbeddingServer } from "../models/embeddings.ts";
import type { Twin } from "../schemas/twin.ts";
import { requestWork } from "../twins/content_work.ts";
import { commit } from "../store/commit.ts";
import { keys } from "../store/keys.ts";
import type { StoredVectors, VectorsState } from "./embed_content.ts";
import { type Packed, similarities } from "./packed.ts";

/** A passage by its position in its item, and its similarity to a question. */
type Nearness = { content_id: string; n: number; similarity: number };

type Held = {
  version: string;
  items: { content_id: string; packed: Packed }[];
  bytes: number;
};

/** The size of the vectors kept in memory over all twins; beyond it the least recently used are evicted. */
const MAX_BYTES = 64 * 2 ** 20;

/** The vectors of recently used twins, for visitors' answers and for the owner's. */
export class TwinVectors {
  #held = new Map<string, Held>();

  /** The similarity of each passage to a vector; empty if the twin has no vectors of this model. */
  async near(
    app: Context,
    twin_id: string,
    { audience, server, version, vector }: {
      audience: "visitor" | "owner";
      server: EmbeddingServer;
      /** The result of `vectorsVersion`. */
      version: string;
      vector: readonly number[];
    },
  ): Promise<Nearness[]> {
    const id = `${audience} ${twin_id}`;
    let held = this.#held.get(id);
    if (held?.version !== version) {
      const items = await load(app.kv, {
        twin_id,
        audience,
        model: server.model,
      });
      held = { version, ...items };
    }
    // Mark it as the most recently used.
    this.#held.delete(id);
    this.#held.set(id, held);
    this.#evict(id);
    const places = new Map<string, number>();
    return held.items.flatMap(({ content_id, packed }) => {
      const from = places.get(content_id) ?? 0;
      const found = similarities(packed, vector);
      places.set(content_id, from + found.length);
      return found.map((similarity, i) => ({
        ...{ content_id, n: from + i, similarity },
      }));
    });
  }

  #evict(keep: string): void {
    let bytes = 0;
    for (const held of this.#held.values()) bytes += held.bytes;
    for (const [id, held] of this.#held) {
      if (bytes <= MAX_BYTES) return;
      if (id === keep) continue;
      this.#held.delete(id);
      bytes -= held.bytes;
    }
  }
}

export type WithVectors = { vectors: TwinVectors };

/** The vectors in the places that this viewer may open, and in no other. */
async function load(
  kv: Deno.Kv,
  { twin_id, audience, model }: {
    twin_id: string;
    audience: "visitor" | "owner";
    model: string;
  },
): Promise<Omit<Held, "version">> {
  const places = [
    keys.publicVectorsOf(twin_id),
    keys.limitedVectorsOf(twin_id),
  ];
  if (audience === "owner") places.push(keys.privateVectorsOf(twin_id));
  const held: Omit<Held, "version"> = { items: [], bytes: 0 };
  for (const prefix of places) {
    for await (const { key, value } of kv.list<StoredVectors>({ prefix })) {
      if (value.model !== model) continue;
      const { dimensions, rows } = value;
      held.items.push({
        content_id: String(key[2]),
        packed: { dimensions, rows },
      });
      held.bytes += rows.length;
    }
  }
  return held;
}

/** The version of a twin's vectors; null if they are not of this model, which then requests them. */
export async function vectorsVersion(
  app: Context,
  twin: Twin,
  { model }: EmbeddingServer,
): Promise<string | null> {
  const { value, versionstamp } = await app.kv.get<VectorsState>(
    keys.vectorsState(twin.id),
  );
  if (value?.model === model) return versionstamp;
  const op = app.kv.atomic();
  requestWork(op, "embeddings", twin);
  await commit(op);
  return null;
}

import type { Context } from "../context.ts";
import { passageAt } from "../content/indexed_items.ts";
import type { Viewer } from "../content/reader.ts";
import type { Similar } from "../engine/fusion.ts";
import type { PassageIndex } from "../engine/passage_index.ts";
import { describeError } from "../log.ts";
import { embeddingServerOf, embedTexts } from "../models/embeddings.ts";
import type { Twin } from "../schemas/twin.ts";
import { standsOut } from "../vectors/packed.ts";
import { vectorsVersion, type WithVectors } from "../vectors/twin_vectors.ts";

/** How long a visitor waits for a question's embedding, in milliseconds; after that the search uses words alone. */
const PATIENCE_MS = 800;
const NEAREST = 24;

/** Finds passages close in meaning to a question, once; undefined without embeddings. Never throws. */
export type FindSimilar = () => Promise<Similar | undefined>;

/** Searches one twin by meaning for a question: at most once, and only on demand. */
export function similarBy(
  app: Context & WithVectors,
  { twin, viewer, index, message }: {
    twin: Twin;
    viewer: Viewer;
    index: PassageIndex;
    message: string;
  },
): FindSimilar {
  const twin_id = twin.id;
  let found: Promise<Similar | undefined> | undefined;
  const find = async (): Promise<Similar | undefined> => {
    const server = embeddingServerOf(app, twin);
    const version = server && await vectorsVersion(app, twin, server);
    if (!version) return;
    const [vector] = await embedTexts(server, [message], {
      timeout_ms: PATIENCE_MS,
    });
    const audience = "owner" in viewer ? "owner" as const : "visitor" as const;
    const near = (await app.vectors.near(app, twin_id, {
      audience,
      server,
      version,
      vector,
    }))
      .filter(({ content_id }) => index.has(content_id))
      .sort((a, b) => b.similarity - a.similarity);
    return {
      nearest: near.slice(0, NEAREST).flatMap(({ content_id, n }) =>
        passageAt(index, content_id, n) ?? []
      ),
      stands_out: standsOut(near.map(({ similarity }) => similarity)),
    };
  };
  return () =>
    found ??= find().catch((error) => {
      const told = { twin_id, error: describeError(error) };
      app.log("warn", "question_not_embedded", told);
      return undefined;
    });
}

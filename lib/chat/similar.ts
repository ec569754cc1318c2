import type { Context } from "../context.ts";
import type { Finder, Near } from "../content/finder.ts";
import type { Viewer } from "../content/reader.ts";
import { describeError } from "../log.ts";
import { embeddingServerOf, embedTexts } from "../models/embeddings.ts";
import type { Twin } from "../schemas/twin.ts";
import { standsOut } from "../vectors/packed.ts";
import { vectorsVersion, type WithVectors } from "../vectors/twin_vectors.ts";

/** How long a visitor waits for a question's embedding, in milliseconds; after that the search uses words alone. */
const PATIENCE_MS = 800;
const NEAREST = 24;

/** Finds passages close in meaning to a question, once; undefined without embeddings. Never throws. */
export type FindNear = () => Promise<Near | undefined>;

/** Searches one twin by meaning for a question: at most once, and only on demand. */
export function nearTo(
  app: Context & WithVectors,
  { twin, viewer, finder, message }: {
    twin: Twin;
    viewer: Viewer;
    finder: Pick<Finder, "has">;
    message: string;
  },
): FindNear {
  const twin_id = twin.id;
  let found: Promise<Near | undefined> | undefined;
  const find = async (): Promise<Near | undefined> => {
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
      .filter(({ content_id }) => finder.has(content_id))
      .sort((a, b) => b.similarity - a.similarity);
    return {
      nearest: near.slice(0, NEAREST).map(({ content_id, n }) => ({
        content_id,
        n,
      })),
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

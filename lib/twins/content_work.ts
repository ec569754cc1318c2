import { request } from "../jobs/jobs.ts";
import type { Twin } from "../schemas/twin.ts";

/** What models do in the background for a twin whose content has changed: its vectors, the questions it answers. */
type ContentWork = "embeddings" | "questions";

/** Adds to a commit that this is to be done for a twin. */
export function requestWork(
  op: Deno.AtomicOperation,
  kind: ContentWork,
  { id, tenant_id }: Pick<Twin, "id" | "tenant_id">,
): void {
  request(op, { kind, account: tenant_id, subject: id });
}

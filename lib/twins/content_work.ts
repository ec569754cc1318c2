import { request } from "../jobs/jobs.ts";
import type { Twin } from "../schemas/twin.ts";

/** Background work of models for changed content: embedding it, and generating questions. */
type ContentWork = "embeddings" | "questions";

/** Requests this work for a twin in a commit. */
export function requestWork(
  op: Deno.AtomicOperation,
  kind: ContentWork,
  { id, tenant_id }: Pick<Twin, "id" | "tenant_id">,
): void {
  request(op, { kind, account: tenant_id, subject: id });
}

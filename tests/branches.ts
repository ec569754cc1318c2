// Variants of an operation besides the plain one: another query, another format, another purpose.
import type { z } from "zod";
import { bulkInput } from "../lib/schemas/content.ts";
import type { Operation } from "../lib/http/contract/operation.ts";
import { bodyOf, type World } from "./world.ts";

export type Branch = {
  /** Distinguishes the variants; empty for the plain one. */
  name: string;
  query: string;
  init: RequestInit;
  /** It is a dry run. */
  is_dry: boolean;
};

/** Queries that make a call do something else. */
const SWITCHES = ["draft", "dry_run"];

export function branchesOf(operation: Operation, world: World): Branch[] {
  const init = bodyOf(operation, world);
  const plain = { name: "", query: "", init, is_dry: false };
  const known = Object.keys(
    (operation.query as z.ZodObject | undefined)?.shape ?? {},
  );
  const inOtherForms = [plain, ...othersOf(operation, plain, world)];
  return inOtherForms.flatMap((branch) => [
    branch,
    ...SWITCHES.filter((name) => known.includes(name)).map((name) => ({
      ...branch,
      name: `${branch.name} ?${name}`.trim(),
      query: `?${name}=true`,
      is_dry: name === "dry_run",
    })),
  ]);
}

function othersOf(
  operation: Operation,
  plain: Branch,
  { params }: World,
): Branch[] {
  if (operation.max_lines) {
    const line = JSON.stringify({ title: "Line", body: "Words." });
    const headers = { "content-type": "application/jsonl" };
    const init = { headers, body: `${line}\n`.repeat(3) };
    return [{ ...plain, name: "as lines", init }];
  }
  if (operation.id !== "changeSeveralContents") return [];
  return bulkInput.shape.action.options.map((action) => ({
    ...plain,
    name: action,
    init: {
      ...plain.init,
      body: JSON.stringify({ ids: [params.content_id], action }),
    },
  }));
}

import { notFound } from "../errors.ts";
import type { Operation } from "../http/contract/operation.ts";
import { groupedOperations } from "../http/contract/groups.ts";
import {
  type DescribedOperation,
  type DescribedParameter,
  describedPaths,
} from "../http/contract/openapi.ts";
import { whoMay } from "../http/contract/who.ts";
import type { DocsField, DocsGroup, DocsOperation } from "../views/docs.ts";
import { examplesOf } from "./docs_examples.ts";
import { fieldsOf, sampleOf, typeOf } from "./docs_fields.ts";
import { startsOf } from "./docs_starts.ts";

let made: { base_url: string; groups: Promise<DocsGroup[]> } | null = null;

/** The whole API for human readers, generated once from the OpenAPI document. */
export function loadDocs(base_url: string): Promise<DocsGroup[]> {
  if (made?.base_url !== base_url) made = { base_url, groups: make(base_url) };
  return made.groups;
}

/** A group of the API by its id. Throws `not_found`. */
export function requireGroup(groups: DocsGroup[], id: string): DocsGroup {
  const group = groups.find((one) => one.id === id);
  if (!group) throw notFound("part of the API");
  return group;
}

async function make(base_url: string): Promise<DocsGroup[]> {
  const paths = await describedPaths(base_url);
  return groupedOperations().map(({ name, about, operations }) => ({
    id: name.toLowerCase().replace(/\W+/g, "-"),
    ...{ name, about, starts: startsOf(name, base_url) },
    operations: operations.map((operation) =>
      describe(
        operation,
        paths[operation.path][operation.method.toLowerCase()],
        base_url,
      )
    ),
  }));
}

function describe(
  operation: Operation,
  { parameters, requestBody, responses }: DescribedOperation,
  base_url: string,
): DocsOperation {
  const { id, method, path, summary, status, body_type = null } = operation;
  const sent = requestBody?.content["application/json"]?.schema;
  return {
    ...{ id, method, path, summary, status, body_type },
    who: whoMay(operation),
    parameters: parameters.map(parameterField),
    body: fieldsOf(sent),
    answer: fieldsOf(
      responses[status]?.content?.["application/json"]?.schema,
    ),
    examples: examplesOf({ operation, base_url, sample: sampleOf(sent) }),
  };
}

function parameterField(
  { name, in: place, required, description = "", schema }: DescribedParameter,
): DocsField {
  const about = description || { path: "In the path" }[place] ||
    { query: "In the query" }[place] || "";
  return { name, type: typeOf(schema), is_required: required, about };
}

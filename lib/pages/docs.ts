import { notFound } from "../errors.ts";
import type { Access, Operation } from "../http/contract/operation.ts";
import { groupedOperations } from "../http/contract/groups.ts";
import {
  type DescribedOperation,
  type DescribedParameter,
  describedPaths,
} from "../http/contract/openapi.ts";
import { scopeOf } from "../http/contract/scopes.ts";
import type { DocsField, DocsGroup, DocsOperation } from "../views/docs.ts";
import { examplesOf } from "./docs_examples.ts";
import { fieldsOf, sampleOf, typeOf } from "./docs_fields.ts";

const WHO: Record<Access, string> = {
  public: "Anyone",
  platform: "The channel's platform, by its signature",
  visitor: "A visitor, with their session's id in x-session-id",
  link: "Anyone who has the share link",
  trial: "The browser that is trying a twin, by its cookie",
  operator: "Whoever runs the server, with TWINCAST_METRICS_TOKEN as bearer",
  key: "An API key, as bearer or in x-api-key",
  program: "A secret key, as bearer",
  agent: "A secret key or a share token, as bearer",
  viewer: "Every member of the team, signed in",
  editor: "Editors and owners, signed in",
  owner: "Owners, signed in",
};

let made: { base_url: string; groups: Promise<DocsGroup[]> } | null = null;

/** The whole API for people, made once of the document that programs read. */
export function loadDocs(base_url: string): Promise<DocsGroup[]> {
  if (made?.base_url !== base_url) made = { base_url, groups: make(base_url) };
  return made.groups;
}

/** A part of the API by its id. Throws `not_found`. */
export function requireGroup(groups: DocsGroup[], id: string): DocsGroup {
  const group = groups.find((one) => one.id === id);
  if (!group) throw notFound("part of the API");
  return group;
}

async function make(base_url: string): Promise<DocsGroup[]> {
  const paths = await describedPaths(base_url);
  return groupedOperations().map(({ name, about, operations }) => ({
    id: name.toLowerCase().replace(/\W+/g, "-"),
    ...{ name, about },
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

function whoMay(operation: Operation): string {
  const scope = scopeOf(operation);
  const who = WHO[operation.access];
  return scope === null ? who : `${who}, or a secret key with ${scope}`;
}

function parameterField(
  { name, in: place, required, description = "", schema }: DescribedParameter,
): DocsField {
  const about = description || { path: "In the path" }[place] ||
    { query: "In the query" }[place] || "";
  return { name, type: typeOf(schema), is_required: required, about };
}

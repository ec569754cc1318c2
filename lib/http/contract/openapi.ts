import { z } from "zod";
import { breathe } from "../../breathe.ts";
import { ERROR_CODES } from "../../errors.ts";
import { problem } from "../../schemas/problem.ts";
import { groupedOperations } from "./groups.ts";
import { IDEMPOTENCY_HEADER, isCreating, type Operation } from "./operation.ts";
import { scopeOf } from "./scopes.ts";
import { whoMay } from "./who.ts";

const SECURITY: Record<Operation["access"], object[]> = {
  public: [],
  platform: [],
  visitor: [{ visitor: [] }],
  link: [],
  key: [{ key: [] }, { key_header: [] }],
  program: [{ key: [] }],
  agent: [{ key: [] }],
  trial: [{ trial: [] }],
  operator: [{ metrics_token: [] }],
  viewer: [{ session: [] }],
  editor: [{ session: [] }],
  owner: [{ session: [] }],
};

/** The response to every refusal and failure. */
const PROBLEM = {
  description: `A problem. Its code is one of ${
    Object.keys(ERROR_CODES).join(", ")
  }`,
  content: {
    "application/problem+json": {
      schema: { $ref: "#/components/schemas/Problem" },
    },
  },
};

/** The subset of JSON Schema that the document uses. */
export type JsonSchema = {
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  example?: unknown;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  additionalProperties?: JsonSchema | boolean;
};

export type DescribedParameter = {
  name: string;
  in: string;
  required: boolean;
  description?: string;
  schema: JsonSchema;
};
type Media = Record<string, { schema: JsonSchema }>;

/** An operation as described in the document. */
export type DescribedOperation = {
  parameters: DescribedParameter[];
  requestBody?: { content: Media };
  responses: Record<string, { content?: Media }>;
};

/** The document's operations, by path and lowercase method. */
export async function describedPaths(
  base_url: string,
): Promise<Record<string, Record<string, DescribedOperation>>> {
  const bytes = await openApiDocument(base_url);
  return JSON.parse(new TextDecoder().decode(bytes)).paths;
}

type Bytes = Uint8Array<ArrayBuffer>;

let made: { base_url: string; bytes: Promise<Bytes> } | null = null;

/** The OpenAPI 3.1 document as JSON, built once: it takes some 50 ms, and anyone may request it. */
export function openApiDocument(base_url: string): Promise<Bytes> {
  if (made?.base_url !== base_url) {
    made = { base_url, bytes: makeDocument(base_url) };
  }
  return made.bytes;
}

/** Built from the schemas that validate the requests. */
async function makeDocument(base_url: string): Promise<Bytes> {
  const paths: Record<string, Record<string, unknown>> = {};
  const groups = groupedOperations();
  for (const { name, operations } of groups) {
    for (const operation of operations) {
      const path = paths[operation.path] ??= {};
      path[operation.method.toLowerCase()] = {
        tags: [name],
        ...describe(operation),
      };
      await breathe();
    }
  }
  return new TextEncoder().encode(JSON.stringify({
    openapi: "3.1.0",
    info: {
      title: "Twincast",
      version: "1.0.0",
      description:
        "Ask a digital twin, which answers from its creator's own content, and manage it.",
    },
    servers: [{ url: base_url }],
    tags: groups.map(({ name, about }) => ({ name, description: about })),
    paths,
    components: {
      schemas: { Problem: json(problem, "output") },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "twincast_session" },
        trial: { type: "apiKey", in: "cookie", name: "twincast_trial" },
        visitor: { type: "apiKey", in: "header", name: "x-session-id" },
        key: { type: "http", scheme: "bearer" },
        metrics_token: { type: "http", scheme: "bearer" },
        key_header: { type: "apiKey", in: "header", name: "x-api-key" },
      },
    },
  }));
}

function describe(operation: Operation): Record<string, unknown> {
  return {
    operationId: operation.id,
    summary: operation.summary,
    description: `${whoMay(operation)}.`,
    "x-access": operation.access,
    ...bySecretKey(operation),
    parameters: [
      ...pathParameters(operation.path),
      ...queryParameters(operation.query),
      ...headerParameters(operation.headers, true),
      ...headerParameters(operation.optional_headers, false),
      ...headerParameters(
        isCreating(operation) ? IDEMPOTENCY_HEADER : {},
        false,
      ),
    ],
    ...requestBody(operation),
    responses: {
      [operation.status]: success(operation),
      ...operation.dry_run
        ? { 200: success({ response: operation.dry_run }) }
        : {},
      "4XX": PROBLEM,
      "5XX": PROBLEM,
    },
  };
}

/** Who may call besides a member: a secret key with the named scope. */
function bySecretKey(operation: Operation) {
  const security = SECURITY[operation.access];
  const scope = scopeOf(operation);
  if (scope === null) return { security };
  return { security: [...security, { key: [] }], "x-scope": scope };
}

function pathParameters(path: string) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function queryParameters(query: z.ZodObject | undefined) {
  return Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: "query",
    required: !z.safeParse(schema, undefined).success,
    schema: json(schema as z.ZodType, "input"),
  }));
}

function headerParameters(
  headers: Record<string, string> = {},
  required: boolean,
) {
  return Object.entries(headers).map(([name, description]) => ({
    ...{ name, in: "header", required, description },
    schema: { type: "string" },
  }));
}

function requestBody({ body, body_type, max_lines }: Operation) {
  if (!body && !body_type) return {};
  const schema = body
    ? json(body, "input")
    : { type: "string", format: "binary" };
  return {
    requestBody: {
      required: true,
      content: {
        [body_type ?? "application/json"]: { schema },
        ...max_lines ? { "application/jsonl": { schema } } : {},
      },
    },
  };
}

function success(
  { response, response_types = [] }: Pick<
    Operation,
    "response" | "response_types"
  >,
) {
  if (!response) return { description: "Done" };
  return {
    description: "Done",
    content: {
      "application/json": { schema: json(response, "output") },
      ...Object.fromEntries(
        response_types.map((type) => [type, { schema: { type: "string" } }]),
      ),
    },
  };
}

function json(schema: z.ZodType, io: "input" | "output") {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override({ jsonSchema }) {
      if (!jsonSchema.secret) return;
      delete jsonSchema.secret;
      jsonSchema.writeOnly = true;
    },
  });
  return rest;
}

/**
 * Builds the npm package of `clients/ts`: `deno task client`. Writes `src/operations.ts`, the types of every call
 * from the schemas that validate it, and `dist/`, which is published.
 */
import { build, stop } from "esbuild";
import { fileURLToPath } from "node:url";
import { isolatedDeclarationSync } from "rolldown/experimental";
import type { Operation } from "../http/contract/operation.ts";
import { groupedOperations } from "../http/contract/groups.ts";
import {
  type DescribedOperation,
  describedPaths,
  type JsonSchema,
} from "../http/contract/openapi.ts";

const FOLDER = new URL("../../clients/ts/", import.meta.url);

/** The text of `src/operations.ts`. */
export async function clientOperations(): Promise<string> {
  const paths = await describedPaths("/");
  const operations = groupedOperations().flatMap(({ operations }) => operations)
    // File uploads and the agents' protocol are not calls of this client.
    .filter(({ body_type, id }) => !body_type && id !== "callMcp");
  const types = operations.map((operation) => {
    const method = operation.method.toLowerCase();
    return typeOfCall(operation, paths[operation.path][method]);
  });
  const table = operations.map(({ id, method, path }) =>
    `  ${id}: ["${method}", "${path}"],`
  );
  return `// Made by \`deno task client\` of the schemas that check the calls. Not to be edited.

/** Every call by its name: what it takes, and what it answers. */
export type Operations = {
${types.join("\n")}
};

export const OPERATIONS: {
  readonly [Id in keyof Operations]: readonly [method: string, path: string];
} = {
${table.join("\n")}
};
`;
}

function typeOfCall(
  { id, summary, status }: Operation,
  { parameters, requestBody, responses }: DescribedOperation,
): string {
  const named = (name: string, place: string) => {
    const found = parameters.filter((one) => one.in === place);
    const fields = found.map(({ name, required, schema }) =>
      `${name}${required ? "" : "?"}: ${typeOf(schema)}`
    );
    const is_required = found.some(({ required }) => required);
    return `${name}${is_required ? "" : "?"}: { ${fields.join("; ")} };`;
  };
  const sent = requestBody?.content["application/json"]?.schema;
  const answer = responses[status]?.content?.["application/json"]?.schema;
  return `  /** ${summary}. */
  ${id}: {
    ${named("params", "path")}
    ${named("query", "query")}
    body${sent ? `: ${typeOf(sent)}` : "?: undefined"};
    answer: ${answer ? typeOf(answer) : "undefined"};
  };`;
}

/** A schema as a TypeScript type. */
function typeOf(schema: JsonSchema): string {
  const { type, properties, items, additionalProperties: more } = schema;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return `(${[...new Set(choices.map(typeOf))].join(" | ")})`;
  if (schema.allOf) return `(${schema.allOf.map(typeOf).join(" & ")})`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) {
    return `(${schema.enum.map((one) => JSON.stringify(one)).join(" | ")})`;
  }
  if (properties) {
    const fields = Object.entries(properties).map(([name, field]) => {
      const is_required = schema.required?.includes(name);
      return `${JSON.stringify(name)}${is_required ? "" : "?"}: ${
        typeOf(field)
      }`;
    });
    return `{ ${fields.join("; ")} }`;
  }
  if (type === "array") return `${typeOf(items ?? {})}[]`;
  if (Array.isArray(type)) {
    return `(${type.map((one) => typeOf({ type: one })).join(" | ")})`;
  }
  if (type === "integer" || type === "number") return "number";
  if (type === "string" || type === "boolean" || type === "null") return type;
  return more && typeof more === "object"
    ? `Record<string, ${typeOf(more)}>`
    : "unknown";
}

/** Writes `dist/`. */
export async function buildPackage(): Promise<void> {
  await Deno.mkdir(new URL("dist/", FOLDER), { recursive: true });
  await build({
    entryPoints: [fileURLToPath(new URL("src/index.ts", FOLDER))],
    outfile: fileURLToPath(new URL("dist/index.js", FOLDER)),
    bundle: true,
    format: "esm",
    target: "es2022",
  });
  await stop();
  for (const name of ["index", "error", "operations"]) {
    const file = new URL(`src/${name}.ts`, FOLDER);
    const { code, errors } = isolatedDeclarationSync(
      file.pathname,
      await Deno.readTextFile(file),
      {},
    );
    if (errors.length > 0) throw new Error(errors[0].message);
    await Deno.writeTextFile(
      new URL(`dist/${name}.d.ts`, FOLDER),
      code.replace(/"(\.\/\w+)\.ts"/g, '"$1.js"'),
    );
  }
}

if (import.meta.main) {
  const file = new URL("src/operations.ts", FOLDER);
  await Deno.writeTextFile(file, await clientOperations());
  await buildPackage();
  console.log("The package is in clients/ts.");
}

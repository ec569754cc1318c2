import type { JsonSchema } from "../http/contract/openapi.ts";
import type { DocsField } from "../views/docs.ts";

/** How deep nested fields are described. */
const DEEPEST = 3;

/** The fields of an object's schema, including nested ones; for a list those of its items. */
export function fieldsOf(
  schema: JsonSchema | undefined,
  within = "",
  depth = 0,
): DocsField[] {
  if (!schema || depth >= DEEPEST) return [];
  const { properties, required = [], items } = main(schema);
  if (!properties && items) return fieldsOf(items, `${within}[]`, depth);
  return Object.entries(properties ?? {}).flatMap(([key, field]) => {
    const name = within ? `${within}.${key}` : key;
    const own: DocsField = {
      ...{ name, type: typeOf(field), about: field.description ?? "" },
      is_required: required.includes(key),
    };
    const inner = main(field);
    const is_list = inner.items?.type === "object" || inner.items?.properties;
    return [
      own,
      ...inner.properties ? fieldsOf(inner, name, depth + 1) : [],
      ...is_list ? fieldsOf(inner.items, `${name}[]`, depth + 1) : [],
    ];
  });
}

/** The schema without its null alternative. */
function main(schema: JsonSchema): JsonSchema {
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  const told = choices?.find(({ type }) => type !== "null");
  return told && !schema.properties ? main(told) : schema;
}

/** A type as text, with its bounds. */
export function typeOf(schema: JsonSchema): string {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(typeOf))].join(" or ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) {
    return schema.enum.map((one) => JSON.stringify(one)).join(" or ");
  }
  const { type } = schema;
  if (Array.isArray(type)) return type.join(" or ");
  if (type === "array") {
    return `list of ${typeOf(schema.items ?? {})}${bounds(schema, "Items")}`;
  }
  if (type === "string") {
    const kind = FORMATS[schema.format ?? ""] ?? "string";
    return `${kind}${bounds(schema, "Length")}`;
  }
  if (type === "integer" || type === "number") {
    return `${type}${range(schema.minimum, schema.maximum, "")}`;
  }
  return type ?? "any";
}

const FORMATS: Record<string, string> = {
  "date-time": "time, ISO 8601",
  uri: "address",
  email: "e-mail",
  uuid: "UUID",
  binary: "file",
};

function bounds(schema: JsonSchema, of: "Items" | "Length"): string {
  const unit = of === "Items" ? "" : " characters";
  return range(schema[`min${of}`], schema[`max${of}`], unit);
}

/** The largest bound worth mentioning: beyond it is just the range of numbers. */
const TELLING = 1e12;

function range(
  least: number | undefined,
  most: number | undefined,
  unit: string,
): string {
  const told = (n: number) => n.toLocaleString("en");
  const has_least = least !== undefined && Math.abs(least) < TELLING &&
    least > 0;
  const has_most = most !== undefined && most < TELLING;
  if (has_least && has_most) return `, ${told(least)} to ${told(most)}${unit}`;
  if (has_most) return `, up to ${told(most)}${unit}`;
  return has_least ? `, at least ${told(least)}${unit}` : "";
}

/** A valid sample for a schema; of an object, the required fields. */
export function sampleOf(schema: JsonSchema | undefined, name = ""): unknown {
  if (!schema) return undefined;
  const own = SAMPLES[name];
  if (own !== undefined) return own;
  for (const told of [schema.example, schema.const, schema.enum?.[0]]) {
    if (told !== undefined) return told;
  }
  const { type, properties, required = [], items } = main(schema);
  if (properties) {
    const wanted = required.length > 0 ? required : Object.keys(properties)
      .slice(0, 1);
    return Object.fromEntries(
      wanted.map((key) => [key, sampleOf(properties[key], key)]),
    );
  }
  if (type === "array") return [sampleOf(items, name)];
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return schema.minimum ?? 1;
  if (schema !== main(schema)) return sampleOf(main(schema), name);
  return FORMAT_SAMPLES[schema.format ?? ""] ?? "…";
}

const FORMAT_SAMPLES: Record<string, string> = {
  "date-time": "2030-01-31T18:00:00Z",
  uri: "https://example.com/",
  email: "ada@example.com",
  bot_token: "123456789:AAExampleExampleExampleExampleExample",
  url: "https://example.com/",
  uuid: "9f1c2a34-5b6d-4e7f-8a90-1b2c3d4e5f60",
};

/** Sample values for fields by name. */
const SAMPLES: Record<string, unknown> = {
  message: "When are you open?",
  messages: [{ role: "user", content: "When are you open?" }],
  name: "My site",
  title: "Opening hours",
  body: "We are open from nine to five, Monday to Friday.",
  question: "When are you open?",
  answer: "From nine to five, Monday to Friday.",
  session_id: "ses_…",
  email: "ada@example.com",
  bot_token: "123456789:AAExampleExampleExampleExampleExample",
  url: "https://example.com/",
  model: "twn_…",
};

import { isMembers, type Operation } from "../http/contract/operation.ts";
import { scopeOf } from "../http/contract/scopes.ts";
import type { DocsOperation } from "../views/docs.ts";

/** What a call sends besides its address. */
type Sent = {
  method: string;
  url: string;
  headers: [name: string, value: string][];
  /** As JSON; undefined if nothing is sent. */
  body: string | undefined;
};

type Asked = {
  operation: Operation;
  base_url: string;
  /** A valid body. */
  sample: unknown;
};

/** One example call of an operation in each language. Secrets come from the environment. */
export function examplesOf(
  { operation, base_url, sample }: Asked,
): DocsOperation["examples"] {
  const { method, body_type } = operation;
  if (body_type) return [{ name: "curl", code: upload(operation, base_url) }];
  const sent: Sent = {
    method,
    url: base_url + pathOf(operation),
    headers: [
      ...credentials(operation),
      ...neededHeaders(operation),
      ...method === "GET" ? [] : jsonType(sample),
    ],
    body: sample === undefined ? undefined : JSON.stringify(sample, null, 2),
  };
  return [
    { name: "curl", code: curl(sent) },
    { name: "TypeScript", code: typescript(sent) },
    { name: "Python", code: python(sent) },
  ];
}

/** The path and required query parameters, as environment variables. */
function pathOf({ path, query }: Operation): string {
  const needed = Object.entries(query?.shape ?? {})
    .filter(([, field]) => !field.safeParse(undefined).success)
    .map(([name]) => `${name}=${variable(name)}`);
  const address = path.replace(
    /\{(\w+)\}/g,
    (_, name: string) => variable(name),
  );
  return needed.length > 0 ? `${address}?${needed.join("&")}` : address;
}

function variable(name: string): string {
  if (name === "twin_id") return "$TWINCAST_TWIN";
  // A key in an address belongs to a web page.
  return name === "key"
    ? "$TWINCAST_PUBLISHABLE_KEY"
    : `$${name.toUpperCase()}`;
}

function jsonType(sample: unknown): Sent["headers"] {
  return sample === undefined ? [] : [["content-type", "application/json"]];
}

/** How an example authenticates. */
function credentials(operation: Operation): Sent["headers"] {
  const { access } = operation;
  const by_key = ["key", "program", "agent"].includes(access) ||
    scopeOf(operation) !== null;
  if (by_key) return [["authorization", "Bearer $TWINCAST_KEY"]];
  if (access === "visitor") return [["x-session-id", "$SESSION_ID"]];
  if (!isMembers(access)) return [];
  return [["cookie", "twincast_session=$TWINCAST_SESSION"]];
}

/** The visitor's session header, if the caller is not the visitor. */
function neededHeaders({ access, headers = {} }: Operation): Sent["headers"] {
  if (access === "visitor") return [];
  return Object.keys(headers).map((name) => [
    name,
    name === "x-session-id" ? "$SESSION_ID" : variable(name),
  ]);
}

/** A twin's id in a body, also from the environment. */
const TWIN = /"twn_[^"]*"/g;

function curl({ method, url, headers, body }: Sent): string {
  const sent = body?.replaceAll("'", `'\\''`)
    .replace(TWIN, `"'"$TWINCAST_TWIN"'"`);
  const lines = [
    `curl ${method === "GET" ? "" : `-X ${method} `}"${url}"`,
    ...headers.map(([name, value]) => `  -H "${name}: ${value}"`),
    ...sent === undefined ? [] : [`  -d '${sent}'`],
  ];
  return lines.join(" \\\n");
}

function upload(operation: Operation, base_url: string): string {
  const { method, body_type } = operation;
  const lines = [
    `curl -X ${method} "${base_url}${pathOf(operation)}"`,
    ...credentials(operation).map(([name, value]) =>
      `  -H "${name}: ${value}"`
    ),
    body_type === "multipart/form-data"
      ? `  -F "files=@notes.pdf"`
      : `  -H "content-type: image/png" --data-binary @face.png`,
  ];
  return lines.join(" \\\n");
}

/** Inserts environment variables into a text, in a language's own way. */
function withEnv(text: string, nameOf: (name: string) => string): string {
  return text.replace(/\$([A-Z_]+)/g, (_, name) => nameOf(name));
}

function typescript({ method, url, headers, body }: Sent): string {
  const quoted = (value: string) => {
    const text = withEnv(value, (name) => "${process.env." + name + "}");
    return text === value ? `"${text}"` : `\`${text}\``;
  };
  const told = headers.map(([name, value]) =>
    `    "${name}": ${quoted(value)},`
  );
  const sent = body?.replaceAll("\n", "\n  ")
    .replace(TWIN, "process.env.TWINCAST_TWIN");
  const options = [
    ...method === "GET" ? [] : [`  method: "${method}",`],
    ...told.length > 0 ? ["  headers: {", ...told, "  },"] : [],
    ...sent === undefined ? [] : [`  body: JSON.stringify(${sent}),`],
  ];
  const more = options.length > 0 ? `, {\n${options.join("\n")}\n}` : "";
  return `const response = await fetch(${
    quoted(url)
  }${more});\nconsole.log(response.status, await response.text());`;
}

function python({ method, url, headers, body }: Sent): string {
  const quoted = (value: string) => {
    const text = withEnv(value, (name) => `{os.environ['${name}']}`);
    return `${text === value ? "" : "f"}"${text}"`;
  };
  const told = headers.map(([name, value]) =>
    `        "${name}": ${quoted(value)},`
  );
  const sent = body && toPython(JSON.parse(body), "    ")
    .replace(TWIN, `os.environ["TWINCAST_TWIN"]`);
  const lines = [
    ...[quoted(url), sent, ...told].some((one) => one?.includes("os.environ"))
      ? ["import os", ""]
      : [],
    "import requests",
    "",
    `response = requests.request(`,
    `    "${method}",`,
    `    ${quoted(url)},`,
    ...told.length > 0 ? ["    headers={", ...told, "    },"] : [],
    ...sent === undefined ? [] : [`    json=${sent},`],
    ")",
    "print(response.status_code, response.text)",
  ];
  return lines.join("\n");
}

/** JSON in Python syntax. */
function toPython(value: unknown, indent: string): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) {
    return `[${value.map((one) => toPython(one, indent)).join(", ")}]`;
  }
  if (typeof value !== "object") return JSON.stringify(value);
  const inner = `${indent}    `;
  const lines = Object.entries(value).map(([key, one]) =>
    `${inner}${JSON.stringify(key)}: ${toPython(one, inner)},`
  );
  return `{\n${lines.join("\n")}\n${indent}}`;
}

import { ConfigError } from "../errors.ts";
import { runTool, taskArguments } from "./run.ts";

const HELP = `deno task twin ask QUESTION     ask the twin (scope chat)
deno task twin import FILE...   add files to its content, private (content:write)
deno task twin export           print all of its content as JSON (content:read)
deno task twin keys             list its live keys (keys:write)

TWINCAST_TWIN is the twin's id, TWINCAST_KEY a secret key of it with the scope, and
TWINCAST_URL where Twincast runs: http://localhost:8000 if it is not set.`;

type Settings = { base_url: string; twin_id: string; key: string };
type ChatReply = {
  answer: string;
  citations: { title: string; url?: string; where?: string }[];
};
type Refusal = {
  detail?: string;
  issues?: { path: string; message: string }[];
};
type Imported = {
  files: {
    name: string;
    item?: { id: string; characters: number };
    added?: { items: number; pairs: number; duplicates: number };
    problem?: { detail: string };
  }[];
};
type Key = {
  key_prefix: string;
  name: string;
  scopes: string[];
  revoked_at: string | null;
};

/** Runs one command against a running Twincast; returns the output. Throws errors worded for the user. */
async function twin([command, ...words]: string[]): Promise<string> {
  const path = `/twins/${Deno.env.get("TWINCAST_TWIN")}/content`;
  if (command === "ask" && words.length > 0) return await ask(words.join(" "));
  if (command === "import" && words.length > 0) {
    return await importFiles(`${path}/import`, words);
  }
  if (command === "export") {
    return JSON.stringify(await send(`${path}/export`), null, 2);
  }
  if (!command || ["help", "--help", "-h"].includes(command)) return HELP;
  if (command !== "keys") throw new ConfigError(HELP);
  const { items } = await send<{ items: Key[] }>("/api-keys?limit=100");
  return items.filter(({ revoked_at }) => revoked_at === null)
    .map((key) => `${key.key_prefix}…  ${key.scopes.join(" ")}  ${key.name}`)
    .join("\n");
}

async function ask(message: string): Promise<string> {
  const { twin_id } = readSettings();
  const told = await send<ChatReply>(`/chat-widget/${twin_id}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ message }),
  });
  const sources = told.citations.map(({ title, url, where }) =>
    `  ${title}${where ? `, ${where}` : ""}${url ? ` ${url}` : ""}`
  );
  return [told.answer, ...sources].join("\n");
}

/** The result for each file, one line each. Throws the same lines if a file could not be read. */
async function importFiles(path: string, names: string[]): Promise<string> {
  const body = new FormData();
  for (const word of names) {
    const bytes = await Deno.readFile(word).catch((error) => {
      throw new ConfigError(`${word} cannot be read: ${error.message}`);
    });
    body.append("files", new File([bytes], word.split("/").at(-1) ?? word));
  }
  const { files } = await send<Imported>(path, { method: "POST", body });
  const lines = files.map((file) => `${file.name}: ${becameOf(file)}`)
    .join("\n");
  if (files.every(({ problem }) => !problem)) return lines;
  throw new ConfigError(lines);
}

function becameOf({ item, added, problem }: Imported["files"][number]): string {
  if (problem) return problem.detail;
  if (item) {
    return `${item.id}, ${item.characters.toLocaleString("en")} characters`;
  }
  const { items = 0, pairs = 0, duplicates = 0 } = added ?? {};
  const counted = (n: number, what: string) => n > 0 ? [`${n} ${what}`] : [];
  const told = [
    ...counted(items, items === 1 ? "item" : "items"),
    ...counted(pairs, "questions with their answers"),
    ...counted(duplicates, "already there"),
  ];
  return told.join(", ") || "nothing was read";
}

function readSettings(): Settings {
  const twin_id = Deno.env.get("TWINCAST_TWIN");
  const key = Deno.env.get("TWINCAST_KEY");
  if (!twin_id || !key) {
    throw new ConfigError(
      `Set TWINCAST_TWIN and TWINCAST_KEY first.\n\n${HELP}`,
    );
  }
  const base_url = Deno.env.get("TWINCAST_URL") ?? "http://localhost:8000";
  return { twin_id, key, base_url };
}

async function send<T = unknown>(
  path: string,
  init: RequestInit & { headers?: Record<string, string> } = {},
): Promise<T> {
  const { base_url, key } = readSettings();
  const response = await fetch(base_url.replace(/\/$/, "") + path, {
    ...init,
    headers: {
      accept: "application/json",
      authorization: `Bearer ${key}`,
      ...init.headers,
    },
  }).catch(() => {
    throw new ConfigError(
      `There is no response from ${base_url}. Is Twincast running there? Set TWINCAST_URL if it is elsewhere.`,
    );
  });
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  const { detail, issues = [] }: Refusal = answer;
  // A single issue is in the detail already.
  const lines = issues.length < 2
    ? []
    : issues.map(({ path, message }) => `  ${path}: ${message}`);
  throw new ConfigError(
    [detail ?? `Twincast responded with ${response.status}`, ...lines].join(
      "\n",
    ),
  );
}

await runTool(() => twin(taskArguments()));

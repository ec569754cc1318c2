import { ConfigError } from "../errors.ts";
import { runTool } from "./run.ts";

const HELP = `deno task twin ask QUESTION     ask the twin (scope chat)
deno task twin import FILE...   add files to its content, private (content:write)
deno task twin export           print all of its content as JSON (content:read)
deno task twin keys             list its live keys (keys:write)

TWINCAST_TWIN is the twin's id, TWINCAST_KEY a secret key of it with the scope, and
TWINCAST_URL where Twincast runs: http://localhost:8000 if it is not set.`;

type Settings = { base_url: string; twin_id: string; key: string };
type Told = {
  answer: string;
  citations: { title: string; url?: string; where?: string }[];
};
type Key = {
  key_prefix: string;
  name: string;
  scopes: string[];
  revoked_at: string | null;
};

/** Carries out one command against a running Twincast; what it prints. Throws with words for whoever typed it. */
async function twin([command, ...words]: string[]): Promise<string> {
  const path = `/twins/${Deno.env.get("TWINCAST_TWIN")}/content`;
  if (command === "ask") return await ask(words.join(" "));
  if (command === "import") {
    const body = new FormData();
    for (const word of words) {
      const name = word.split("/").at(-1) ?? word;
      body.append("files", new File([await Deno.readFile(word)], name));
    }
    return show(await send(`${path}/import`, { method: "POST", body }));
  }
  if (command === "export") return show(await send(`${path}/export`));
  if (command !== "keys") return HELP;
  const { items } = await send<{ items: Key[] }>("/api-keys?limit=100");
  return items.filter(({ revoked_at }) => revoked_at === null)
    .map((key) => `${key.key_prefix}…  ${key.scopes.join(" ")}  ${key.name}`)
    .join("\n");
}

async function ask(message: string): Promise<string> {
  const { twin_id } = readSettings();
  const told = await send<Told>(`/chat-widget/${twin_id}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ message }),
  });
  const sources = told.citations.map(({ title, url, where }) =>
    `  ${title}${where ? `, ${where}` : ""}${url ? ` ${url}` : ""}`
  );
  return [told.answer, ...sources].join("\n");
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
  const response = await fetch(base_url + path, {
    ...init,
    headers: {
      accept: "application/json",
      authorization: `Bearer ${key}`,
      ...init.headers,
    },
  });
  const answer = await response.json();
  if (response.ok) return answer;
  throw new ConfigError(
    answer.detail ?? `Twincast answered ${response.status}`,
  );
}

function show(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

await runTool(() => twin(Deno.args));

// The shipped app as a separate process on a store on disk, with a twin of a thousand passages.
import { Process } from "../tests/processes.ts";

const KEYS = 40;
const ROOMY = 1_000_000;

export type Running = AsyncDisposable & {
  base: string;
  process: Process;
  /** When it served its first page, as a `performance.now()` time. */
  up_at: number;
  /** Its resident memory, in bytes. */
  rss(): Promise<number>;
  twin_id: string;
  /** Server keys, so that no address is charged; several, since each has its own limit. */
  keys: string[];
  /** Calls the API as the owner. */
  json<T>(method: string, path: string, body?: unknown): Promise<T>;
};

/** Starts it with `passages` short texts as content, and Deno's option to `inspect` it if given. */
export async function startApp(
  { passages = 1_000, env = {}, inspect }: {
    passages?: number;
    env?: Record<string, string>;
    inspect?: string;
  } = {},
): Promise<Running> {
  const dir = await Deno.makeTempDir();
  const process = await Process.start(`${dir}/kv.sqlite3`, {
    inspect,
    env: {
      TWINCAST_LIMIT_SESSION: `${ROOMY}/60s`,
      TWINCAST_LIMIT_SESSION_START: `${ROOMY}/60s`,
      TWINCAST_LIMIT_TEAM_TWINS: `${ROOMY}/60s`,
      TWINCAST_LIMIT_TEAM_KEYS: `${ROOMY}/60s`,
      TWINCAST_LIMIT_CHANGES: `${ROOMY}/60s`,
      ...env,
    },
  });
  const { base } = process;
  await fetch(`${base}/login`).then((page) => page.text());
  const up_at = performance.now();
  const signed_up = await fetch(`${base}/signup`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({
      name: "Ada",
      email: "ada@example.com",
      password: "correct horse battery staple",
      twin_name: "Ada",
    }),
  });
  const cookie = signed_up.headers.getSetCookie()[0].split(";")[0];
  const json = async <T>(method: string, path: string, body?: unknown) => {
    const response = await fetch(base + path, {
      method,
      headers: { cookie, "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
    return await response.json() as T;
  };
  const { twins: [{ id }] } = await json<{ twins: { id: string }[] }>(
    "GET",
    "/me",
  );
  await fill(json, id, passages);
  const keys: string[] = [];
  for (let n = 0; n < KEYS; n++) {
    const { key } = await json<{ key: string }>("POST", "/api-keys", {
      twin_id: id,
      name: `Bench ${n}`,
      type: "secret",
      rate_limit_per_minute: 100_000,
    });
    keys.push(key);
  }
  return {
    ...{ base, process, up_at, twin_id: id, keys, json },
    rss: () => rssOf(process.pid),
    async [Symbol.asyncDispose]() {
      await process.stop();
      await Deno.remove(dir, { recursive: true });
    },
  };
}

/** Resident memory of a process, from proc(5). */
async function rssOf(pid: number): Promise<number> {
  const status = await Deno.readTextFile(`/proc/${pid}/status`);
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024;
}

async function fill(
  json: Running["json"],
  twin_id: string,
  passages: number,
): Promise<void> {
  const A_PIECE = 50;
  for (let from = 0; from < passages; from += A_PIECE) {
    const lines = Array.from({ length: A_PIECE }, (_, i) => passage(from + i));
    await json("POST", `/twins/${twin_id}/content`, {
      title: `Notes ${from}`,
      body: lines.join("\n\n"),
      visibility: "public",
    });
  }
}

const THINGS = ["kiln", "wheel", "glaze", "teapot", "bowl", "studio", "course"];
const PLACES = ["Kyoto", "Malmö", "Lisbon", "Oaxaca", "Seoul", "Fez", "Delft"];

/** One passage of about 300 characters with a number found nowhere else. */
export function passage(n: number): string {
  const thing = THINGS[n % THINGS.length];
  const place = PLACES[(n * 3) % PLACES.length];
  return `## The ${thing} number ${n}\n\nThe ${thing} with the number ${n} was made in ${place} in ${
    1900 + n % 120
  }. It weighs ${n % 17 + 1} kilograms, and I keep it on shelf ${
    n % 40
  } of the second room. Visitors may touch it on Sundays, if they ask first and have washed their hands.`;
}

/** A question that exactly one passage answers. */
export function question(n: number): string {
  return `Where was the ${THINGS[n % THINGS.length]} number ${n} made?`;
}

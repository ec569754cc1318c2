// The soak's setting: one installation, its creators, and what they and their visitors have seen so far.
import { DEFAULT_LIMITS } from "../../lib/config/config.ts";
import { delay } from "../../lib/store/commit.ts";
import { hang, ModelServer, say, stream } from "../model_server.ts";
import { Process } from "../processes.ts";

/** A twin, and all of its channels ever handed out, ended ones included. */
export type SoakedTwin = {
  cookie: string;
  id: string;
  share_token: string;
  keys: { id: string; text: string; is_secret: boolean }[];
  items: string[];
};

export type World = {
  process: Process;
  twins: SoakedTwin[];
  /** Counts of what was done, by name. */
  done: Map<string, number>;
  /** Unexpected answers, each kind once. */
  wrong: Set<string>;
  /** Messages sent, and those whose answer completed. */
  sent: number;
  answered: number;
  /** Calls may fail meanwhile. */
  is_restarting: boolean;
  has_ended: boolean;
};

function noteDone({ done }: World, what: string): void {
  done.set(what, (done.get(what) ?? 0) + 1);
}

/** Acceptable statuses while keys, links and twins come and go. */
const FINE = [200, 201, 202, 204, 303, 401, 403, 404, 409, 410, 413, 429];

/** The reply when the model fails halfway through an answer that is not streamed. */
const MODEL_FAILED = /The answer could not be finished/;

/** Calls the app; null if nobody answered, which is an error except during a restart. */
export async function call(
  world: World,
  what: string,
  path: string,
  init: RequestInit = {},
): Promise<Response | null> {
  // A restart in between interrupts it.
  const was_restarting = world.is_restarting;
  const { process } = world;
  try {
    const response = await process.fetch(path, {
      ...init,
      signal: init.signal ?? AbortSignal.timeout(60_000),
    });
    noteDone(world, `${what} ${response.status}`);
    if (FINE.includes(response.status) || world.is_restarting) return response;
    const said = await response.text();
    if (!MODEL_FAILED.test(said)) {
      world.wrong.add(`${what}: ${response.status} ${said}`);
    }
    return null;
  } catch (error) {
    const is_over = was_restarting || world.is_restarting ||
      process !== world.process || init.signal?.aborted;
    if (!is_over) world.wrong.add(`${what}: ${error}`);
    await delay(100);
    return null;
  }
}

/** As the owner: the answer's JSON, or null if it was refused. */
export async function asOwner(
  world: World,
  { cookie }: Pick<SoakedTwin, "cookie">,
  what: string,
  [method, path, body]: [method: string, path: string, body?: unknown],
  // deno-lint-ignore no-explicit-any -- whoever asks knows what is answered
): Promise<any> {
  const response = await call(world, what, path, {
    method,
    headers: { cookie, "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response?.text().catch(() => "");
  return response?.ok && text ? JSON.parse(text) : null;
}

/** The beginning of an answer, up to the middle of an event. */
const CUT_OFF = `data: ${
  JSON.stringify({
    ...{ id: "1", object: "chat.completion.chunk", created: 0, model: "m" },
    choices: [{ index: 0, delta: { content: "It begins, " } }],
  })
}\n\ndata: {"id":"1","cho`;

/** A model that mostly answers, and otherwise fails in every way models do. */
export function unreliableModel(): ModelServer {
  const model = new ModelServer();
  let n = 0;
  model.script = (request) => {
    switch (n++ % 12) {
      case 3:
        return new Response("Out of order", { status: 500 });
      case 5:
        return new Response("Slow down", {
          status: 429,
          headers: { "retry-after": "1" },
        });
      case 7:
        return new Response(CUT_OFF, {
          headers: { "content-type": "text/event-stream" },
        });
      case 9:
        return hang(request, "It begins, ");
      case 10:
        return stream(async function* () {
          for (let i = 0; i < 40; i++) {
            yield `word${i} `;
            await delay(25);
          }
        });
      default:
        return say("At ", "seven ", "[1].");
    }
  };
  return model;
}

/** The process's settings: only keys have limits, and only local servers are reached. */
export function environment(
  model: ModelServer,
  local_hosts: string[],
): Record<string, string> {
  const roomy = Object.keys(DEFAULT_LIMITS).map((policy) =>
    [`TWINCAST_LIMIT_${policy.toUpperCase()}`, "100000/60s"] as const
  );
  return {
    ...Object.fromEntries(roomy),
    ...model.env,
    TWINCAST_LLM_DAILY_TOKENS: "0",
    TWINCAST_LLM_TEAM_DAILY_TOKENS: "0",
    TWINCAST_LLM_TOTAL_DAILY_TOKENS: "0",
    TWINCAST_SECRET: "0123456789abcdef0123456789abcdef",
    TWINCAST_LOCAL_HOSTS: local_hosts.join(","),
  };
}

/** One of the twins, once the app can be called. */
export async function anyTwin(world: World): Promise<SoakedTwin> {
  while (world.is_restarting) await delay(50);
  return anyOf(world.twins);
}

export function anyOf<T>(some: readonly T[]): T {
  return some[Math.floor(Math.random() * some.length)];
}

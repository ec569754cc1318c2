import { keys } from "../lib/store/keys.ts";
import { type App, createApp } from "../lib/app.ts";
import { readConfig } from "../lib/config/config.ts";
import { loadBuilt } from "../lib/http/built.ts";
import { sessionCookie } from "../lib/http/cookies.ts";
import { createHandler, type Handler } from "../lib/http/handler.ts";
import type { Platforms } from "../lib/channels/platform.ts";
import type { Role } from "../lib/schemas/common.ts";
import { TRIAL_GUARD } from "../lib/trials/guard.ts";
import type { StoreTimes } from "../lib/store/breaker.ts";
import { openStore } from "../lib/store/open.ts";
import { acceptAs, madeCheap, PASSWORD, signUpAs } from "./sign_up.ts";
import { interruptible, type TestClock, testClock } from "./stores.ts";
import { recordWrites } from "./written.ts";

export { PASSWORD, type TestClock, testClock };

/** No test reaches a real platform: its own site stands in for all of them, or nobody. */
function platformsAt(host = "127.0.0.1:9"): Platforms {
  const at = `http://${host}`;
  return { telegram: at, slack: at, discord: at, whatsapp: at };
}

const built = await loadBuilt();

/** The built app on its own port with its own store. */
export type Server = {
  base: string;
  app: App;
  clock: TestClock;
  /** Every line the app logged. */
  log: string[];
  /** The key of every change, in commit order. */
  written: string[];
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Resolves at the next call of this path, while its body is still on the way. */
  arrives(path: string): Promise<void>;
  /** Runs once, right before the next commit. */
  before_commit: ((checked: readonly Deno.KvKey[]) => Promise<unknown>) | null;
  [Symbol.asyncDispose](): Promise<void>;
};

type Options = {
  env?: Record<string, string>;
  kv_path?: string;
  times?: StoreTimes;
  now_ms?: number;
  /** Private servers a trial's address may lead to, and the time limit for reading, in milliseconds. */
  trial_hosts?: string[];
  trial_ms?: number;
  /** Addresses of the channel platforms, if not the first of its local hosts. */
  platforms?: Platforms;
};

/** Serves the built app on the real store, in memory unless a path is given. Close it with `await using`. */
export async function startServer(options: Options = {}): Promise<Server> {
  const store = await openStore(options.kv_path ?? ":memory:", options.times);
  const awaited = new Map<string, () => void>();
  const clock = testClock(options.now_ms ?? Date.now());
  const log: string[] = [];
  const written: string[] = [];
  let handler: Handler = () => Promise.resolve(new Response(null));
  const server = Deno.serve(
    {
      hostname: "127.0.0.1",
      port: 0,
      automaticCompression: true,
      onListen: () => {},
    },
    (req, info) => {
      awaited.get(new URL(req.url).pathname)?.();
      return handler(req, info);
    },
  );
  const base = `http://127.0.0.1:${server.addr.port}`;
  const config = readConfig({
    TWINCAST_BASE_URL: base,
    // Everybody here signs up from one address.
    TWINCAST_LIMIT_SIGNUP: "100000/60s",
    ...options.env,
  });
  const before: Pick<Server, "before_commit"> = { before_commit: null };
  const kv = interruptible(recordWrites(store.kv, written), async (checked) => {
    const first = before.before_commit;
    before.before_commit = null;
    await first?.(checked);
  });
  const app = madeCheap(createApp(
    config,
    kv,
    clock,
    (level, event, fields) =>
      log.push(JSON.stringify({ level, event, ...fields })),
    {
      trial_guard: {
        local_hosts: options.trial_hosts ?? [],
        reading_ms: options.trial_ms ?? TRIAL_GUARD.reading_ms,
      },
      platforms: options.platforms ?? platformsAt(config.local_hosts[0]),
    },
  ));
  handler = createHandler(app, built.routes, built.assets);
  return Object.assign(before, {
    base,
    app,
    clock,
    log,
    written,
    fetch: (path: string, init?: RequestInit) =>
      fetch(base + path, { redirect: "manual", ...init }),
    arrives: (path: string) =>
      new Promise<void>((resolve) => awaited.set(path, resolve)),
    async [Symbol.asyncDispose]() {
      await server.shutdown();
      await app.close();
      store.close();
    },
  });
}

/** Runs before the next commit that checks somebody's authority; background commits pass. */
export function beforeTheirCommit(
  server: Pick<Server, "before_commit">,
  run: () => Promise<unknown>,
): void {
  const hook = async (checked: readonly Deno.KvKey[]) => {
    if (checked.some(([noun]) => AUTHORITY.has(noun))) await run();
    else server.before_commit = hook;
  };
  server.before_commit = hook;
}

const AUTHORITY: ReadonlySet<Deno.KvKeyPart> = new Set(
  [keys.membership("", ""), keys.apiKey("")].map(([noun]) => noun),
);

// deno-lint-ignore no-explicit-any -- a test reads what it expects to be there
export type Json = any;

/** A signed-in user: sends their cookie and JSON. */
export type Member = {
  cookie: string;
  user_id: string;
  tenant_id: string;
  twin_id: string;
  email: string;
  /** Sends `body` as JSON where there is one. */
  send(method: string, path: string, body?: unknown): Promise<Response>;
  /** As `send`, but returns the answer's JSON; fails if the status is not `status`. */
  json(
    method: string,
    path: string,
    body?: unknown,
    status?: number,
  ): Promise<Json>;
};

/** High limits, for tests about something else that call often. */
export const ROOMY = {
  TWINCAST_LIMIT_IP: "100000/60s",
  TWINCAST_LIMIT_LINK: "100000/60s",
  TWINCAST_LIMIT_SESSION: "100000/60s",
  TWINCAST_LIMIT_SESSION_START: "100000/60s",
};

let people = 0;
/** The address they call from. */
const CALLER = { address: "127.0.0.1", user_agent: navigator.userAgent };

/** Signs up a new user with a twin. */
export async function signUp(server: Server): Promise<Member> {
  const email = `person${++people}@example.com`;
  const who = {
    name: `Person ${people}`,
    email,
    twin_name: `Twin ${people}`,
  };
  const token = await signUpAs(server.app, who, CALLER);
  return await memberBy(server, sessionCookie(server.app.config, token), email);
}

/** The member whom a response's session cookie signs in. */
export async function member(
  server: Server,
  response: Response,
  email: string,
): Promise<Member> {
  await response.body?.cancel();
  if (response.status !== 303) {
    throw new Error(`Signing in answered ${response.status}`);
  }
  const cookie = response.headers.getSetCookie()
    .find((set) => set.startsWith("twincast_session="));
  return await memberBy(server, cookie ?? "", email);
}

async function memberBy(
  server: Server,
  set_cookie: string,
  email: string,
): Promise<Member> {
  const [cookie] = set_cookie.split(";");
  const send = (method: string, path: string, body?: unknown) =>
    server.fetch(path, {
      method,
      headers: {
        cookie,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  const json: Member["json"] = async (method, path, body, status = 200) => {
    const answer = await send(method, path, body);
    const text = await answer.text();
    if (answer.status !== status) {
      throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    }
    return text === "" ? null : JSON.parse(text);
  };
  const me = await json("GET", "/me");
  return {
    cookie,
    email,
    user_id: me.user.id,
    tenant_id: me.tenant.id,
    twin_id: me.twins[0]?.id,
    send,
    json,
  };
}

/** Posts a form, as a browser without scripts would. */
export function post(
  server: Server,
  path: string,
  fields: Record<string, string>,
  cookie?: string,
): Promise<Response> {
  return server.fetch(path, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: cookie ? { cookie } : {},
  });
}

/** A second member of the owner's team, by a real invitation. */
export async function invite(
  server: Server,
  owner: Member,
  role: Role,
): Promise<Member> {
  const email = `person${++people}@example.com`;
  const { invite_url } = await owner.json("POST", "/users/invite", {
    email,
    role,
  }, 201);
  const name = `Person ${people}`;
  const token = await acceptAs(server.app, invite_url, name, CALLER);
  return await memberBy(server, sessionCookie(server.app.config, token), email);
}

/** A shared twin with one public and one private item. */
export async function shareTwin(
  owner: Member,
): Promise<{ chat: string; token: string }> {
  const { twin_id } = owner;
  await owner.json("POST", `/twins/${twin_id}/content`, {
    title: "Tea",
    body: "I drink oolong tea every morning at seven. My teapot is from Kyoto.",
    visibility: "public",
  }, 201);
  await owner.json("POST", `/twins/${twin_id}/content`, {
    title: "Safe",
    body: "The code of my safe is CANARY-4711.",
    visibility: "private",
  }, 201);
  const { share_token } = await owner.json(
    "PATCH",
    `/twins/${twin_id}/sharing`,
    { is_public: true },
  );
  return {
    token: share_token,
    chat: `/public/chat/${twin_id}/${share_token}`,
  };
}

/** Asks as JSON and returns status and body. */
export async function ask(
  server: Server,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Headers; body: Json }> {
  const response = await server.fetch(path, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      ...headers,
    },
    body: JSON.stringify(body),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: await response.json(),
  };
}

/** A response's status; its body is discarded. */
export async function statusOf(
  response: Response | Promise<Response>,
): Promise<number> {
  const { status, body } = await response;
  await body?.cancel();
  return status;
}

/** A key of the owner's twin, with its `key` and `id`. */
export async function makeKey(
  owner: Member,
  settings: object = {},
): Promise<Json> {
  return await owner.json("POST", "/api-keys", {
    twin_id: owner.twin_id,
    name: "Key",
    type: "secret",
    ...settings,
  }, 201);
}

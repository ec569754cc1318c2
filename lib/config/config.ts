import { HOUR, MINUTE, SECOND } from "../clock.ts";
import { type MailConfig, readMail } from "./mail.ts";
import { readTracing } from "./tracing.ts";
import { ConfigError } from "../errors.ts";
import type { Cidr } from "../net/ip_ranges.ts";
import {
  type Env,
  parseDuration,
  readAnswerWorkers,
  readChoice,
  readDuration,
  readLocalHosts,
  readMetricsToken,
  readPassages,
  readPort,
  readPromptTokens,
  readProxies,
  readSecret,
  readSitePages,
  readTokens,
} from "./values.ts";

/** A rate limit: `limit` events in any `window_ms` milliseconds. */
export type Limit = { limit: number; window_ms: number };

/** The policies and their defaults; `key` applies to a key without a limit of its own. */
export const DEFAULT_LIMITS = {
  session: { limit: 20, window_ms: 60 * SECOND },
  key: { limit: 120, window_ms: 60 * SECOND },
  link: { limit: 300, window_ms: 60 * SECOND },
  channel: { limit: 300, window_ms: 60 * SECOND },
  ip: { limit: 60, window_ms: 60 * SECOND },
  session_start: { limit: 30, window_ms: 600 * SECOND },
  rating: { limit: 30, window_ms: 60 * SECOND },
  lead: { limit: 5, window_ms: 600 * SECOND },
  twin_leads: { limit: 500, window_ms: 24 * HOUR },
  preview: { limit: 60, window_ms: 60 * SECOND },
  login: { limit: 10, window_ms: 900 * SECOND },
  login_address: { limit: 50, window_ms: 900 * SECOND },
  login_account: { limit: 50, window_ms: 900 * SECOND },
  signup: { limit: 10, window_ms: 3_600 * SECOND },
  trial: { limit: 3, window_ms: 3_600 * SECOND },
  forgot: { limit: 5, window_ms: 3_600 * SECOND },
  team_twins: { limit: 200, window_ms: 24 * HOUR },
  team_keys: { limit: 1_000, window_ms: 24 * HOUR },
  team_invites: { limit: 2_000, window_ms: 24 * HOUR },
  team_mail: { limit: 500, window_ms: 24 * HOUR },
  mailed: { limit: 10, window_ms: 24 * HOUR },
  changes: { limit: 50_000, window_ms: 24 * HOUR },
} as const satisfies Record<string, Limit>;

export type Policy = keyof typeof DEFAULT_LIMITS;

/** How long a model may pause before the first word and between words, and how long an answer may take. */
export type ModelTimes = {
  first_byte_ms: number;
  gap_ms: number;
  total_ms: number;
};

export type ModelConfig = {
  base_url: string;
  api_key: string;
  model: string;
  /** Token budget per 24 hours; 0 for no limit. */
  daily_tokens: { twin: number; tenant: number; installation: number };
};

/** The server that embeds passages and questions. */
export type EmbeddingsConfig = {
  base_url: string;
  api_key: string;
  model: string;
};

/** The default token budget per 24 hours. */
export const DEFAULT_DAILY_TOKENS = {
  twin: 1_000_000,
  tenant: 3_000_000,
  installation: 10_000_000,
};

const MODEL_TIMES: ModelTimes = {
  first_byte_ms: 15 * SECOND,
  gap_ms: 20 * SECOND,
  total_ms: 120 * SECOND,
};

export type Config = {
  port: number;
  /** Without a trailing slash. */
  base_url: string;
  /** Whether browsers use https, so that cookies are restricted to it. */
  is_secure: boolean;
  /** A path, `:memory:`, a KV Connect URL, or null for the platform's own database. */
  kv_path: string | null;
  trusted_proxies: Cidr[];
  limits: Record<Policy, Limit>;
  session_idle_ms: number;
  session_max_ms: number;
  signup: "open" | "closed";
  /** The most passages per twin. */
  max_passages: number;
  /** The most pages read from one site. */
  max_site_pages: number;
  /** How many workers find answers; 0 to find them in the serving thread. */
  answer_workers: number;
  model: ModelConfig | null;
  embeddings: EmbeddingsConfig | null;
  /** How letters are sent; null if none are. */
  mail: MailConfig | null;
  /** The most tokens of content in a prompt. */
  prompt_tokens: number;
  model_times: ModelTimes;
  secret: string | null;
  /** The bearer token of `/metrics`; null to disable it. */
  metrics_token: string | null;
  /** Whether spans are exported by OpenTelemetry. */
  tracing: boolean;
  /** `host:port` of servers in a private network that a page's or a model's URL may point to. */
  local_hosts: string[];
};

/** Where the store is; see `Config`. */
export function readKvPath(env: Env): string | null {
  return env.TWINCAST_KV_PATH || (isOnDeploy(env) ? null : ".data/twincast.db");
}

/** Deno Deploy sets one of these. */
function isOnDeploy(env: Env): boolean {
  return env.DENO_DEPLOY !== undefined || env.DENO_DEPLOYMENT_ID !== undefined;
}

/** Reads the configuration from environment variables. Throws `ConfigError` at the first invalid value. */
export function readConfig(env: Env): Config {
  const port = readPort(env.PORT);
  const base_url = readBaseUrl(env, port);
  return {
    port,
    base_url,
    is_secure: base_url.startsWith("https:"),
    kv_path: readKvPath(env),
    trusted_proxies: readProxies(env.TWINCAST_TRUSTED_PROXIES),
    limits: readLimits(env),
    session_idle_ms: readDuration(env, "TWINCAST_SESSION_IDLE", 30 * MINUTE),
    session_max_ms: readDuration(env, "TWINCAST_SESSION_MAX", 24 * HOUR),
    signup: readChoice(env, "TWINCAST_SIGNUP", ["open", "closed"], "open"),
    max_passages: readPassages(env.TWINCAST_MAX_PASSAGES),
    max_site_pages: readSitePages(env.TWINCAST_MAX_SITE_PAGES),
    answer_workers: readAnswerWorkers(env.TWINCAST_ANSWER_WORKERS),
    model: readModel(env),
    embeddings: readServer(env, "TWINCAST_EMBEDDINGS"),
    mail: readMail(env),
    prompt_tokens: readPromptTokens(env.TWINCAST_PROMPT_TOKENS),
    model_times: { ...MODEL_TIMES },
    secret: readSecret(env.TWINCAST_SECRET),
    metrics_token: readMetricsToken(env.TWINCAST_METRICS_TOKEN),
    tracing: readTracing(env),
    local_hosts: readLocalHosts(env.TWINCAST_LOCAL_HOSTS),
  };
}

function readBaseUrl(env: Env, port: number): string {
  const text = env.TWINCAST_BASE_URL || deployUrl(env) ||
    `http://localhost:${port}`;
  const url = URL.parse(text);
  if (
    !url || !/^https?:$/.test(url.protocol) || url.pathname !== "/" ||
    url.search || url.hash || url.username || url.password
  ) {
    throw new ConfigError(
      `TWINCAST_BASE_URL is "${text}". Set it to the address people open, without a path, for example https://chat.example.com.`,
    );
  }
  return url.origin;
}

/** Deno Deploy provides the app's name and its organisation, which make the production address. */
function deployUrl(env: Env): string | undefined {
  const app = env.DENO_DEPLOY_APP_SLUG;
  const org = env.DENO_DEPLOY_ORG_SLUG;
  return app && org ? `https://${app}.${org}.deno.net` : undefined;
}

function readLimits(env: Env): Record<Policy, Limit> {
  const limits: Record<Policy, Limit> = { ...DEFAULT_LIMITS };
  for (const policy of Object.keys(DEFAULT_LIMITS) as Policy[]) {
    const name = `TWINCAST_LIMIT_${policy.toUpperCase()}`;
    const text = env[name];
    if (!text) continue;
    const match = /^(\d+)\/(.+)$/.exec(text);
    const window_ms = match ? parseDuration(match[2]) : null;
    const limit = Number(match?.[1]);
    if (!window_ms || window_ms < SECOND || !(limit >= 1 && limit <= 1e6)) {
      throw new ConfigError(
        `${name} is "${text}". Set it to a count and a time, for example 20/60s (units: s, m, h, d; at least 1s).`,
      );
    }
    limits[policy] = { limit, window_ms };
  }
  const { limit, window_ms } = limits.key;
  if (window_ms !== MINUTE || limit > 100_000) {
    throw new ConfigError(
      "TWINCAST_LIMIT_KEY must be per minute, from 1/60s to 100000/60s.",
    );
  }
  return limits;
}

/** The server configured by the variables with this prefix; null if unset. */
function readServer(
  env: Env,
  name: "TWINCAST_LLM" | "TWINCAST_EMBEDDINGS",
): EmbeddingsConfig | null {
  const base_url = env[`${name}_BASE_URL`];
  const model = env[`${name}_MODEL`];
  if (!base_url && !model) return null;
  if (!base_url || !model) {
    throw new ConfigError(
      `${name}_BASE_URL and ${name}_MODEL belong together. Set both, or neither to answer without a model.`,
    );
  }
  const url = URL.parse(base_url);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new ConfigError(
      `${name}_BASE_URL is not an http(s) address. Set it to an OpenAI-compatible server, for example http://localhost:11434/v1.`,
    );
  }
  return {
    base_url: base_url.replace(/\/+$/, ""),
    model,
    api_key: env[`${name}_API_KEY`] ?? "",
  };
}

function readModel(env: Env): ModelConfig | null {
  const server = readServer(env, "TWINCAST_LLM");
  if (!server) return null;
  const { twin, tenant, installation } = DEFAULT_DAILY_TOKENS;
  const daily_tokens = {
    twin: readTokens(env, "TWINCAST_LLM_DAILY_TOKENS", twin),
    tenant: readTokens(env, "TWINCAST_LLM_TEAM_DAILY_TOKENS", tenant),
    installation: readTokens(
      env,
      "TWINCAST_LLM_TOTAL_DAILY_TOKENS",
      installation,
    ),
  };
  return { ...server, daily_tokens };
}

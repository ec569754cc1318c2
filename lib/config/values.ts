// Parsers for single environment variables: each returns the value or the default, or throws a `ConfigError` that
// says what to set.
import { DAY, HOUR, MINUTE, SECOND } from "../clock.ts";
import { ConfigError } from "../errors.ts";
import { type Cidr, parseCidr } from "../net/ip_ranges.ts";

/** The process's environment. */
export type Env = Record<string, string | undefined>;

export function readPort(text: string | undefined): number {
  if (!text) return 8000;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) {
    throw new ConfigError(
      `PORT is "${text}". Set it to a whole number from 0 to 65535, for example PORT=8000.`,
    );
  }
  return port;
}

export function readProxies(text: string | undefined): Cidr[] {
  return (text ?? "").split(",").map((part) => part.trim()).filter(Boolean)
    .map((part) => {
      const cidr = parseCidr(part);
      if (cidr) return cidr;
      throw new ConfigError(
        `TWINCAST_TRUSTED_PROXIES contains "${part}". Give addresses or CIDR ranges, separated by commas, for example 10.0.0.0/8,127.0.0.1.`,
      );
    });
}

/** Added to the current time it must still be a valid date. */
const MAX_DURATION_MS = 3_650 * DAY;

const UNITS: Record<string, number> = {
  ms: 1,
  s: SECOND,
  m: MINUTE,
  h: HOUR,
  d: DAY,
};

/** `90s`, `30m`, `24h`, `7d` or `500ms` in milliseconds; null for anything else. */
export function parseDuration(text: string): number | null {
  const match = /^(\d{1,9})(ms|s|m|h|d)$/.exec(text.trim());
  return match ? Number(match[1]) * UNITS[match[2]] : null;
}

export function readDuration(env: Env, name: string, fallback: number): number {
  const text = env[name];
  if (!text) return fallback;
  const ms = parseDuration(text);
  if (ms && ms <= MAX_DURATION_MS) return ms;
  throw new ConfigError(
    `${name} is "${text}". Set it to a time such as 90s, 30m, 24h or 7d, at most 3650d.`,
  );
}

export function readChoice<T extends string>(
  env: Env,
  name: string,
  choices: readonly T[],
  fallback: T,
): T {
  const text = env[name];
  if (!text) return fallback;
  const choice = choices.find((c) => c === text);
  if (choice) return choice;
  throw new ConfigError(
    `${name} is "${text}". Set it to ${choices.join(" or ")}.`,
  );
}

const DEFAULT_MAX_PASSAGES = 10_000;
const DEFAULT_PROMPT_TOKENS = 6_000;

export function readPromptTokens(text: string | undefined): number {
  if (!text) return DEFAULT_PROMPT_TOKENS;
  if (/^[1-9]\d{2,5}$/.test(text)) return Number(text);
  throw new ConfigError(
    `TWINCAST_PROMPT_TOKENS is "${text}". Set it to the number of tokens of content that a model gets with a question, from 100 to 999999.`,
  );
}

export function readPassages(text: string | undefined): number {
  if (!text) return DEFAULT_MAX_PASSAGES;
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new ConfigError(
    `TWINCAST_MAX_PASSAGES is "${text}". Set it to the largest number of passages that a twin may hold, for example 10000.`,
  );
}

const DEFAULT_SITE_PAGES = 200;

export function readSitePages(text: string | undefined): number {
  if (!text) return DEFAULT_SITE_PAGES;
  const pages = Number(text);
  if (/^\d{1,5}$/.test(text) && pages >= 1 && pages <= 10_000) return pages;
  throw new ConfigError(
    `TWINCAST_MAX_SITE_PAGES is "${text}". Set it to the largest number of pages to read from one site, from 1 to 10000.`,
  );
}

export function readAnswerWorkers(text: string | undefined): number {
  if (!text) return 0;
  const workers = Number(text);
  if (/^\d{1,2}$/.test(text) && workers <= 64) return workers;
  throw new ConfigError(
    `TWINCAST_ANSWER_WORKERS is "${text}". Set it to how many workers find answers, from 1 to 64 and fewer than the machine has processors, or to 0 for none.`,
  );
}

export function readTokens(env: Env, name: string, fallback: number): number {
  const text = env[name];
  if (!text) return fallback;
  if (/^\d{1,12}$/.test(text)) return Number(text);
  throw new ConfigError(
    `${name} is "${text}". Set it to the number of tokens allowed in 24 hours, for example 1000000, or to 0 for no limit.`,
  );
}

export function readSecret(text: string | undefined): string | null {
  if (!text) return null;
  if (text.length >= 32) return text;
  throw new ConfigError(
    "TWINCAST_SECRET is too short. Set it to at least 32 random characters.",
  );
}

export function readMetricsToken(text: string | undefined): string | null {
  if (!text) return null;
  if (/^[!-~]{16,200}$/.test(text)) return text;
  throw new ConfigError(
    "TWINCAST_METRICS_TOKEN cannot be sent as a bearer token, or is too short. Set it to 16 to 200 random letters and digits.",
  );
}

export function readLocalHosts(text: string | undefined): string[] {
  return (text ?? "").split(",").map((part) => part.trim()).filter(Boolean)
    .map((part) => {
      const url = URL.parse(`scheme://${part}`);
      if (url?.port && url.host === part) return part;
      throw new ConfigError(
        `TWINCAST_LOCAL_HOSTS contains "${part}". Give hosts with their ports, separated by commas, for example localhost:11434.`,
      );
    });
}

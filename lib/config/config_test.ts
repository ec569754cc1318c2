import assert from "node:assert/strict";
import fc from "fast-check";
import { DAY, HOUR, iso, MINUTE, SECOND } from "../clock.ts";
import { DEFAULT_LIMITS, readConfig } from "./config.ts";
import { parseDuration } from "./values.ts";
import { ConfigError } from "../errors.ts";

/** Invalid values of one variable, which stop the start with an error that names it. */
const WRONG: Record<string, string[]> = {
  PORT: ["-1", "65536", "80.5", "eighty", "0x50", "1e3", " "],
  TWINCAST_BASE_URL: [
    "example.com",
    "ftp://example.com",
    "https://example.com/app",
    "https://example.com?x=1",
    "https://example.com#x",
    "https://user:pass@example.com",
    "https://",
    "javascript:alert(1)",
  ],
  // Any spelling makes Deno send spans.
  OTEL_DENO: ["true", "TRUE", "True"],
  TWINCAST_LOCAL_HOSTS: ["localhost", "http://localhost:80", "a b:80", ":80"],
  TWINCAST_TRUSTED_PROXIES: [
    "proxy.example.com",
    "10.0.0.0/33",
    "10.0.0.0/",
    "10.0.0.0/x",
    "::1/129",
    "10.0.0.1 10.0.0.2",
    "300.1.1.1",
    "10",
    "10.1",
    "*",
  ],
  TWINCAST_LIMIT_SESSION: [
    "20",
    "20/60",
    "/60s",
    "0/60s",
    "-1/60s",
    "20/0s",
    "20/999ms",
    "20/60 seconds",
    "2e1/60s",
    "1000001/60s",
    "20/60s/1",
    "twenty/60s",
  ],
  // Everywhere else a key's limit is per minute.
  TWINCAST_LIMIT_KEY: ["120/10s", "120/2m", "100001/60s"],
  TWINCAST_LIMIT_LINK: ["x"],
  TWINCAST_LIMIT_IP: ["x"],
  TWINCAST_LIMIT_SESSION_START: ["x"],
  TWINCAST_LIMIT_LOGIN: ["x"],
  TWINCAST_LIMIT_SIGNUP: ["x"],
  TWINCAST_SESSION_IDLE: ["30", "0m", "-1m", "half an hour", "1.5h", "1w"],
  TWINCAST_SESSION_MAX: ["24", "0h", "forever", "999999999d"],
  TWINCAST_ANSWER_WORKERS: ["-1", "65", "two", "1.5", "0x2"],
  TWINCAST_SIGNUP: ["maybe", "OPEN", "true"],
  TWINCAST_LLM_BASE_URL: ["localhost:11434", "ftp://x/v1", "not a url"],
  TWINCAST_SECRET: ["short", "x".repeat(31)],
  TWINCAST_METRICS_TOKEN: ["short", "with a blank in its middle"],
};

Deno.test("readConfig: an invalid value is refused, naming its variable", () => {
  for (const [name, values] of Object.entries(WRONG)) {
    for (const value of values) {
      const model = name === "TWINCAST_LLM_BASE_URL"
        ? { TWINCAST_LLM_MODEL: "m" }
        : {};
      assert.throws(
        () => readConfig({ ...model, [name]: value }),
        (error) => error instanceof ConfigError && error.message.includes(name),
        `${name}=${value}`,
      );
    }
  }
});

Deno.test("readConfig: without settings uses the contract's defaults", () => {
  assert.deepEqual(readConfig({}), {
    port: 8000,
    base_url: "http://localhost:8000",
    is_secure: false,
    kv_path: ".data/twincast.db",
    trusted_proxies: [],
    limits: DEFAULT_LIMITS,
    session_idle_ms: 30 * MINUTE,
    session_max_ms: 24 * HOUR,
    signup: "open",
    max_passages: 10_000,
    max_site_pages: 200,
    answer_workers: 0,
    prompt_tokens: 6_000,
    embeddings: null,
    mail: null,
    model: null,
    secret: null,
    metrics_token: null,
    tracing: false,
    local_hosts: [],
    model_times: {
      first_byte_ms: 15 * SECOND,
      gap_ms: 20 * SECOND,
      total_ms: 120 * SECOND,
    },
  });
  const { limits } = readConfig({});
  assert.deepEqual(limits.session, { limit: 20, window_ms: 60_000 });
  assert.deepEqual(limits.key, { limit: 120, window_ms: 60_000 });
  assert.deepEqual(limits.link, { limit: 300, window_ms: 60_000 });
  assert.deepEqual(limits.ip, { limit: 60, window_ms: 60_000 });
  assert.deepEqual(limits.session_start, { limit: 30, window_ms: 600_000 });
  assert.deepEqual(limits.login, { limit: 10, window_ms: 900_000 });
  assert.deepEqual(limits.signup, { limit: 10, window_ms: HOUR });
});

Deno.test("readConfig: an empty value counts as unset", () => {
  const names = [...Object.keys(WRONG), "TWINCAST_KV_PATH"];
  const empty = Object.fromEntries(names.map((name) => [name, ""]));
  assert.deepEqual(readConfig(empty), readConfig({}));
});

Deno.test("readConfig: reads each variable", () => {
  const config = readConfig({
    PORT: "9000",
    TWINCAST_BASE_URL: "https://chat.example.com/",
    TWINCAST_KV_PATH: ":memory:",
    TWINCAST_TRUSTED_PROXIES: "10.0.0.0/8, 127.0.0.1 ,2001:db8::/32,",
    TWINCAST_LIMIT_SESSION: "5/10s",
    TWINCAST_LIMIT_KEY: "7/1m",
    TWINCAST_LIMIT_LOGIN: "3/1h",
    TWINCAST_SESSION_IDLE: "90s",
    TWINCAST_SESSION_MAX: "7d",
    TWINCAST_SIGNUP: "closed",
    TWINCAST_LLM_BASE_URL: "http://localhost:11434/v1",
    TWINCAST_LLM_MODEL: "small",
    TWINCAST_LLM_API_KEY: "sk-1",
    TWINCAST_SECRET: "x".repeat(32),
  });
  assert.equal(config.port, 9000);
  assert.equal(config.base_url, "https://chat.example.com");
  assert.equal(config.kv_path, ":memory:");
  assert.deepEqual(
    config.trusted_proxies.map(([range, bits]) => `${range}/${bits}`),
    ["10.0.0.0/8", "127.0.0.1/32", "2001:db8::/32"],
  );
  assert.deepEqual(config.limits.session, { limit: 5, window_ms: 10_000 });
  assert.deepEqual(config.limits.key, { limit: 7, window_ms: 60_000 });
  assert.deepEqual(config.limits.login, { limit: 3, window_ms: HOUR });
  assert.deepEqual(config.limits.ip, DEFAULT_LIMITS.ip);
  assert.equal(config.session_idle_ms, 90_000);
  assert.equal(config.session_max_ms, 7 * DAY);
  assert.equal(config.signup, "closed");
  assert.equal(config.model?.base_url, "http://localhost:11434/v1");
  assert.equal(config.model?.model, "small");
  assert.equal(config.model?.api_key, "sk-1");
  assert.equal(config.secret, "x".repeat(32));
});

Deno.test("readConfig: the base URL defaults to localhost on the port, or Deno Deploy's own", () => {
  assert.equal(readConfig({ PORT: "81" }).base_url, "http://localhost:81");
  const deploy = {
    DENO_DEPLOYMENT_ID: "d1",
    DENO_DEPLOY_APP_SLUG: "twins",
    DENO_DEPLOY_ORG_SLUG: "ada",
  };
  assert.equal(readConfig(deploy).base_url, "https://twins.ada.deno.net");
  assert.equal(readConfig(deploy).kv_path, null);
});

Deno.test("readConfig: a half-configured model is refused", () => {
  for (
    const env of [
      { TWINCAST_LLM_MODEL: "m" },
      { TWINCAST_LLM_BASE_URL: "http://localhost:1/v1" },
    ]
  ) assert.throws(() => readConfig(env), /TWINCAST_LLM_BASE_URL/);
});

Deno.test("readConfig: no error shows a secret", () => {
  const canary = "CANARY-77";
  for (
    const env of [
      { TWINCAST_SECRET: canary },
      { TWINCAST_LLM_API_KEY: canary, TWINCAST_LLM_MODEL: "m" },
    ]
  ) {
    assert.throws(
      () => readConfig(env),
      (error: Error) => !error.message.includes(canary),
    );
  }
});

Deno.test("readConfig: every accepted duration leads to a valid date", () => {
  const text = fc.tuple(
    fc.nat(999_999_999),
    fc.constantFrom("ms", "s", "m", "h", "d"),
  ).map(([n, unit]) => `${n}${unit}`);
  fc.assert(fc.property(text, (TWINCAST_SESSION_MAX) => {
    try {
      const { session_max_ms } = readConfig({ TWINCAST_SESSION_MAX });
      iso(Date.now() + session_max_ms);
    } catch (error) {
      assert.ok(error instanceof ConfigError, String(error));
    }
  }));
});

Deno.test("parseDuration: a whole number with a unit", () => {
  assert.equal(parseDuration("500ms"), 500);
  assert.equal(parseDuration("90s"), 90_000);
  assert.equal(parseDuration("30m"), 1_800_000);
  assert.equal(parseDuration("24h"), DAY);
  assert.equal(parseDuration("7d"), 7 * DAY);
  for (const text of ["", "s", "5", "-5s", "5 s", "5S", "5.0s", "1e3s"]) {
    assert.equal(parseDuration(text), null, text);
  }
});

Deno.test("readConfig: passages per twin", () => {
  assert.equal(readConfig({}).max_passages, 10_000);
  const set = (text: string) => readConfig({ TWINCAST_MAX_PASSAGES: text });
  assert.equal(set("500").max_passages, 500);
  for (const wrong of ["0", "-1", "many", "1e9"]) {
    assert.throws(() => set(wrong), { message: /TWINCAST_MAX_PASSAGES/ });
  }
});

Deno.test("readConfig: pages read per site", () => {
  const set = (text: string) => readConfig({ TWINCAST_MAX_SITE_PAGES: text });
  assert.deepEqual([set("").max_site_pages, set("1").max_site_pages], [200, 1]);
  for (const wrong of ["0", "10001", "many", "1.5", "-1"]) {
    assert.throws(() => set(wrong), { message: /TWINCAST_MAX_SITE_PAGES/ });
  }
});

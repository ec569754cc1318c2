import type { Clock } from "./clock.ts";
import type { Config } from "./config/config.ts";
import type { Log } from "./log.ts";

/**
 * What every domain function is handed. For more, such as the rate limit counters, a function asks by the `With…`
 * type of the class.
 */
export type Context = {
  config: Config;
  kv: Deno.Kv;
  clock: Clock;
  log: Log;
};

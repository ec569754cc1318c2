import type { Clock } from "./clock.ts";
import type { Config } from "./config/config.ts";
import type { Log } from "./log.ts";

/**
 * What every function of the domain is handed. What more one needs, such as the counters of limits, it asks for beside
 * this by the `With…` type of the class.
 */
export type Context = {
  config: Config;
  kv: Deno.Kv;
  clock: Clock;
  log: Log;
};

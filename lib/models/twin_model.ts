import type { ModelConfig, ModelTimes } from "../config/config.ts";
import type { Context } from "../context.ts";
import { unseal } from "../crypto/sealing.ts";
import type { Twin } from "../schemas/twin.ts";

/** A twin's language model, ready to be asked. */
export type TwinModel = {
  base_url: string;
  name: string;
  api_key: string;
  /** Token budget per 24 hours; 0 for no limit. */
  daily_tokens: ModelConfig["daily_tokens"];
  times: ModelTimes;
  /** For a model chosen by a twin's owner: which private servers it may be. Null for the operator's own. */
  guard: { local_hosts: readonly string[] } | null;
};

/** A twin's own model, or the server's; null if the built-in engine answers, as it does for a trial. */
export function modelOf(app: Context, twin: Twin): TwinModel | null {
  if (twin.trial_ends_ms !== undefined) return null;
  const { config } = app;
  const { model_times: times } = config;
  if (twin.model) {
    const { base_url, name, sealed_key } = twin.model;
    const api_key = sealed_key === null
      ? ""
      : unseal(config.secret ?? "", twin.id, sealed_key);
    if (api_key === null) {
      // TWINCAST_SECRET has changed since it was sealed: the built-in engine keeps answering.
      app.log("warn", "model_key_unreadable", { twin_id: twin.id });
      return null;
    }
    const guard = { local_hosts: config.local_hosts };
    const daily_tokens = {
      twin: twin.model.daily_tokens,
      tenant: 0,
      installation: 0,
    };
    return { base_url, name, api_key, daily_tokens, times, guard };
  }
  if (!config.model) return null;
  const { model: name, ...rest } = config.model;
  return { ...rest, name, times, guard: null };
}

import type { Owner } from "../actor.ts";
import type { Context } from "../context.ts";
import { invalidInput } from "../errors.ts";
import type { WithAdmission } from "../limits/admission.ts";
import { admitOrThrow, policyCharge } from "../limits/policies.ts";
import type { ConnectInput, ModelView } from "../schemas/model.ts";
import type { Twin } from "../schemas/twin.ts";
import { requireTwin } from "../twins/twins.ts";
import { listModelNames } from "./model_fetch.ts";
import { pingModel, requireReachable, setModel, withModel } from "./models.ts";
import { knownProvider } from "./providers.ts";
import { modelOf } from "./twin_model.ts";

/** A model under test, until its name is chosen. */
const UNNAMED = "?";
/** Models that are not for chat. */
const NO_CHAT = /embed|whisper|tts|rerank|moderation|guard|image|audio/i;

/**
 * Connects a provider's model to a twin once it has answered a test question: a model that does not work changes
 * nothing. Counts as a preview message. Throws `unavailable` with what to check, and the errors of `setModel`.
 */
export async function connectModel(
  app: Context & WithAdmission,
  owner: Owner,
  twin_id: string,
  { provider, ...input }: ConnectInput,
): Promise<{ view: ModelView; took_ms: number }> {
  const twin = await requireTwin(app, owner, twin_id);
  await admitOrThrow(app, [policyCharge(app, "preview", owner.user_id)]);
  const known = knownProvider(provider);
  const base_url = known?.base_url ?? input.base_url?.replace(/\/+$/, "");
  if (!base_url) {
    throw invalidInput(
      "base_url",
      "Enter the address of its API. It usually ends with /v1.",
    );
  }
  await requireReachable(app, base_url);
  const unnamed = { ...input, base_url, model: UNNAMED };
  const model = input.model ?? keptName(twin, base_url) ??
    await chooseModel(
      app,
      withModel(app, twin, unnamed),
      known?.models ?? [],
    );
  const chosen = { ...unnamed, model };
  const { took_ms } = await pingModel(app, withModel(app, twin, chosen));
  return { view: await setModel(app, owner, twin_id, chosen), took_ms };
}

/** The current model's name, if the server stays the same. */
function keptName({ model }: Twin, base_url: string): string | undefined {
  return model?.base_url === base_url ? model.name : undefined;
}

/** The first of `preferred` that the server has; if it has none, its first chat model. */
async function chooseModel(
  app: Context,
  twin: Twin,
  preferred: readonly string[],
): Promise<string> {
  const model = modelOf(app, twin);
  const names = model && await listModelNames(model);
  const found = preferred.find((name) => names?.includes(name)) ??
    preferred[0] ?? names?.find((name) => !NO_CHAT.test(name));
  if (found) return found;
  throw invalidInput(
    "model",
    names
      ? "This server has no chat model yet. Install one there, or name it."
      : "This server does not respond, or does not list its models. Check that it is running, or name the model.",
  );
}

import type { Actor, Owner } from "../actor.ts";
import type { Context } from "../context.ts";
import type { WithAdmission } from "../limits/admission.ts";
import { AppError, invalidInput, isAppError } from "../errors.ts";
import { requirePublicUrl } from "../net/public_addresses.ts";
import type { ModelInput, ModelView, StoredModel } from "../schemas/model.ts";
import type { Twin } from "../schemas/twin.ts";
import { seal } from "../crypto/sealing.ts";
import { requestContentWork } from "./content_work.ts";
import { embeddingServerOf } from "./embeddings.ts";
import { modelOf } from "./twin_model.ts";
import { reserveTokens, tokensToday } from "./token_budget.ts";
import { changeTwin, requireTwin } from "../twins/twins.ts";

export async function getModel(
  app: Context,
  actor: Actor,
  twin_id: string,
): Promise<ModelView> {
  return await viewModel(app, await requireTwin(app, actor, twin_id));
}

async function viewModel(app: Context, twin: Twin): Promise<ModelView> {
  const tokens_today = await tokensToday(app, twin.id);
  const embeddings = embeddingServerOf(app, twin)?.model ?? null;
  if (twin.model) {
    const { base_url, name, sealed_key, daily_tokens } = twin.model;
    const has_key = sealed_key !== null;
    return {
      ...{ source: "twin", base_url, model: name, has_key },
      ...{ daily_tokens, tokens_today, embeddings },
    };
  }
  const { model } = app.config;
  return {
    source: model ? "server" : "none",
    base_url: null,
    model: model?.model ?? null,
    has_key: false,
    daily_tokens: model?.daily_tokens.twin ?? 0,
    ...{ tokens_today, embeddings },
  };
}

/**
 * Sets a twin's model. Its key is sealed; without TWINCAST_SECRET a key is refused (`invalid_input`), and so is an
 * address in a private network. A key is never sent to a server other than the one it was given for.
 */
export async function setModel(
  app: Context,
  owner: Owner,
  twin_id: string,
  input: ModelInput,
): Promise<ModelView> {
  await requireReachable(app, input.base_url);
  await changeTwin(
    app,
    owner,
    twin_id,
    "model.updated",
    (twin, op) => {
      const changed = withModel(app, twin, input);
      requestContentWork(app, op, changed);
      return changed;
    },
  );
  return await getModel(app, owner, twin_id);
}

/** The twin with this model. Throws `invalid_input` if its key cannot be stored. */
export function withModel(app: Context, twin: Twin, input: ModelInput): Twin {
  return {
    ...twin,
    model: {
      base_url: input.base_url.replace(/\/+$/, ""),
      name: input.model,
      sealed_key: keyFor(app, twin, input),
      daily_tokens: input.daily_tokens,
    },
  };
}

/** Throws `invalid_input` for an address in a private network that the operator has not listed. */
export async function requireReachable(
  app: Context,
  base_url: string,
): Promise<void> {
  await requirePublicUrl(base_url, app.config.local_hosts).catch((error) => {
    if (!isAppError(error)) throw error;
    throw invalidInput(
      "base_url",
      `${error.message} For a model on this machine or network, whoever runs the server has to list its host in TWINCAST_LOCAL_HOSTS.`,
    );
  });
}

function keyFor(app: Context, twin: Twin, input: ModelInput): string | null {
  const { api_key, base_url } = input;
  if (api_key === undefined) {
    return sameServer(twin.model, base_url) ? twin.model.sealed_key : null;
  }
  if (api_key === null) return null;
  const { secret } = app.config;
  if (secret !== null) return seal(secret, twin.id, api_key);
  throw invalidInput(
    "api_key",
    "This server cannot store a key safely without TWINCAST_SECRET. Whoever runs it has to set one first.",
  );
}

function sameServer(
  model: StoredModel | undefined,
  base_url: string,
): model is StoredModel {
  return model !== undefined &&
    new URL(model.base_url).origin === new URL(base_url).origin;
}

/** Removes a twin's own model: from now on the server's model answers, or the built-in engine. */
export async function removeModel(
  app: Context,
  owner: Owner,
  twin_id: string,
): Promise<void> {
  await changeTwin(app, owner, twin_id, "model.removed", (twin) => {
    const { model: _, ...rest } = twin;
    return rest;
  });
}

/** More than a check takes: it allows answers of up to 200 tokens. */
const CHECK_TOKENS = 250;

/** Asks a twin's model for a word. Throws `unavailable` with what went wrong, as far as it may be shown. */
export async function checkModel(
  app: Context & WithAdmission,
  owner: Owner,
  twin_id: string,
): Promise<{ answer: string; took_ms: number }> {
  const twin = await requireTwin(app, owner, twin_id);
  return await pingModel(app, twin);
}

/** Like `checkModel`, for a twin that may not be stored yet. */
export async function pingModel(
  app: Context & WithAdmission,
  twin: Twin,
): Promise<{ answer: string; took_ms: number }> {
  const model = modelOf(app, twin);
  if (!model) {
    throw new AppError(
      "conflict",
      "This twin has no model, or the model's key can no longer be read. Save a model with its key first.",
    );
  }
  if (await reserveTokens(app, { twin, model }, CHECK_TOKENS) !== null) {
    throw new AppError(
      "rate_limited",
      "The model's token budget for 24 hours is used up. Try again later, or give the twin a model of its own.",
    );
  }
  const begin = performance.now();
  const { pingModel } = await import("./check.ts");
  const answer = await pingModel(model);
  return { answer, took_ms: Math.round(performance.now() - begin) };
}

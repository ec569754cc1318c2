import { type SignedIn, signUp } from "../accounts/accounts.ts";
import type { WithPasswords } from "../accounts/passwords.ts";
import type { Context } from "../context.ts";
import { sha256 } from "../crypto/secrets.ts";
import type { WithAdmission } from "../limits/admission.ts";
import type { Caller } from "../limits/policies.ts";
import { requestContentWork } from "../models/content_work.ts";
import type { SignUpInput } from "../schemas/account.ts";
import type { Trial } from "../schemas/trial.ts";
import type { Twin } from "../schemas/twin.ts";
import { keys } from "../store/keys.ts";
import { firstWords } from "../twins/twins.ts";
import { freeSlot } from "./slots.ts";

/** A signed-up user, and whether they now own the twin they tried. */
type SignedUp = SignedIn & { has_taken_over: boolean };

/**
 * Signs someone up with the twin that their browser has tried, including its content, look and conversations. The
 * sign-up's own commit takes it over; without a live trial it is an ordinary sign-up. Throws as `signUp`.
 */
export async function signUpWithTrial(
  app: Context & WithAdmission & WithPasswords,
  input: SignUpInput,
  caller: Caller,
  token: string | null,
): Promise<SignedUp> {
  let has_taken_over = false;
  const signed_in = await signUp(app, input, caller, async (op) => {
    const taken = token && await takeOver(app, op, token, input.twin_name);
    has_taken_over = Boolean(taken);
    return taken || null;
  });
  return { ...signed_in, has_taken_over };
}

/** Adds the takeover of a trial to a sign-up's commit; returns the team's id. */
async function takeOver(
  app: Context,
  op: Deno.AtomicOperation,
  token: string,
  name: string,
): Promise<string | null> {
  const entry = await app.kv.get<Trial>(keys.trial(sha256(token)));
  const trial = entry.value;
  if (!trial || Date.parse(trial.expires_at) <= app.clock.now()) return null;
  const found = await app.kv.get<Twin>(keys.twin(trial.twin_id));
  if (!found.value || found.value.deleted_at !== null) return null;
  const { trial_ends_ms: _, ...before } = found.value;
  const twin: Twin = { ...before, name, ...firstWords(name) };
  op.check(entry, found).delete(entry.key).set(found.key, twin);
  await freeSlot(app, op, trial.slot, trial.token_hash);
  requestContentWork(app, op, twin);
  return trial.tenant_id;
}

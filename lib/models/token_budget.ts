import type { Context } from "../context.ts";
import type { WithAdmission } from "../limits/admission.ts";
import { DAY } from "../clock.ts";
import type { ModelConfig } from "../config/config.ts";
import type { Charge } from "../limits/rate_limiting.ts";
import {
  advance,
  partAt,
  type SlidingWindow,
  used,
} from "../limits/sliding_window.ts";
import { describeError } from "../log.ts";
import type { Twin } from "../schemas/twin.ts";
import { keys } from "../store/keys.ts";

/** The twin that a model answers for, and its budget; a model with a guard is the twin's own. */
type Asker = {
  twin: Pick<Twin, "id" | "tenant_id">;
  model: { daily_tokens: ModelConfig["daily_tokens"]; guard: object | null };
};

const EVERYBODY = "installation";

/** Tokens that a twin's model used in the last 24 hours. */
export async function tokensToday(
  app: Context,
  twin_id: string,
): Promise<number> {
  const { value } = await app.kv.get<SlidingWindow>(
    keys.rateLimit("tokens", DAY, twin_id),
  );
  return used(advance(value, partAt(app.clock.steady(), DAY)));
}

/**
 * Reserves tokens for an answer; returns the budget that is too small, or null. Atomic, and batched with all other
 * admissions: simultaneous answers never reserve more than there is. Without limits nothing is reserved.
 */
export async function reserveTokens(
  app: Context & WithAdmission,
  asker: Asker,
  tokens: number,
): Promise<string | null> {
  const charges = budgetsOf(asker, tokens).filter((c) => c.limit < Infinity);
  if (charges.length === 0) return null;
  const { refused_by, states } = await app.admission.admit(charges);
  return refused_by && charges[states.indexOf(refused_by)].subject;
}

/** Replaces a reservation by what the answer used. A failure is only logged: the answer exists already. */
export async function settleTokens(
  app: Context & WithAdmission,
  asker: Asker,
  { reserved, taken }: { reserved: number; taken: number },
): Promise<void> {
  const limited = (c: Charge) => c.limit < Infinity;
  const charges = budgetsOf(asker, taken);
  const back = charges.filter(limited).map((c) => ({
    ...c,
    amount: reserved - taken,
  }));
  const more = charges.filter((c) => !limited(c));
  try {
    await Promise.all([
      back.length > 0 && app.admission.refund(back),
      more.length > 0 && app.admission.admit(more),
    ]);
  } catch (error) {
    app.log("warn", "tokens_unsettled", {
      twin_id: asker.twin.id,
      error: describeError(error),
    });
  }
}

/**
 * The budgets that an answer counts against: the twin's and, for the operator's model, its team's and the
 * installation's.
 */
function budgetsOf({ twin, model }: Asker, amount: number): Charge[] {
  const { daily_tokens } = model;
  const budgets: [subject: string, limit: number][] = [
    [twin.id, daily_tokens.twin],
  ];
  if (!model.guard) {
    budgets.push(
      [twin.tenant_id, daily_tokens.tenant],
      [EVERYBODY, daily_tokens.installation],
    );
  }
  return budgets.map(([subject, limit]) => ({
    policy: "tokens" as const,
    subject,
    limit: limit || Infinity,
    window_ms: DAY,
    amount,
  }));
}

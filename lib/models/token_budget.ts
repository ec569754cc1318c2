import type { App } from "../app.ts";
import { iso } from "../clock.ts";
import { commitWithRetry } from "../store/commit.ts";
import { keys } from "../store/keys.ts";

/** Tokens that a twin's model took on one day (UTC). */
type Spent = { day: string; tokens: number };

function today(app: App): string {
  return iso(app.clock.now()).slice(0, 10);
}

export async function tokensToday(app: App, twin_id: string): Promise<number> {
  const { value } = await app.kv.get<Spent>(keys.modelTokens(twin_id));
  return value?.day === today(app) ? value.tokens : 0;
}

/**
 * Sets tokens aside for an answer; false where the day's budget does not hold them. Atomic: answers at the same
 * moment never set aside more than there is. A budget of 0 has no end.
 */
export async function reserveTokens(
  app: App,
  twin_id: string,
  budget: number,
  tokens: number,
): Promise<boolean> {
  return await commitWithRetry(app.kv, async (op) => {
    const entry = await app.kv.get<Spent>(keys.modelTokens(twin_id));
    const day = today(app);
    const spent = entry.value?.day === day ? entry.value.tokens : 0;
    if (budget > 0 && spent + tokens > budget) return false;
    op.check(entry).set(entry.key, { day, tokens: spent + tokens });
    return true;
  });
}

/** Puts what an answer took in the place of what was set aside for it. */
export async function settleTokens(
  app: App,
  twin_id: string,
  { reserved, taken }: { reserved: number; taken: number },
): Promise<void> {
  await commitWithRetry(app.kv, async (op) => {
    const entry = await app.kv.get<Spent>(keys.modelTokens(twin_id));
    // A day that has ended meanwhile is settled by itself.
    if (entry.value?.day !== today(app)) return;
    const tokens = Math.max(0, entry.value.tokens - reserved + taken);
    op.check(entry).set(entry.key, { ...entry.value, tokens });
  });
}

import assert from "node:assert/strict";
import { DAY } from "../clock.ts";
import { countEntries, openDomain } from "../../tests/stores.ts";
import { reserveTokens, settleTokens, tokensToday } from "./token_budget.ts";

const ADA = { id: "twn_ada", tenant_id: "tnt_1" };
const BEA = { id: "twn_bea", tenant_id: "tnt_1" };
const CAI = { id: "twn_cai", tenant_id: "tnt_2" };

function operators(twin: number, tenant = 0, installation = 0) {
  return { guard: null, daily_tokens: { twin, tenant, installation } };
}

Deno.test("reserveTokens: concurrent answers never reserve more than the budget, nor less", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  for (
    const [budget, askers, subject] of [
      [operators(1_000), [ADA], ADA.id],
      [operators(0, 1_000), [ADA, BEA], "tnt_1"],
      [operators(0, 0, 1_000), [ADA, BEA, CAI], "installation"],
    ] as const
  ) {
    const refused = await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        reserveTokens(app, {
          twin: askers[i % askers.length],
          model: budget,
        }, 100)),
    );
    assert.equal(refused.filter((one) => one === null).length, 10);
    assert.ok(refused.every((one) => one === null || one === subject));
  }
});

Deno.test("reserveTokens: team and overall budgets apply to the operator's model only", async () => {
  await using domain = await openDomain();
  const model = { ...operators(0, 10, 10), guard: {} };
  const asker = { twin: ADA, model };
  assert.equal(await reserveTokens(domain.app, asker, 1_000), null);
});

Deno.test("reserveTokens: without limits nothing is written before the answer exists", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  const asker = { twin: ADA, model: operators(0) };
  assert.equal(await reserveTokens(app, asker, 1e12), null);
  assert.equal(await countEntries(kv, ["rate_limit_tracking"]), 0);
  await settleTokens(app, asker, { reserved: 1e12, taken: 70 });
  assert.equal(await tokensToday(app, ADA.id), 70);
});

Deno.test("settleTokens: unused tokens are returned, used ones count for a day", async () => {
  await using domain = await openDomain();
  const { app, clock } = domain;
  const asker = { twin: ADA, model: operators(1_000, 2_000) };
  assert.equal(await reserveTokens(app, asker, 900), null);
  assert.equal(await reserveTokens(app, asker, 900), ADA.id);
  await settleTokens(app, asker, { reserved: 900, taken: 100 });
  assert.equal(await tokensToday(app, ADA.id), 100);
  assert.equal(await reserveTokens(app, asker, 900), null);
  await settleTokens(app, asker, { reserved: 900, taken: 950 });
  assert.equal(await tokensToday(app, ADA.id), 1_050);
  clock.advance(DAY + DAY / 24);
  assert.equal(await tokensToday(app, ADA.id), 0);
  assert.equal(await reserveTokens(app, asker, 1_000), null);
});

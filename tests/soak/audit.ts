import { CONTENT_RULES } from "./content_rules.ts";
import { PEOPLE_RULES } from "./people_rules.ts";
import type { Rule } from "./rule.ts";
import { StoreView } from "./store_view.ts";
import { CONVERSATION_RULES } from "./conversation_rules.ts";
import { WORK_RULES } from "./work_rules.ts";

/** Invariants of every store at rest, after a sweep: each entry has its record, and each record its entries. */
export const RULES: readonly Rule[] = [
  ...PEOPLE_RULES,
  ...CONTENT_RULES,
  ...CONVERSATION_RULES,
  ...WORK_RULES,
];

/** Violations of the invariants. */
export function audit(store: StoreView): Map<string, string[]> {
  const broken = new Map<string, string[]>();
  for (const rule of RULES) {
    const where = rule.broken(store);
    if (where.length > 0) broken.set(rule.name, where);
  }
  return broken;
}

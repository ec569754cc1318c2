import { wrappedKv } from "../lib/store/wrapped_kv.ts";
/** Background writes. */
const VOLATILE = new Set([
  "dashboard_sessions",
  "dashboard_sessions_by_user",
  "expiries",
  "figures",
  "health",
  "hot_mark",
  "key_last_used",
  "key_last_used_for",
  "key_origins",
  "last_active",
  "rate_limit_tracking",
  "refusals",
]);

const CHANGES = ["set", "delete", "sum", "min", "max"] as const;

/** The store, which adds the keys of each committed change to `written`. */
export function recordWrites(kv: Deno.Kv, written: string[]): Deno.Kv {
  return wrappedKv(kv, { atomic: () => recorded(kv.atomic(), written) });
}

function recorded(op: Deno.AtomicOperation, written: string[]) {
  const keys: Deno.KvKey[] = [];
  for (const name of CHANGES) {
    const change = Reflect.get(op, name as string).bind(
      op,
    );
    Reflect.set(op, name, (...all: [Deno.KvKey, ...unknown[]]) => {
      keys.push(all[0]);
      change(...all);
      return op;
    });
  }
  const commit = op.commit.bind(op);
  op.commit = async () => {
    const result = await commit();
    if (result.ok) {
      written.push(
        ...keys.filter(([first]) => !VOLATILE.has(String(first)))
          .map((key) => key.join(" ")),
      );
    }
    return result;
  };
  return op;
}

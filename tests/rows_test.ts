// Lists of none, one and a thousand; `long/rows_long.ts` has ten thousand.
import { tryRows } from "./rows.ts";

for (const count of [0, 1, 1_000]) {
  Deno.test(`rows: ${count} of everything`, (t) => tryRows(t, count));
}

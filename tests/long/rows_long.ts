import { tryRows } from "../rows.ts";

Deno.test("rows: ten thousand of everything", (t) => tryRows(t, 10_000));

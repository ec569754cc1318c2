import { measureStalls } from "../tests/stalls.ts";
import { atMost, type Row } from "./report.ts";

/** The longest time nobody else was answered while one caller sent the worst inputs. */
export async function benchStalls(): Promise<Row[]> {
  const stalls = await measureStalls({ questions: 1_000 });
  return Object.entries(stalls).flatMap(([what, { waited, computed }]) => [
    atMost(`longest wait: ${what}`, waited, 50, "ms"),
    atMost(`computed meanwhile: ${what}`, computed, 50, "ms"),
  ]);
}

if (import.meta.main) {
  const { printTable } = await import("./report.ts");
  printTable(await benchStalls());
  Deno.exit(0);
}

import assert from "node:assert/strict";
import { figureByDay } from "./by_day.ts";

Deno.test("figureByDay: every day of the range once, today last, by channel", () => {
  const now = Date.UTC(2026, 2, 2, 23, 59);
  const rows = [
    { day: "2026-03-01", channel: "link", counts: { messages: 3 } },
    { day: "2026-03-02", channel: "link", counts: { messages: 1 } },
    {
      day: "2026-03-02",
      channel: "key_1",
      counts: { messages: 2, visitors: 1 },
    },
  ];
  assert.deepEqual(figureByDay(rows, "messages", 4, now), [
    { day: "2026-02-27", values: {} },
    { day: "2026-02-28", values: {} },
    { day: "2026-03-01", values: { link: 3 } },
    { day: "2026-03-02", values: { link: 1, key_1: 2 } },
  ]);
});

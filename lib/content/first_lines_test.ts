import assert from "node:assert/strict";
import { createContent } from "./content.ts";
import { firstLine, readFirstLines } from "./first_lines.ts";
import { found, openDomain } from "../../tests/stores.ts";

Deno.test("firstLine: the first words that are not the title, without Markdown", () => {
  const cases: [body: string, line: string][] = [
    ["# Shipping\n\nI ship *everywhere*.", "I ship everywhere."],
    ["\n\n- [My shop](https://shop.example) is open", "My shop is open"],
    ["2. Second", "Second"],
    ["---\n\n| a | b |", "a b"],
    ["Shipping", ""],
    ["![](x.png)\n…", ""],
    ["أرسل إلى كل مكان", "أرسل إلى كل مكان"],
  ];
  for (const [body, line] of cases) {
    assert.equal(firstLine(body, "Shipping"), line);
  }
  assert.equal(firstLine("a".repeat(500), "").length, 161);
});

Deno.test("readFirstLines: each item's own line, from its newest text", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const { twin_id } = owner;
  const made = [];
  for (const body of ["First of all.\n\nMore.", "x ".repeat(40_000), "…"]) {
    const visibility = "private" as const;
    made.push(
      await createContent(app, owner, twin_id, {
        title: "T",
        body,
        visibility,
      }),
    );
  }
  const lines = await readFirstLines(app.kv, twin_id, made);
  assert.equal(lines.get(made[0].id), "First of all.");
  assert.ok(lines.get(made[1].id)?.startsWith("x x x"));
  assert.equal(lines.has(made[2].id), false);
});

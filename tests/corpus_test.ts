// Files of the kinds that people have, in tests/corpus: each is imported and asked for what it holds.
import assert from "node:assert/strict";
import { importFiles } from "../lib/content/file_import.ts";
import { ownerReader } from "../lib/content/reader.ts";
import { currentIndex } from "../lib/content/indexes.ts";
import { answerFromPair } from "../lib/engine/pairs.ts";
import { answerFromIndex } from "../lib/engine/answer.ts";
import { createTwin } from "../lib/twins/twins.ts";
import { found, openDomain } from "./stores.ts";

const FOLDER = new URL("./corpus/", import.meta.url);

/** A question, what its answer says, and where in the file it is cited from. */
type Asked = [question: string, answer: RegExp, where?: string];

/** What each file must answer, and what nobody may be told. */
const CORPUS: Record<string, { asked: Asked[]; never?: RegExp }> = {
  "cjk.pdf": {
    asked: [["営業時間は？", /午前九時から午後六時まで/]],
    never: /[⼀-⿕]/u,
  },
  "ligature-rtl.pdf": {
    asked: [
      ["Which fees does the office offer?", /efficient filing and flat fees/],
      ["متى يفتح المكتب؟", /يفتح المكتب في الساعة التاسعة/],
    ],
  },
  "pagebreak.pdf": {
    asked: [[
      "Until when can visitors park?",
      /until the gate closes at nine in the evening/,
      "p. 1",
    ], ["Where do bicycles go?", /in the cellar/, "p. 2"]],
    never: /Page 1|page 2|Handbook 2024/,
  },
  "cp1252.csv": { asked: [["Wann öffnet das Büro?", /Um neun – außer/]] },
  "cp1252.txt": { asked: [["What does the café crème cost?", /€3|3 €|€ 3/]] },
  "italian-header.csv": {
    asked: [["Quando siete aperti?", /Dalle 9 alle 18/]],
  },
  "sepline.csv": { asked: [["Wo parke ich?", /Im Hof/]] },
  "swapped-columns.csv": {
    asked: [
      ["How long does delivery take?", /Three working days/],
      ["Can I return an item?", /Within 30 days/],
    ],
  },
  "three-columns.csv": {
    asked: [
      ["How long does delivery take?", /Three working days/],
      ["Can I return an item?", /Within 30 days/],
    ],
  },
  "page-faq-details.html": {
    asked: [
      ["How long is the warranty?", /three years/],
      ["Do you ship to Norway?", /18 euros/],
    ],
    never: /Imprint|Products/,
  },
  "page-faq-div.html": {
    asked: [
      ["How long is the warranty?", /three years/],
      ["Do you ship to Norway?", /18 euros/],
    ],
    never: /Products/,
  },
  "frontmatter-comment.md": {
    asked: [["How long does the boat trip take?", /two hours/]],
    never: /margin|90 euros|supplier|author/,
  },
  "footnotes.docx": {
    asked: [[
      "Is delivery free in the whole country?",
      /free \(Except to the islands, where it costs 12 euros/,
    ]],
    never: /↑|\[1\]/,
  },
  "tracked.docx": {
    asked: [
      ["How long does the contract run?", /twenty-four months/],
      ["When is the fee due?", /first of May/],
    ],
    never: /twelve|secret|hidden|comment/i,
  },
};

Deno.test("corpus: each file is imported and answers what it holds", async (t) => {
  const names = Array.from(Deno.readDirSync(FOLDER), ({ name }) => name);
  assert.deepEqual(names.sort(), Object.keys(CORPUS).sort());
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  for (const [name, { asked, never }] of Object.entries(CORPUS)) {
    await t.step(name, async () => {
      const { id: twin_id } = await createTwin(app, owner, { name });
      const bytes = await Deno.readFile(new URL(name, FOLDER));
      const { files: [result] } = await importFiles(app, owner, twin_id, {
        files: [new File([bytes], name)],
        visibility: "public",
      });
      assert.equal(result.problem, undefined);
      const reader = ownerReader(app.kv, twin_id);
      const { index } = await currentIndex(app, twin_id, reader);
      for (const [question, answer, where] of asked) {
        const told = answerFromPair(index, question) ??
          answerFromIndex(index, question);
        assert.match(told.answer, answer, question);
        if (where) assert.equal(told.citations[0].where, where, question);
      }
      const texts = [...index.ids()].flatMap((id) =>
        index.item(id)?.passages ?? []
      ).join("\n");
      if (never) assert.doesNotMatch(texts, never);
    });
  }
});

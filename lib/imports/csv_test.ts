import assert from "node:assert/strict";
import { parseTable, readCsv } from "./csv.ts";
import type { ColumnChoice, LeftOut, Reading } from "./kinds.ts";

function reads(text: string, columns?: ColumnChoice): Reading {
  const read = readCsv(text, columns);
  assert.ok(!("refusal" in read), "refusal" in read ? read.refusal : "");
  return read;
}

function pairsOf({ items }: Reading): string[][] {
  return items.map(({ kind, title, body }) => {
    assert.equal(kind, "pair");
    return [title ?? "", body];
  });
}

function whatOf(left_out: LeftOut[]): string[] {
  return left_out.map(({ what }) => what);
}

function refuses(text: string, why: RegExp, columns?: ColumnChoice): void {
  const read = readCsv(text, columns);
  assert.match("refusal" in read ? read.refusal : "", why);
}

/** Headings as people write them, for a question and an answer in each language. */
const HEADINGS = [
  ...["Question,Answer", "pregunta,respuesta", "Вопрос,Ответ", "问题,答案"],
  ...["問題,答案", "प्रश्न,उत्तर", "السؤال,الإجابة", "FRAGE,ANTWORT"],
  ...["Ερώτηση,Απάντηση", "Întrebare,Răspuns", "คำถาม,คำตอบ"],
  ...["Soru,Yanıt", "Câu hỏi,Câu trả lời", "Question,Réponse"],
  ...["Pergunta,Resposta", "Domanda,Risposta", "Vraag,Antwoord"],
  ...["質問,回答", "질문,답변", "Pytanie,Odpowiedź", "Otázka,Odpověď"],
  ...["Fråga,Svar", "Spørgsmål,Svar", "Kysymys,Vastaus"],
  ...["Питання,Відповідь", "שאלה,תשובה", "Kérdés,Válasz"],
  ...["Customer question,Our answer", "Q,A", "Questions (DE),Answers (DE)"],
];

Deno.test("readCsv: finds columns by name in many languages, in any order", () => {
  for (const heading of HEADINGS) {
    const [question, answer] = heading.split(",");
    const table = `id,${answer},Topic,${question}\n7,At nine,Hours,When\n`;
    const read = reads(table);
    assert.deepEqual(pairsOf(read), [["When", "At nine"]], heading);
    assert.deepEqual(whatOf(read.left_out), ["the columns “id”, “Topic”"]);
  }
});

Deno.test("readCsv: separators, quotes, line ends, byte order marks, and lines above the header", () => {
  const one = [["When, exactly?", 'At "seven";\nsharp']];
  const cells = ['"When, exactly?"', '"At ""seven"";\nsharp"'];
  for (const separator of [",", ";", "\t", "|"]) {
    const row = cells.join(separator);
    const heading = ["question", "answer"].join(separator);
    assert.deepEqual(pairsOf(reads(`${heading}\r\n${row}\r\n`)), one);
    assert.deepEqual(pairsOf(reads(`\n\n${heading}\n\n${row}`)), one);
  }
  assert.deepEqual(pairsOf(reads(`sep=;\r\nQ;A\r\n${cells.join(";")}`)), one);
  const commas = "Frage;Antwort\nWann, wo, wie?;Um neun, hier, so.\n";
  assert.deepEqual(pairsOf(reads(commas)), [[
    "Wann, wo, wie?",
    "Um neun, hier, so.",
  ]]);
  const titled = "Our questions,\n,\nQuestion,Answer\nWhen,At nine\n";
  assert.deepEqual(pairsOf(reads(titled)), [["When", "At nine"]]);
  assert.deepEqual(parseTable('a,"b\n', ","), [["a", "b\n"]]);
});

Deno.test("readCsv: two columns without a header are pairs if the first asks", () => {
  const asked = [["Who?", "Me"], ["谁？", "我"]];
  assert.deepEqual(pairsOf(reads("Who?,Me\n谁？,我\n")), asked);
  const unknown = "Spurning,Svör\nHver?,Ég\nHvar?,Hér\n";
  assert.deepEqual(pairsOf(reads(unknown)), [["Hver?", "Ég"], [
    "Hvar?",
    "Hér",
  ]]);
  const { items } = reads("Tea,Oolong\nCoffee,Filter\n");
  assert.equal(items[0].kind, "text");
});

Deno.test("readCsv: a row without question or answer is skipped, with its number", () => {
  const long = "x".repeat(201);
  const table = `question,answer\nWho?,Me\nWhen?,\n,Here\n${long},y\n`;
  const { items, left_out } = reads(table);
  assert.equal(items.length, 1);
  assert.deepEqual(left_out, [
    { what: "row 3", why: "It has no answer." },
    { what: "row 4", why: "It has no question." },
    { what: "row 5", why: "Its question is longer than 200 characters." },
  ]);
  const many = `question,answer\nWho?,Me\n${"When?,\n".repeat(60)}`;
  assert.equal(whatOf(reads(many).left_out).at(-1), "10 more rows");
});

Deno.test("readCsv: a table without questions is read row by row with its headings", () => {
  const table =
    "Trip,Price,Duration\nHarbour tour,25 €,2 hours\nSeal island,40 €,\n";
  assert.deepEqual(reads(table).items, [{
    kind: "text",
    title: null,
    body: "## Harbour tour\n\nPrice: 25 €  \nDuration: 2 hours\n\n" +
      "## Seal island\n\nPrice: 40 €",
  }]);
  const titled = `Prices of 2026,,\n,,\n${table}`;
  assert.match(reads(titled).items[0].body, /^Prices of 2026\n\n## Harbour/);
  const week = ",Monday,Tuesday\nOpen,9,10\nClosed,17,18\n";
  assert.match(
    reads(week).items[0].body,
    /^## Open\n\nMonday: 9 {2}\nTuesday: 10/,
  );
  const numbers = "Harbour,25,2\nSeals,40,3\n";
  assert.equal(
    reads(numbers).items[0].body,
    "Harbour · 25 · 2\n\nSeals · 40 · 3",
  );
  assert.equal(reads("One\nTwo\n").items[0].body, "One\n\nTwo");
});

Deno.test("readCsv: unreadable input is refused, with what to do", () => {
  refuses("", /no rows/);
  refuses("question,answer\n", /headings but no rows/);
  refuses("Who?,\nWhen?,\n", /questions but no answers/);
  refuses(
    "question,answer\nWho?,\n,Me\n",
    /For example, row 2: It has no answer/,
  );
  refuses(
    "id,question,text,more\n1,Who?,Me,x\n",
    /“question” and no column of answers.*“id”, “text”, “more”\. Name the one/,
  );
  refuses(`question,answer\n${"Who?,Me\n".repeat(1_001)}`, /at most 1000/);
  refuses(`${"a,".repeat(300)}\n`, /200 columns/);
});

Deno.test("readCsv: a table is read as chosen, and says how it was read", () => {
  const table = "id,asked,said\n1,When,At nine\n2,Where,Here\n";
  const columns = ["id", "asked", "said"];
  assert.deepEqual(reads(table).table, { columns, read_as: "rows" });
  const chosen = reads(table, { question: "Asked", answer: "3" });
  // Names and numbers may be mixed.
  assert.deepEqual(pairsOf(chosen), [["When", "At nine"], ["Where", "Here"]]);
  assert.deepEqual(chosen.table, {
    columns,
    read_as: { question: "asked", answer: "said" },
  });
  const pairs = "question,answer,more\nWho?,Me,x\n";
  assert.deepEqual(reads(pairs).table?.read_as, {
    question: "question",
    answer: "answer",
  });
  const rows = reads(pairs, "rows").items[0].body;
  assert.equal(rows, "## Who?\n\nanswer: Me  \nmore: x");
  const other = reads(pairs, { question: "question", answer: "more" });
  assert.deepEqual(pairsOf(other), [["Who?", "x"]]);
  const bare = reads("Who?,Me\nWhere?,Here\n");
  assert.deepEqual(bare.table?.columns, ["1", "2"]);
  const swapped = reads("Me,Who?\nHere,Where?\n", {
    question: "2",
    answer: "1",
  });
  assert.deepEqual(pairsOf(swapped).at(-1), ["Where?", "Here"]);
  refuses(table, /no column “why”.*“id”, “asked”, “said”/, {
    question: "why",
    answer: "said",
  });
  const unknown = readCsv("id,question,text,more\n1,Who?,Me,x\n");
  assert.deepEqual(unknown.table?.columns, ["id", "question", "text", "more"]);
});

Deno.test("readCsv: headings in two rows, with the same names below each of the first, though all are words", () => {
  const read = reads(
    "Course,Monday,,Tuesday,\n,Teacher,Room,Teacher,Room\nRaku,Ada,Barn,Bo,Attic\nWheel,Bo,Barn,Ada,Yard\n",
  );
  assert.equal(
    read.items[0].body,
    "## Raku\n\nMonday, Teacher: Ada  \nMonday, Room: Barn  \nTuesday, Teacher: Bo  \nTuesday, Room: Attic\n\n## Wheel\n\nMonday, Teacher: Bo  \nMonday, Room: Barn  \nTuesday, Teacher: Ada  \nTuesday, Room: Yard",
  );
  // Rows that only look so.
  const plain = reads(
    "Name,Likes,,Eats,\nAda,tea,rain,fish,rice\nBo,sun,,rice,\n",
  );
  assert.match(plain.items[0].body, /^## Ada/);
});

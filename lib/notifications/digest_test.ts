import assert from "node:assert/strict";
import type { Twin } from "../schemas/twin.ts";
import { digestLetter, type TwinNews } from "./digest.ts";
import { inMailLanguage, MAIL_WORDS } from "../mail/words/words.ts";
import { layOut } from "../mail/letter.ts";
import { seal } from "../crypto/sealing.ts";

const item = (text: string) => ({
  ...{ at: "2026-01-01T00:00:00.000Z", text },
  session_id: `ses_${text.length}`,
});
const news = (name: string, questions: string[]): TwinNews => ({
  twin: { id: "twn_1", name, accent_color: "#336699" } as Twin,
  items: {
    unanswered: questions.map(item),
    weak: [item("Weak?")],
    leads: [item("v@example.com")],
  },
});

Deno.test("digestLetter: each language has its own words, in singular and plural", () => {
  const letterIn = (language: string, all: TwinNews[]) => {
    const digest = digestLetter(all, {
      ...{ email: "m@example.com", team: "Clay", language },
      ...{
        unsubscribe_url: "https://t.example/u",
        base_url: "https://t.example",
      },
    });
    assert.ok(digest);
    return digest.letter;
  };
  const six = ["One?", "Two?", "Three?", "Four?", "Five?", "Six?"];
  const seen = new Map<string, string>();
  for (const language of Object.keys(MAIL_WORDS)) {
    const { label, line } = inMailLanguage(language);
    const one = letterIn(language, [news("Mira", ["One?"])]);
    const many = letterIn(language, [news("Mira", six), news("Tom", ["Z?"])]);
    assert.equal(one.lang, language);
    assert.ok(
      one.subject.includes(label("unanswered_one", { count: 1 })),
      one.subject,
    );
    assert.ok(one.subject.includes("Mira"));
    assert.ok(many.subject.includes(label("unanswered_more", { count: 7 })));
    assert.ok(many.lines[0].includes(line("more", { count: 1 })));
    assert.ok(!many.lines[0].includes("Six?"));
    assert.equal(one.button?.label, label("answer_them"));
    const told = [one.subject, ...one.lines, one.why, ...many.lines];
    const said = [...told, ...one.links?.map(({ label }) => label) ?? []];
    for (const words of said) {
      const other = seen.get(words);
      assert.ok(!other || other === language, `${words} is said in ${other}`);
      seen.set(words, language);
    }
  }
  const arabic = letterIn("ar", [news("Mira", ["Do you ship?"])]);
  assert.match(arabic.lines[0], /\n• \u2068“?Do you ship\?”?\u2069$/);
  // A language letters do not have falls back to English.
  assert.equal(letterIn("xx", [news("Mira", [])]).lang, "en");
});

Deno.test("digestLetter: fits a store entry however much is new; without the texts it says how much", () => {
  const worst = '"'.repeat(199);
  const one = news('"'.repeat(80), Array.from({ length: 100 }, () => worst));
  one.items.leads = one.items.unanswered;
  const digest = digestLetter(Array.from({ length: 40 }, () => one), {
    ...{ email: "m@example.com", team: '"'.repeat(80) },
    ...{
      unsubscribe_url: "https://t.example/u",
      base_url: "https://t.example",
    },
  });
  assert.ok(digest);
  const { letter, quoting } = digest;
  const waiting = { ...layOut(letter), instead: layOut(quoting.instead) };
  const sealed = seal("0".repeat(32), "ltr_1", JSON.stringify(waiting));
  assert.ok(sealed.length < 65_000, String(sealed.length));
  assert.match(letter.subject, /100\+ questions without an answer/);
  assert.deepEqual(quoting.instead.lines, [letter.subject]);
});

import assert from "node:assert/strict";
import { languages } from "../../embed/languages.ts";
import { englishMail } from "./english.ts";
import { inMailLanguage, MAIL_WORDS, mailLanguage } from "./words.ts";

const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

Deno.test("mail words: every chat language has its own version of every sentence, with the same placeholders", () => {
  assert.deepEqual(
    Object.keys(MAIL_WORDS).sort(),
    ["en", ...Object.keys(languages)].sort(),
  );
  const seen = new Map<string, string>();
  for (const [language, words] of Object.entries(MAIL_WORDS)) {
    for (const [name, sentence] of Object.entries(englishMail)) {
      const own = words[name as keyof typeof englishMail];
      assert.deepEqual(holes(own), holes(sentence), `${language}: ${name}`);
      const bare = own.replace(/\{\w+\}/g, "").trim();
      assert.ok(bare, `${language}: ${name}`);
      // A text of more than a few words is never the same in two languages.
      if (bare.length < 25) continue;
      const other = seen.get(own) ?? language;
      assert.equal(other, language, `${name} is said as in ${other}`);
      seen.set(own, language);
    }
  }
});

Deno.test("mailLanguage: the first known language by weight; mail in a dropped language is in English", () => {
  assert.equal(mailLanguage("fi, ru;q=0.9, de;q=0.8"), "ru");
  assert.equal(mailLanguage("zh-Hant-TW"), "zh");
  assert.equal(mailLanguage("constructor, __proto__"), "en");
  assert.equal(mailLanguage(undefined), "en");
  for (const language of ["xx", "constructor", undefined]) {
    assert.equal(inMailLanguage(language).lang, "en");
  }
});

Deno.test("inMailLanguage: a name in the other direction is isolated in a sentence, and not in a subject", () => {
  const names = { inviter: "Ada", team: "فريق الشاي" };
  const arabic = inMailLanguage("ar").line("invited", names);
  assert.match(arabic, /\u2068Ada\u2069/);
  assert.doesNotMatch(arabic, /\u2068فريق/);
  const english = inMailLanguage("en").line("invited", names);
  assert.equal(english, "Ada invites you to \u2068فريق الشاي\u2069");
  assert.doesNotMatch(inMailLanguage("ar").label("invited", names), /\u2068/);
});

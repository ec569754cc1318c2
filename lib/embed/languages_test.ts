import assert from "node:assert/strict";
import { languages, stringsFor, stringsForVisitor } from "./languages.ts";
import { english } from "../client/strings.ts";

Deno.test("every language has every string, with the placeholders for time and name", () => {
  assert.deepEqual(
    Object.keys(languages).sort(),
    [
      ...["ar", "de", "es", "fr", "hi", "it", "ja", "ko", "nl", "pt"],
      ...["ru", "tr", "zh"],
    ],
  );
  for (const [lang, strings] of Object.entries(languages)) {
    assert.deepEqual(
      Object.keys(strings).sort(),
      Object.keys(english).sort(),
      lang,
    );
    assert.equal(strings.lang, lang);
    assert.match(strings.rate_limited, /\{time\}/, lang);
    for (const key of ["offer", "offered", "greeting", "disclosure"] as const) {
      assert.match(strings[key], /\{name\}/, `${lang} ${key}`);
    }
    assert.ok(Object.values(strings).every(Boolean), lang);
  }
});

Deno.test("stringsFor goes by the primary language", () => {
  assert.equal(stringsFor("pt-BR"), languages.pt);
  assert.equal(stringsFor("zh_TW"), languages.zh);
  for (const none of ["en", "fi", "", "constructor", null, undefined]) {
    assert.equal(stringsFor(none), null);
  }
});

Deno.test("stringsForVisitor: the page's language, else the browser's first known one", () => {
  const of = (page?: string, accepted?: string) =>
    stringsForVisitor(page, accepted)?.lang ?? "en";
  assert.equal(of("de", "fr"), "de");
  assert.equal(of("en-GB", "fr"), "en");
  assert.equal(of("", "fi, ko-KR;q=0.9, en;q=0.8"), "ko");
  assert.equal(of("xx", "en;q=0.9, ko"), "en");
  assert.equal(of(undefined, "enx, *"), "en");
  assert.equal(of(), "en");
});

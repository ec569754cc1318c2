import assert from "node:assert/strict";
import { failingWords } from "../lib/channels/failing_words.ts";
import { inMailLanguage, MAIL_WORDS } from "../lib/mail/words/words.ts";
import { OFF_REASONS, switchedOffWords } from "../lib/webhooks/off_words.ts";
import type { OwnerWords } from "../lib/accounts/owner_letters.ts";

const LETTERS: Record<string, OwnerWords> = {
  failing: failingWords({ twin: "Mira", name: "Tea", platform: "Slack" }, "No"),
  gone: switchedOffWords("example.com", "gone"),
  "failing for days": switchedOffWords("example.com", "failing"),
};

Deno.test("owner letters: in the owner's language, each with its own words", () => {
  for (const [letter, words] of Object.entries(LETTERS)) {
    const said = Object.keys(MAIL_WORDS).flatMap((language) => {
      const { subject, lines, button } = words(inMailLanguage(language));
      return [subject, ...lines, button];
    });
    assert.equal(new Set(said).size, said.length, `${letter} says one twice`);
    assert.doesNotMatch(said.join(""), /[{}]/, letter);
  }
  const german = inMailLanguage("de");
  assert.match(
    LETTERS.failing(german).lines[0],
    /^Mira kann auf Tea, Slack, nicht antworten/,
  );
  assert.ok(!LETTERS.gone(german).lines[0].includes(OFF_REASONS.gone));
});

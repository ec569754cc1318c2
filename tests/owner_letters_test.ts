import assert from "node:assert/strict";
import { failingWords } from "../lib/channels/failing_words.ts";
import { DIGEST_WORDS } from "../lib/notifications/digest_words.ts";
import { OFF_REASONS, switchedOffWords } from "../lib/webhooks/off_words.ts";
import { type OwnerWords, WHY } from "../lib/accounts/owner_letters.ts";

const LETTERS: Record<string, Record<string, OwnerWords>> = {
  failing: failingWords({ twin: "Mira", name: "Tea", platform: "Slack" }, "No"),
  gone: switchedOffWords("example.com", "gone"),
  "failing for days": switchedOffWords("example.com", "failing"),
};

Deno.test("owner letters: known in the languages of all other letters, with words of their own in each", () => {
  const languages = Object.keys(DIGEST_WORDS);
  assert.deepEqual(Object.keys(WHY), languages);
  for (const [letter, words] of Object.entries(LETTERS)) {
    assert.deepEqual(Object.keys(words), languages, letter);
    const said = Object.values(words).flatMap(({ subject, lines, button }) => [
      subject,
      ...lines,
      button,
    ]);
    assert.equal(new Set(said).size, said.length, `${letter} says one twice`);
  }
  const { de } = LETTERS.failing;
  assert.match(de.lines[0], /^Mira kann auf Tea, Slack, nicht antworten/);
  assert.ok(!LETTERS.gone.de.lines[0].includes(OFF_REASONS.gone));
});

import assert from "node:assert/strict";
import { crisisReply } from "./crisis.ts";

Deno.test("crisisReply: tells someone who does not want to live where to find help, in their language", () => {
  const said = [
    ["I just want to die", "en", /emergency number/],
    ["honestly i dont want to live anymore…", "en", /emergency number/],
    ["Ich möchte nicht mehr leben.", "de", /Notruf/],
    ["죽고싶어요 지금", "ko", /긴급 전화/],
    ["もう死にたいです", "ja", /緊急/],
    ["我真的不想活了", "zh", /紧急电话/],
    ["я не хочу жить", "ru", /экстренную/],
    ["انا عايز اموت", "ar", /الطوارئ/],
  ] as const;
  for (const [message, language, told] of said) {
    assert.match(crisisReply(message, language) ?? "", told, message);
  }
});

Deno.test("crisisReply: follows the language of the words, not the page's", () => {
  assert.match(crisisReply("quiero morirme", "en") ?? "", /emergencias/);
});

Deno.test("crisisReply: does not react to other questions about death, danger and injuries", () => {
  for (
    const message of [
      "I would die for this cake",
      "could I hurt myself climbing?",
      "when did your grandfather die",
      "do the plants die in winter",
      "do you want to diet with us",
    ]
  ) assert.equal(crisisReply(message, "en"), null, message);
});

import assert from "node:assert/strict";
import { answerFromIndex } from "./answer.ts";
import { PassageIndex } from "./passage_index.ts";

const ITEMS: Record<string, string> = {
  "Finding us":
    "Behind the chapel on Mill Lane. The 203 bus stops at the gate.",
  "What it costs": "An evening is 40 euros, ten of them are 350.",
  "When the door's open": "Friday to Sunday, 11 to 4.",
  "When a pot chips": "I mend it with gold, for as long as I live.",
  "Evenings": "They begin at seven and last two hours.",
  "Booking": "Send a message with the date you want.",
};

function twin(bodies = ITEMS): PassageIndex {
  const index = new PassageIndex();
  for (const [title, body] of Object.entries(bodies)) {
    const item = { content_id: title, title, source_url: null };
    index.set({ ...item, passages: [body] });
  }
  return index;
}

Deno.test("first questions: the item about the matter answers, in whatever words they come", () => {
  const index = twin();
  for (
    const [question, title] of [
      ["How much does it cost?", "What it costs"],
      ["prices?", "What it costs"],
      ["what are your rates", "What it costs"],
      ["when are you open", "When the door's open"],
      ["whats your address", "Finding us"],
      ["How do I book?", "Booking"],
    ]
  ) {
    const { quoted, confidence } = answerFromIndex(index, question);
    assert.equal(confidence, "sure", question);
    assert.equal(quoted?.[0], title, question);
  }
});

Deno.test("first questions: what nothing tells of is refused, not answered by what looks near", () => {
  const { "When a pot chips": _, ...bodies } = ITEMS;
  const missed = "I missed the last tram because of a bowl.";
  const index = twin({ ...bodies, "How I became a potter": missed });
  for (
    const question of [
      "What if I need to cancel?",
      "can i cancel",
      "Do you have gift vouchers?",
      "do you speak german",
    ]
  ) {
    const { confidence } = answerFromIndex(index, question);
    assert.equal(confidence, "none", question);
  }
});

Deno.test("first questions: how long asks for a duration, not for the word", () => {
  const { quoted } = answerFromIndex(twin(), "How long does it take?");
  assert.notEqual(quoted?.[0], "When a pot chips");
  const { "When a pot chips": body } = ITEMS;
  const alone = twin({ "When a pot chips": body, Clay: "I use two clays." });
  const { confidence } = answerFromIndex(alone, "How long does it take?");
  assert.notEqual(confidence, "sure");
});

Deno.test("first questions: where somebody is, by the bio and by the item that says it", () => {
  const profile = { name: "Mira", bio: "I make bowls and teach." };
  const { "Finding us": _, ...others } = ITEMS;
  const bodies = { ...others, "By bus": "The 203 bus stops at the gate." };
  for (const index of [twin(), twin(bodies)]) {
    const { answer, quoted } = answerFromIndex(index, "where are you?", {
      profile,
    });
    assert.match(answer, /203 bus/);
    assert.equal(
      quoted?.[0],
      index.titles().find((title) => /us$/.test(title)),
    );
  }
});

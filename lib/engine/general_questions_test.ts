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

Deno.test("first questions: a Romanian twin is not answered by words that only look like those asked", () => {
  const winery = twin({
    "Vizite": "Oaspeții pot veni sâmbăta.",
    "Beciul": "Casa are un beci din 1890, săpat de bunicul meu.",
  });
  for (const question of ["Ce vin aveți?", "Aveți vin?"]) {
    assert.notEqual(answerFromIndex(winery, question).confidence, "sure");
  }
  const cancelling = twin({
    "Dacă nu ajungeți": "Anunțați cu două zile înainte și dau banii înapoi.",
    "Lutul": "Folosesc lut roșu din deal.",
  });
  for (const question of ["Cum rezerv?", "Cât durează?"]) {
    assert.notEqual(
      answerFromIndex(cancelling, question).confidence,
      "sure",
      question,
    );
  }
  const { quoted } = answerFromIndex(
    twin({
      "Ce turnăm": "Vinurile noastre sunt albe, din struguri de pe deal.",
      "Vizite": "Oaspeții pot veni sâmbăta.",
    }),
    "Ce vin aveți?",
  );
  assert.equal(quoted?.[0], "Ce turnăm");
});

Deno.test("first questions: Korean parking is told from a fee and found in any words", () => {
  const fee = twin({
    "수업료": "수업은 한 번에 4만원입니다.",
    "흙": "붉은 흙을 씁니다.",
  });
  assert.notEqual(answerFromIndex(fee, "주차 얼마예요?").confidence, "sure");
  const parking = twin({
    "주차": "차는 뒤편 공터에 세우세요.",
    "수업료": "수업은 한 번에 4만원입니다.",
  });
  for (
    const question of [
      "주차는 어디에 해요",
      "주차 무료인가요",
      "주차 되나요?",
      "주차비는요",
    ]
  ) {
    const { confidence, quoted } = answerFromIndex(parking, question);
    assert.deepEqual([confidence, quoted?.[0]], ["sure", "주차"], question);
  }
});

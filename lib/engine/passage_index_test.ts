import assert from "node:assert/strict";
import { PassageIndex } from "./passage_index.ts";
import type { PassageSource } from "./passage.ts";

const item = (
  content_id: string,
  title: string,
  ...passages: string[]
): PassageSource => ({
  content_id,
  title,
  source_url: null,
  passages,
});

function sample(): PassageIndex {
  const index = new PassageIndex();
  index.set(
    item(
      "a",
      "Bread",
      "Bake the loaf for forty minutes.",
      "Salt slows the yeast.",
    ),
  );
  index.set(item("b", "Tea", "Green tea is steeped at eighty degrees."));
  index.set(item("c", "茶", "绿茶不发酵，用八十度的水冲泡。"));
  return index;
}

Deno.test("PassageIndex.search: finds the passage and its place in its item", () => {
  const [hit] = sample().search("What does salt do to yeast?");
  assert.equal(hit.content_id, "a");
  assert.equal(hit.n, 1);
  assert.equal(hit.passage, "Salt slows the yeast.");
});

Deno.test("PassageIndex.search: finds inflected, misspelt and Chinese words", () => {
  const index = sample();
  assert.equal(index.search("baking loaves")[0].content_id, "a");
  assert.equal(index.search("steepped")[0].content_id, "b");
  assert.equal(index.search("绿茶用多少度的水？")[0].content_id, "c");
  assert.equal(index.search("茶")[0].content_id, "c");
});

Deno.test("PassageIndex.search: earlier questions help a question that refers back", () => {
  const index = sample();
  const context = ["How is green tea made?"];
  assert.equal(
    index.search("And how hot is it?", { context })[0].content_id,
    "b",
  );
  assert.equal(
    index.search("How long must the loaf bake?", { context })[0].content_id,
    "a",
  );
});

Deno.test("PassageIndex.search: a question with its own subject ignores the earlier one", () => {
  const index = new PassageIndex();
  for (
    const [id, title, body] of [
      ["tea", "Tea while I throw", "I drink jasmine green tea from a big pot."],
      ["kiln", "Firing", "My kiln is electric and holds forty mugs."],
      ["wheel", "Wheel course", "The wheel course is 90 euros, on Mondays."],
    ]
  ) index.set(item(id, title, body));
  const context = ["Which green tea do you drink in the studio?"];
  assert.equal(
    index.search("Tell me about your kiln.", { context })[0].content_id,
    "kiln",
  );
  // A question without a subject still belongs to the earlier one.
  assert.equal(
    index.search("How much?", { context: ["When is the wheel course?"] })[0]
      .content_id,
    "wheel",
  );
});

Deno.test("PassageIndex.set: replaces an item and leaves no trace of the old one", () => {
  const index = sample();
  index.set(item("a", "Bread", "Rye keeps for a week."));
  assert.equal(index.size, 3);
  assert.ok(
    !index.search("yeast").some(({ passage }) => /yeast/.test(passage)),
  );
  assert.equal(index.search("rye")[0].content_id, "a");
});

Deno.test("PassageIndex.remove: removes all passages; an unknown id does nothing", () => {
  const index = sample();
  index.remove("a");
  index.remove("a");
  assert.equal(index.size, 2);
  assert.equal(index.has("a"), false);
  assert.deepEqual([...index.ids()], ["b", "c"]);
  assert.ok(
    index.search("loaf yeast").every(({ content_id }) => content_id !== "a"),
  );
});

Deno.test("PassageIndex.set: later changes to the source array have no effect", () => {
  const index = new PassageIndex();
  const source = item("a", "T", "alpha beta");
  index.set(source);
  source.passages[0] = "gamma";
  assert.equal(index.search("alpha")[0].passage, "alpha beta");
  index.remove("a");
  assert.equal(index.size, 0);
});

Deno.test("PassageIndex.search: a question without words finds nothing", () => {
  for (const question of ["", "?!", "👍", "\u0000"]) {
    assert.deepEqual(sample().search(question), []);
  }
});

Deno.test("PassageIndex.read: in Japanese and Chinese a phrase around one word is that word's meaning", () => {
  const index = new PassageIndex();
  index.set(item("a", "アクセス", "駐車場は裏に四台あります。"));
  index.set(item("b", "料金", "一回1,700円です。"));
  const asked = (question: string) =>
    index.read(question, [], "ja").asked
      .filter(({ is_light, form }) => !is_light && form !== "matter");
  const parking = `#${index.tables.lexica.ideaNumber("parking")}`;
  const price = `#${index.tables.lexica.ideaNumber("price")}`;
  const [word, ...others] = asked("停められますか");
  assert.equal(word.stem, "停");
  assert.ok(word.gains.has(parking));
  assert.deepEqual(others, []);
  // "円" beside a number is a price as "€" is.
  assert.ok(asked("いくらですか")[0].gains.has(price));
});

Deno.test("PassageIndex.read: a Japanese word of two kana before a particle is what is asked about", () => {
  const index = new PassageIndex();
  index.set(item("a", "お品書き", "うに、いか、たこを毎朝仕入れます。"));
  index.set(item("b", "場所", "築地の角です。"));
  const forms = (question: string) =>
    index.read(question, [], "ja").asked.map(({ form }) => form);
  assert.ok(forms("うにはありますか").includes("うに"));
  assert.ok(!forms("ここはどこですか").includes("ここ"));
});

Deno.test("PassageIndex.read: an Arabic word that ends in ة points back at nothing", () => {
  const index = new PassageIndex();
  index.set(item("a", "الأسعار", "سعر الدورة ٦٠ دينار، والخاتم ٣٥ دينار."));
  index.set(item("b", "المكان", "الورشة في جبل عمان قرب الدوار الأول."));
  index.set(item("c", "الشحن", "شحن الخواتم إلى مصر خلال خمسة أيام."));
  const shares = (question: string) =>
    index.read(question, ["كم سعر الخاتم؟"], "ar").asked
      .filter(({ form }) => form.includes("خاتم"));
  assert.deepEqual(shares("وين الورشة القديمة؟"), []);
  assert.equal(shares("كم سعره؟").length, 1);
});

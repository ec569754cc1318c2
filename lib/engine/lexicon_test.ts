import assert from "node:assert/strict";
import { readLexica } from "./lexica.ts";
import { KINDS, type LexiconFile } from "./lexicon_file.ts";
import { engineTables } from "./tables.ts";
import { type Language, LANGUAGES } from "./text/languages.ts";
import { tokenize } from "./text/tokens.ts";
import { readWordVectors } from "./word_vectors.ts";

const { lexica } = engineTables();
const url = (name: string) =>
  new URL(`./lexicon/${name}.json`, import.meta.url);
const read = (language: Language): LexiconFile =>
  JSON.parse(Deno.readTextFileSync(url(language)));

function ideasIn(text: string, language: Language): string[] {
  const tokens = tokenize(text, language);
  const spans = lexica.of(language).spans(text, tokens, { asking: true });
  return spans.flatMap(({ ideas }) => ideas.map((n) => lexica.ideaName(n)));
}

Deno.test("lexica: every language has words for the same ideas, and all of the twin's phrases", () => {
  const ideas = Object.keys(read("en").ideas);
  const said = Object.keys(read("en").say);
  for (const language of LANGUAGES) {
    const file = read(language);
    assert.equal(file.language, language);
    assert.deepEqual(Object.keys(file.ideas), ideas, language);
    assert.deepEqual(Object.keys(file.say).sort(), said.toSorted(), language);
    assert.deepEqual(Object.keys(file.asks).sort(), [...KINDS].sort());
    for (
      const [name, words] of Object.entries({ ...file.ideas, ...file.talk })
    ) {
      assert.ok(words.trim(), `${language} ${name}`);
    }
    for (const mark of ["{name}", "{topics}", "{title}", "{n}"]) {
      const holds = (say: Record<string, string>) =>
        said.filter((key) => say[key].includes(mark));
      assert.deepEqual(holds(file.say), holds(read("en").say), language);
    }
  }
});

Deno.test("lexica: families name existing ideas", () => {
  const ideas = new Set(Object.keys(read("en").ideas));
  const families: string[] = JSON.parse(
    Deno.readTextFileSync(url("families")),
  );
  const unknown = families.flatMap((family) => family.split(", "))
    .filter((idea) => !ideas.has(idea));
  assert.deepEqual(unknown, []);
});

Deno.test("Lexicon.spans: finds an idea's words in several languages, compounds and phrases included", () => {
  assert.ok(ideasIn("may I bring my dog", "en").includes("dog"));
  assert.ok(ideasIn("darf mein Hund mit", "de").includes("dog"));
  assert.ok(ideasIn("gibt es einen Parkplatz", "de").includes("parking"));
  assert.ok(ideasIn("有停车位吗", "zh").includes("parking"));
  assert.ok(ideasIn("¿cuánto cuesta?", "es").includes("price"));
});

Deno.test("Lexicon.spans: finds words without the accents that change their stem, except Vietnamese", () => {
  assert.ok(ideasIn("relajacion", "es").includes("stress"));
  assert.ok(ideasIn("amitie", "fr").includes("friend"));
  assert.ok(ideasIn("modificacao", "pt").includes("revision_changes"));
  assert.deepEqual(ideasIn("mu", "vi"), []);
});

Deno.test("Lexica.detect: by script, by words, and null without evidence", () => {
  const cases: [string, Language | null][] = [
    ["do you have parking?", "en"],
    ["heb je ook honing", "nl"],
    ["kann ich meinen hund mitbringen", "de"],
    ["otopark var mı", "tr"],
    ["aveți parcare", "ro"],
    ["có chỗ đậu xe không", "vi"],
    ["navratri me fast rakhti hu to kya khau", "hi"],
    ["class kab hai", "hi"],
    ["emi pe milega", "hi"],
    ["do you have classes on sunday", "en"],
    ["quanto costa un corso", "it"],
    ["駐車場はありますか", "ja"],
    ["где вы находитесь", "ru"],
    ["πόσο κοστίζει", "el"],
    ["poso kanei to mathima", "el"],
    ["pou eiste", "el"],
    ["vitamin C", null],
    ["xqzt", null],
    // Words of other languages are no Hindi.
    ["jute mat price", null],
    ["door mat", null],
  ];
  for (const [text, language] of cases) {
    assert.equal(lexica.detect(text), language, text);
  }
});

Deno.test("Lexica.talk: greetings and questions about the twin, also two of them or with a few small words", () => {
  const talk = (text: string, language: Language = "en") =>
    lexica.talk(text, language)?.talk ?? null;
  assert.equal(talk("Hi!"), "hello");
  assert.equal(talk("Hello, who are you?"), "who_are_you");
  assert.equal(talk("are you a bot?"), "are_you_a_bot");
  assert.equal(talk("Wer bist du?", "de"), "who_are_you");
  assert.equal(talk("你是谁？", "zh"), "who_are_you");
  // Vietnamese "dạ" is German "da", and Spanish "hola" is a greeting on any page.
  assert.equal(talk("muss man jedes mal da sein", "de"), null);
  assert.equal(talk("donde es", "es"), null);
  assert.equal(talk("how do i get to you"), null);
  assert.equal(talk("how much is a class"), null);
  assert.equal(talk("size gelsem olur mu", "tr"), null);
  assert.equal(talk("is het goed", "nl"), null);
  assert.equal(talk("thanks so much for that"), "thanks");
  assert.equal(talk("merci pour ça", "fr"), "thanks");
  assert.equal(talk("donde és", "pt"), "where_are_you_from");
  assert.equal(talk("¡Hola!", "de"), "hello");
  assert.equal(talk("ok thank you so much"), "thanks");
  assert.equal(talk("Hi, do you have parking?"), null);
  assert.equal(talk("What do you do with broken pots?"), null);
  assert.equal(talk("x".repeat(200)), null);
  // "thanks mate" is a phrase, "ok thanks" is one too, and "mate" alone is none.
  assert.equal(talk("ok thanks mate"), "thanks");
});

Deno.test("Lexica.talk: small talk beside a greeting or thanks asks nothing, but is no talk by itself", () => {
  const talk = (text: string, language: Language = "en") =>
    lexica.talk(text, language)?.talk ?? null;
  assert.equal(talk("aw thanks heaps ❤️"), "thanks");
  assert.equal(talk("hi everyone, namaste mam"), "hello");
  assert.equal(talk("谢谢老师啦~", "zh"), "thanks");
  assert.equal(talk("ขอบคุณครับครู", "th"), "thanks");
  assert.equal(talk("heaps"), null);
  // The last letter may be held; "cuánto sale" asks for the price, though "sale" alone agrees.
  assert.equal(talk("thanksss so much"), "thanks");
  assert.equal(talk("graciass genia", "es"), "thanks");
  assert.equal(talk("cuanto sale la mas grande", "es"), null);
  // "ừ", typed as "u", is agreement in Vietnamese only.
  assert.equal(talk("where r u"), null);
  assert.equal(talk("ừ", "vi"), "thanks");
  assert.equal(talk("thanks heaps, parking?"), null);
});

Deno.test("Lexica.talk: the twin may be addressed by name", () => {
  const talk = (text: string, name?: string) =>
    lexica.talk(text, "en", name)?.talk ?? null;
  assert.equal(talk("hello marlow!", "Marlow Quist"), "hello");
  assert.equal(talk("hello marlow!"), null);
  assert.equal(talk("marlow", "Marlow Quist"), null);
  assert.equal(talk("marlow's kiln", "Marlow Quist"), null);
});

Deno.test("lexica: a language prepared in steps equals one read at once", async () => {
  const fresh = readLexica(
    new URL("./", import.meta.url),
    readWordVectors(new URL("./vectors/", import.meta.url)),
  );
  let steps = 0;
  await fresh.prepare("fr", () => {
    steps++;
    return Promise.resolve();
  });
  assert.ok(steps > 500);
  await fresh.prepare("fr", () => assert.fail("It is read already"));
  const text = "Quels sont vos tarifs et horaires d'ouverture ?";
  const tokens = tokenize(text, "fr");
  assert.deepEqual(
    fresh.of("fr").spans(text, tokens),
    lexica.of("fr").spans(text, tokens),
  );
});

Deno.test("Lexicon.spans: an English word does not mean what it merely begins with", () => {
  for (const word of ["eleven", "chair", "europe", "even"]) {
    assert.deepEqual(ideasIn(word, "en"), [], word);
  }
  assert.ok(ideasIn("parkings", "en").includes("parking"));
});

Deno.test("Lexicon.spans: a Romanian word does not mean what it merely begins with", () => {
  for (const word of ["alunecă", "unicorn", "romanțe", "geamandură"]) {
    assert.deepEqual(ideasIn(word, "ro"), [], word);
  }
  assert.ok(ideasIn("psihologice", "ro").includes("mental_health"));
});

Deno.test("Lexicon.kinds: an English conjunction asks for nothing", () => {
  const kinds = (text: string) =>
    lexica.of("en").asking(text, tokenize(text, "en")).kinds;
  assert.deepEqual(kinds("barks all day when we're at work"), []);
  assert.deepEqual(kinds("what if im not in when you come"), []);
  assert.deepEqual(kinds("when r u open"), ["when"]);
  assert.deepEqual(kinds("hi, when is it"), ["when"]);
  assert.deepEqual(kinds("can you tell me where it is"), ["where"]);
  assert.deepEqual(kinds("price for two"), ["how_much"]);
});

Deno.test("Lexicon.kinds: a Spanish conjunction asks for nothing without its accent", () => {
  const kinds = (text: string) =>
    lexica.of("es").asking(text, tokenize(text, "es")).kinds;
  assert.deepEqual(kinds("me avisas cuando haya turno"), []);
  assert.deepEqual(kinds("el sitio donde se aparca es gratis"), []);
  assert.deepEqual(kinds("mi hijo quiere ir, cuándo empieza"), ["when"]);
  assert.deepEqual(kinds("quiero saber donde quedan"), ["where"]);
  assert.deepEqual(kinds("cuando abren"), ["when"]);
});

Deno.test("Lexicon.kinds: a Portuguese conjunction asks for nothing, unless it ends its clause", () => {
  const kinds = (text: string) =>
    lexica.of("pt").asking(text, tokenize(text, "pt")).kinds;
  assert.deepEqual(kinds("me avisa quando abrir vaga"), []);
  assert.deepEqual(kinds("vcs ficam onde"), ["where"]);
  assert.deepEqual(kinds("vem pra sp qnd?"), ["when"]);
  assert.deepEqual(kinds("quero saber onde é"), ["where"]);
});

Deno.test("Lexicon.kinds: a French conjunction asks for nothing, unless it ends its clause", () => {
  const kinds = (text: string) =>
    lexica.of("fr").asking(text, tokenize(text, "fr")).kinds;
  assert.deepEqual(kinds("je viens samedi ou dimanche"), []);
  assert.deepEqual(kinds("vous avez une chaise quand on arrive"), []);
  assert.deepEqual(kinds("vous etes ou"), ["where"]);
  assert.deepEqual(kinds("c quand les spectacles"), ["when"]);
});

Deno.test("Lexicon.kinds: a Romanian question word between clauses asks for nothing", () => {
  const kinds = (text: string) =>
    lexica.of("ro").asking(text, tokenize(text, "ro")).kinds;
  assert.deepEqual(kinds("pot sa astept afara cand ploua"), []);
  assert.deepEqual(kinds("si cand e cursul"), ["when"]);
  assert.deepEqual(kinds("sunteti unde?"), ["where"]);
  assert.deepEqual(kinds("pret?"), ["how_much"]);
});

Deno.test("lexicon: no entry of a language with spaces and patterns is longer than the lookup reaches", () => {
  for (
    const language of [
      "en",
      "de",
      "es",
      "ar",
      "hi",
      "it",
      "nl",
      "pt",
      "fr",
      "ro",
      "ru",
      "tr",
    ] as const
  ) {
    const long = Object.values(read(language).ideas)
      .flatMap((list) => list.split(", "))
      .filter((entry) =>
        tokenize(entry.replace(/\?$/, ""), language).length > 5
      );
    assert.deepEqual(long, [], language);
  }
});

Deno.test("Lexicon.spans: a German verb may have its particle at the end of the clause", () => {
  const says = (text: string, idea: string) =>
    assert.ok(ideasIn(text, "de").includes(idea), text);
  says("holst du das velo bei mir ab", "pickup");
  says("wann macht ihr samstags auf", "opening_hours");
  says("sagt ihr den kurs auch mal ab wenn es regnet", "cancel");
  says("was ziehe ich da am besten an?", "wear_clothes");
  says("Nimmst du an dem Lauf teil, oder nicht", "join");
  // Here "ab" is a preposition.
  assert.ok(!ideasIn("hol das ab hof", "de").includes("pickup"));
});

Deno.test("lexicon: no Japanese, Chinese or Korean entry is longer than the lookup reaches", () => {
  for (const language of ["ja", "zh", "ko"] as const) {
    const long = Object.values(read(language).ideas)
      .flatMap((list) => list.split(", "))
      .filter((entry) => entry.replace(/\?$/, "").length > 20);
    assert.deepEqual(long, [], language);
  }
});

Deno.test("Lexicon.spans: Chinese is found in either script, Japanese in full and half width", () => {
  for (const text of ["有停车位吗", "有停車位嗎", "車停哪裡"]) {
    assert.ok(ideasIn(text, "zh").includes("parking"), text);
  }
  for (
    const text of ["車停められる?", "駐車場ありますか", "車で行っても平気?"]
  ) {
    assert.ok(ideasIn(text, "ja").includes("parking"), text);
  }
  assert.ok(ideasIn("ｷｬﾝｾﾙ料かかる?", "ja").includes("cancel"));
});

Deno.test("lexicon: a word that means many things stands for none of them", () => {
  const cases: [string, Language, string][] = [
    ["先生", "zh", "marriage_spouse"],
    ["十一", "zh", "holiday"],
    ["長男", "ja", "hometown"],
    ["骨", "ja", "died"],
    ["قانون", "ar", "law"],
    ["خالي", "ar", "family"],
    ["पेट", "hi", "animal"],
    ["मीडियम", "hi", "blog"],
    ["पास", "hi", "exam"],
    ["убер", "ru", "taxi"],
    ["один", "ru", "single_alone"],
    ["раньше", "ru", "early"],
    ["деньги", "ru", "pay"],
  ];
  for (const [word, language, idea] of cases) {
    assert.ok(!ideasIn(word, language).includes(idea), word);
  }
  assert.ok(ideasIn("我先生", "zh").includes("marriage_spouse"));
});

Deno.test("Lexicon.spans: Korean is found with and without spaces, not by chance or as a counter", () => {
  const says = (text: string, idea: string) =>
    assert.ok(ideasIn(text, "ko").includes(idea), text);
  const says_not = (text: string, idea: string) =>
    assert.ok(!ideasIn(text, "ko").includes(idea), text);
  says("차댈데있나요", "parking");
  says("영업 시간 알려주세요", "opening_hours");
  says("영업시간알려주세요", "opening_hours");
  says("우리 개 데려가도 되나요", "dog");
  says_not("2개 주세요", "dog");
  says_not("두 개는 얼마", "dog");
  says_not("예약해주실수있나요", "mistake_failure");
  says_not("막걸리 있어요?", "duration");
  says_not("택배가 언제 오나요", "boat");
  says("인스타에 올리나요", "social_media");
  says_not("인스타에 올리나요", "celebrity");
  says_not("사장님 주차 되나요", "owner_boss");
  says_not("전자책은 있나요", "sleep");
  says_not("편집자는 누구예요", "sleep");
  says_not("운동시키는 방법", "order");
  says_not("타로카드 뭐 쓰세요", "card");
  says_not("2인용 텐트", "copyright");
  says_not("뭐 입고 가요", "stock_available");
  says_not("서른 개 이상", "dog");
  says("시골빵", "bake");
  says("댈 곳이 없습니다", "parking");
  says("차댈곳이없습니다", "parking");
  says_not("굿즈 사는 곳", "area_served");
  says("눈물 나게 좋아요ㅠㅠ 비도 오나요", "rain");
  // A word of a longer entry keeps its own idea.
  says("주말 예약 되나요", "weekend");
  says("주말 예약 되나요", "book_reserve");
  says("마셔도 되나요", "drink");
  for (
    const text of ["주차 얼마예요", "주차 되나요", "주차요", "주차인데요"]
  ) says(text, "parking");
  says_not("임신 20주차인데요", "parking");
  says("세차만 되나요", "clean_care");
  says("주문 취소 되나요?", "cancel");
  says("수강 취소 되나요?", "cancel");
  says("동네 꽃 파나요", "flower");
  says("인천 빵 있나요", "bake");
  says("천 옷 있나요", "wear_clothes");
  says("동네 개 봤어요", "dog");
  for (
    const text of ["스물다섯 개", "열두 개", "백 개", "오백 개", "삼천 개 주문"]
  ) says_not(text, "dog");
  says_not("벌이가 어때요", "bee");
  says_not("벌이 좋나요", "bee");
  says("벌이 많아요", "bee");
  says_not("뼈도 주나요", "injury");
  says("손목을 삐었어요", "injury");
});

Deno.test("Lexicon.spans: Vietnamese is found without its marks, and its words are told from stop words by them", () => {
  const says = (text: string, idea: string) =>
    assert.ok(ideasIn(text, "vi").includes(idea), text);
  says("co cho dau xe hoi khong", "parking");
  says("bao nhieu tien mot buoi", "price");
  says("có vé không", "ticket");
  says("huỷ lịch được không", "cancel");
  says("hủy lịch được không", "cancel");
  const isStop = (word: string) =>
    lexica.of("vi").isStop(tokenize(word, "vi")[0]);
  assert.ok(!isStop("bán"));
  assert.ok(isStop("bạn"));
  assert.equal(lexica.talk("bài về nhà nhiều không", "vi"), null);
});

Deno.test("Lexicon.spans: a Russian question is understood by what its words express together", () => {
  const says = (text: string, idea: string) =>
    assert.ok(ideasIn(text, "ru").includes(idea), text);
  const says_not = (text: string, idea: string) =>
    assert.ok(!ideasIn(text, "ru").includes(idea), text);
  says("а машину где поставить", "parking");
  says("как до вас добираться", "directions");
  says("ребенка не с кем оставить", "child");
  says("если заболею что делать", "cancel");
  says("скок длится занятие", "duration");
  says("что с собой взять", "bring_along");
  says("кем вы были раньше", "previous_job");
  says("без записи можно прийти", "book_reserve");
  says("никогда не рисовала", "beginner");
  says("муж не узнает?", "privacy");
  says_not("можно ли вас спросить", "rule_allowed");
  says_not("сколько будет человек", "price");
  says_not("уберу потом", "taxi");
  assert.equal(lexica.talk("с чего начать", "ru"), null);
});

Deno.test("Lexicon.spans: what somebody's work is does not ask for its place", () => {
  const ideas = ideasIn("Quel est votre travail ?", "fr");
  assert.ok(ideas.includes("job") && !ideas.includes("work_where"));
  for (
    const [text, language] of [
      ["Tu fais quoi comme boulot ?", "fr"],
      ["Qual é o seu trabalho?", "pt"],
    ] as const
  ) assert.ok(!ideasIn(text, language).includes("work_where"), text);
  assert.ok(ideasIn("Où travaillez-vous ?", "fr").includes("work_where"));
});

Deno.test("Lexicon.spans: some days before are no duration, and no booking in Romanian", () => {
  const ideas = ideasIn("Anunțați cu două zile înainte", "ro");
  assert.ok(ideas.includes("cancel"));
  assert.ok(!ideas.includes("duration") && !ideas.includes("book_reserve"));
  assert.ok(ideasIn("Cursul ține două zile", "ro").includes("duration"));
  assert.ok(ideasIn("Ce vin aveți?", "ro").includes("wine"));
  assert.ok(ideasIn("Aveți vin?", "ro").includes("wine"));
  assert.ok(!ideasIn("Pot să vin duminica?", "ro").includes("wine"));
  assert.ok(!ideasIn("Veniți și duminica?", "ro").includes("wine"));
  assert.ok(!ideasIn("Pot primi o copie?", "ro").includes("child"));
});

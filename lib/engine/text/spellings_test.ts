import assert from "node:assert/strict";
import { differ, same, stems } from "../../../tests/same_stems.ts";
import { tokenize } from "./tokens.ts";

Deno.test("tokenize: typos and shortcuts match what was meant", () => {
  same("r u open tmrw", "are you open tomorrow");
  same("wat time", "what time");
  same("ur adress pls", "your address please");
  same("do u do accomodation", "do you do accommodation");
  const [token] = tokenize("tmrw?", "en");
  assert.deepEqual(
    [token.form, token.start, token.end],
    ["tomorrow", 0, 4],
  );
  // In another language it is another word.
  assert.equal(tokenize("u", "de")[0].form, "u");
});

Deno.test("tokenize: British and American spellings match", () => {
  same("my favorite color", "my favourite colour");
  same("organized jewelry", "organised jewellery");
  same("personalized", "personalised");
  same("bring my mom", "bring my mum");
});

Deno.test("tokenize: words of different meaning have different stems", () => {
  differ("weddings", "wed");
  differ("training", "train");
  differ("evening", "even");
  differ("personal", "person");
  differ("parking", "park");
  differ("university", "universe of");
  same("wedding", "weddings");
  same("booked", "bookings");
});

Deno.test("tokenize: an English apostrophe does not split a word", () => {
  same("I don't know what's on", "i dont know whats on");
  const [first, second] = tokenize("won’t they", "en");
  assert.deepEqual([first.form, first.start, first.end], ["wont", 0, 5]);
  assert.equal(second.start, 6);
  // A quotation mark is not one.
  assert.deepEqual(stems("the 's sign"), ["the", "s", "sign"]);
});

Deno.test("tokenize: Spanish as typed on phones: b for v, no h, no accents", () => {
  same("xq no abris los savados", "porque no abrís los sábados", "es");
  same("cto bale el embio", "cuánto vale el envío", "es");
  same("a k ora enpieza", "a qué hora empieza", "es");
  same("teneis panaderia", "tenéis panadería", "es");
  same("enviais a españa", "enviáis a España", "es");
  same("hablas ingles", "hablas inglés", "es");
});

Deno.test("tokenize: Spanish words of different meaning have different stems", () => {
  differ("sábado", "sabe", "es");
  differ("talla", "taller", "es");
  differ("plaza", "plazo", "es");
  differ("casa", "casarse", "es");
  differ("marido", "mar", "es");
  differ("parto", "parte", "es");
  differ("sola", "sol", "es");
  same("empiezan", "empezamos", "es");
  same("abren", "abierto", "es");
  same("olas", "ola", "es");
  same("años", "año", "es");
  same("devuelven", "devolver", "es");
});

Deno.test("tokenize: Hindi in Latin letters matches Devanagari, as do the English words in it", () => {
  same("kitne paise lagte hain", "कितने पैसे लगते हैं", "hi");
  same("class ki fees kitni hai", "क्लास की फीस कितनी है", "hi");
  same("sunday ko khula hai", "रविवार को खुला है", "hi");
  same("bachchon ko sikhate ho", "बच्चों को सिखाते हो", "hi");
  same("फ़ोन नम्बर", "फोन नंबर", "hi");
  same("yoga mat", "योग मैट", "hi");
  same("karate class", "कराटे क्लास", "hi");
  same("logo design", "लोगो डिज़ाइन", "hi");
  same("pet dard", "पेट दर्द", "hi");
  // In another language they are other words.
  assert.equal(tokenize("main", "en")[0].form, "main");
});

Deno.test("tokenize: Hindi words of different meaning have different stems", () => {
  differ("पति", "पता", "hi");
  differ("बच्चा", "बचत", "hi");
  differ("कमरा", "कमर", "hi");
  differ("टैक्सी", "टैक्स", "hi");
  differ("सिखाना", "सीखना", "hi");
  differ("पढ़ाना", "पढ़ना", "hi");
  differ("बजे", "बाजा", "hi");
  same("पढ़ाते", "पढ़ाती", "hi");
  same("महीनों", "महीना", "hi");
  same("कमरे", "कमरा", "hi");
});

Deno.test("tokenize: Italian as typed on phones", () => {
  same("xke nn rispondi al msg", "perché non rispondi al messaggio", "it");
  same("qnt costa il parchegio", "quanto costa il parcheggio", "it");
  same("quando aprite", "quando aperti", "it");
});

Deno.test("tokenize: Italian words of different meaning have different stems", () => {
  differ("casa", "caso", "it");
  differ("data", "dare", "it");
  differ("sale", "salute", "it");
  differ("mare", "marito", "it");
  differ("porto", "portiere", "it");
  differ("persona", "perso", "it");
  differ("camera", "cameriere", "it");
  differ("volta", "volo", "it");
  differ("anno", "ano", "it");
  same("disdetta", "disdire", "it");
  same("iscrizione", "iscritto", "it");
});

Deno.test("tokenize: Portuguese as typed on phones: abbreviations, no tildes, no cedillas", () => {
  same("qnd abre no sabado", "quando abre no sábado", "pt");
  same("qto custa a explicaçao", "quanto custa a explicação", "pt");
  same("vcs aceitam cartao", "vocês aceitam cartão", "pt");
  same("nao tem dog", "não tem cachorro", "pt");
  same("onde sao as explicaçoes", "onde sao as explicações", "pt");
});

Deno.test("tokenize: Portuguese plurals and verb forms have the stem of their word", () => {
  same("cartões", "cartão", "pt");
  same("viagens", "viagem", "pt");
  same("animais", "animal", "pt");
  same("hotéis", "hotel", "pt");
  same("jardins", "jardim", "pt");
  same("abrem", "aberto", "pt");
  same("usa", "usamos", "pt");
  same("devolução", "devolver", "pt");
  same("mães", "mãe", "pt");
});

Deno.test("tokenize: Portuguese words of different meaning have different stems", () => {
  differ("mãe", "mão", "pt");
  differ("pão", "pá", "pt");
  differ("sábado", "sabe", "pt");
  differ("grávida", "gravar", "pt");
  differ("casa", "casada", "pt");
  differ("mês", "mesa", "pt");
  differ("bola", "bolo", "pt");
  differ("cartão", "carta", "pt");
  differ("quarto", "quarta", "pt");
  differ("Pedro".toLowerCase(), "pedra", "pt");
});

Deno.test("tokenize: French as typed on phones: abbreviations, no accents", () => {
  same("qd ouvrez vs", "quand ouvrez vous", "fr");
  same("pk c ds la resa", "pourquoi c dans la réservation", "fr");
  same("les horraires svp", "les horaires svp", "fr");
});

Deno.test("tokenize: French words of different meaning have different stems", () => {
  differ("moi", "mois", "fr");
  differ("livres", "livrés", "fr");
  differ("mère", "mer", "fr");
  differ("livre", "livrer", "fr");
  differ("ferme", "fermé", "fr");
  differ("cours", "courir", "fr");
  differ("marche", "marché", "fr");
  differ("port", "porte", "fr");
  differ("mari", "mars", "fr");
  same("parlez", "parle", "fr");
  same("bosses", "bosser", "fr");
  same("ouvert", "ouvrez", "fr");
  same("inscription", "inscrire", "fr");
});

Deno.test("tokenize: Russian forms that the stemmer leaves apart have the stem of their word", () => {
  same("деньги", "денег", "ru");
  same("подарок", "подарки", "ru");
  same("скидка", "скидок", "ru");
  same("приём", "принимаете", "ru");
  same("отмена", "отменить", "ru");
  same("день", "дней", "ru");
  same("придёте", "прийти", "ru");
  same("печёте", "испекли", "ru");
  same("ребёнок", "ребенка", "ru");
  same("сниму", "снимаете", "ru");
  same("свяжете", "вязать", "ru");
  same("посоветуете", "советую", "ru");
  same("напишите", "написать", "ru");
  same("подходит", "подойдёт", "ru");
});

Deno.test("tokenize: Russian as typed on phones", () => {
  same("скок стоет доставк", "сколько стоит доставка", "ru");
  same("када можна запесаться", "когда можно записаться", "ru");
  same("инста есть? в телегу напишу", "инстаграм есть в телеграм напишу", "ru");
  same("алергия у сабаки", "аллергия у собаки", "ru");
});

Deno.test("tokenize: Russian words of different meaning have different stems", () => {
  differ("платье", "платить", "ru");
  differ("часть", "часто", "ru");
  differ("вода", "водить", "ru");
  differ("поле", "пол", "ru");
  differ("ростов", "рост", "ru");
  differ("начинающий", "начинать", "ru");
  differ("открытка", "открыты", "ru");
  differ("боль", "более", "ru");
  differ("дата", "дать", "ru");
  differ("вещи", "вещь", "ru");
  differ("вернусь", "верну", "ru");
  differ("писать", "написать", "ru");
  differ("подойду", "подойдёт", "ru");
});

Deno.test("tokenize: Dutch as typed on phones, with Flemish forms and diminutives", () => {
  same("wnr ist feestje", "wanneer ist feest", "nl");
  same("kadobon voor mn bomma", "cadeaubon voor mijn oma", "nl");
  same("da hondje", "dat hond", "nl");
  same("ik heb afgezegd", "ik heb afzeggen", "nl");
});

Deno.test("tokenize: Dutch words of different meaning have different stems", () => {
  differ("kop", "kopen", "nl");
  differ("lens", "lenen", "nl");
  differ("pil", "pils", "nl");
  differ("zak", "zaak", "nl");
  differ("vers", "ver", "nl");
  differ("weg", "wegen", "nl");
  differ("won", "wonen", "nl");
  differ("laat", "latte", "nl");
  differ("zon", "zoon", "nl");
  same("bruiloft", "bruiloften", "nl");
});

import assert from "node:assert/strict";
import { ageIdeas } from "./ages.ts";
import type { Language } from "./languages.ts";

Deno.test("ageIdeas: an age with a unit, in any language", () => {
  assert.deepEqual(ageIdeas("my 6 yr old", "en"), ["child", "minimum_age"]);
  assert.deepEqual(ageIdeas("mein Sohn ist 15 Jahre alt", "de"), [
    "teenager",
    "minimum_age",
  ]);
  assert.deepEqual(ageIdeas("моей маме 70 лет", "ru"), [
    "senior",
    "minimum_age",
  ]);
});

Deno.test("ageIdeas: English ages without a unit, of people and as thresholds", () => {
  const child = ["child", "minimum_age"];
  for (
    const text of [
      "my kid is 10 can he join",
      "she's 4, is that ok?",
      "is it ok for under-fives",
      "Under-tens can't manage the wheel.",
      "over 12s only",
      "From age three.",
      "Six and up.",
    ]
  ) assert.deepEqual(ageIdeas(text, "en"), child, text);
  assert.deepEqual(ageIdeas("im 40 can i come", "en"), [
    "adult",
    "minimum_age",
  ]);
  assert.deepEqual(ageIdeas("im 66 is it dumb to start", "en"), [
    "senior",
    "minimum_age",
  ]);
  assert.deepEqual(ageIdeas("18+ only", "en"), ["minimum_age"]);
});

Deno.test("ageIdeas: other numbers are not ages", () => {
  for (
    const text of [
      "im 10 minutes late",
      "is 10 ok",
      "under 12 pounds",
      "10 of us",
      "she's 5 foot tall",
      "open from three",
    ]
  ) assert.deepEqual(ageIdeas(text, "en"), [], text);
});

Deno.test("ageIdeas: Spanish ages with and without a unit, of people and as thresholds", () => {
  const child = ["child", "minimum_age"];
  for (
    const text of [
      "mi hijo tiene 6 puede ir",
      "mi niña de 5 puede?",
      "mi nieto tiene seis añitos",
      "tienen 6 años",
      "a partir de los 8",
      "Desde los siete, con un adulto.",
      "Menores de 12 no entran.",
      "niños de 8 y 10",
      "A partir de seis años.",
    ]
  ) assert.deepEqual(ageIdeas(text, "es"), child, text);
  assert.deepEqual(ageIdeas("tengo 45 y nunca he nadado", "es"), [
    "adult",
    "minimum_age",
  ]);
  assert.deepEqual(ageIdeas("mi mama tiene 78", "es"), [
    "senior",
    "minimum_age",
  ]);
  assert.deepEqual(ageIdeas("Dieciséis años cumplidos.", "es"), [
    "teenager",
    "minimum_age",
  ]);
});

Deno.test("ageIdeas: a Spanish duration is not an age", () => {
  for (
    const text of [
      "Hace 11 años que doy clase.",
      "Estuve nueve años volando.",
      "Llevo ya 8 años en el oficio.",
      "Dos años de garantía.",
      "12 años de experiencia",
      "tiene 3 baños",
      "tengo 2 gatos",
      "abrimos desde los 8:30",
      "cursos desde los 100 euros",
      "pedidos mayores de 50 euros",
    ]
  ) assert.deepEqual(ageIdeas(text, "es"), [], text);
});

Deno.test("ageIdeas: German ages, of people and as thresholds", () => {
  const child = ["child", "minimum_age"];
  for (
    const text of [
      "meine kleine wird 6, darf sie auch",
      "meine tochter ist 5",
      "Ab 8 Jahren führt man selber.",
      "ab sechs Jahren",
      "8 bis 12 Jahre",
      "kurs für 9 jährigen",
      "für Sechsjährige",
      "Kinder bis 12, Erwachsene",
    ]
  ) assert.deepEqual(ageIdeas(text, "de"), child, text);
  const teenager = ["teenager", "minimum_age"];
  assert.deepEqual(ageIdeas("bin 15 darf ich", "de"), teenager);
  assert.deepEqual(ageIdeas("Mitsingen ab 16, unser Ältester", "de"), teenager);
  assert.deepEqual(ageIdeas("ich bin 70 geht das", "de"), [
    "senior",
    "minimum_age",
  ]);
  for (
    const text of [
      "ab 18 Uhr",
      "ab 20 Euro",
      "wir sind 14 leute",
      "unter 16 Grad",
      "seit 20 Jahren",
      "bin 5 Minuten später da",
      "mit 20 Jahren Erfahrung",
      "ein 100-jähriges Haus",
      "1000+ Kunden",
      "Über 60 Rezepte",
    ]
  ) assert.deepEqual(ageIdeas(text, "de"), [], text);
});

Deno.test("ageIdeas: Arabic ages in any digits, of people and as thresholds", () => {
  const child = ["child", "minimum_age"];
  for (
    const text of [
      "بنتي ٩ سنين",
      "ابني ٦ سنين ينفع؟",
      "ولدي عمره ٧",
      "بنتي ٥ ينفع؟",
      "من عشر سنين للكورس",
      "من عمر 8 على الأخضر",
      "من سن ست سنوات",
      "الأطفال فوق 6 سنوات",
      "عنده ٤ سنين",
    ]
  ) assert.deepEqual(ageIdeas(text, "ar"), child, text);
  assert.deepEqual(ageIdeas("عمري ١٦", "ar"), ["teenager", "minimum_age"]);
  assert.deepEqual(ageIdeas("أبويا ٧٠ سنة", "ar"), ["senior", "minimum_age"]);
  assert.deepEqual(ageIdeas("للكبار +18", "ar"), ["minimum_age"]);
});

Deno.test("ageIdeas: an Arabic duration or amount is not an age", () => {
  for (
    const text of [
      "كنت معلمة رياضيات 18 سنة",
      "عشر سنوات على اللحام",
      "خبرة 15 سنة",
      "منذ 10 سنوات",
      "ضمان ٥ سنوات",
      "فوق 20 عقدة",
      "عملت مع والدي 12 سنة",
      "أعمل في الخط العربي من 12 سنة.",
      "ضمان حتى 5 سنوات.",
      "قطع أقل من 15 سنتيمتر",
      "الضمان على نظامه 5 سنوات",
      "خصم للمجموعات فوق 10.",
      "أقل طلب 12 قطعة",
      "تحت 15 درجة",
      "كنيسة عمرها 100 سنة",
    ]
  ) assert.deepEqual(ageIdeas(text, "ar"), [], text);
});

Deno.test("ageIdeas: Japanese, Chinese and Korean ages, in any digits, of pupils and of people", () => {
  const child = ["child", "minimum_age"];
  const cases: [string, Language, string[]][] = [
    ["４歳の子でも登れますか", "ja", child],
    ["三歳から", "ja", child],
    ["小3なんですけど", "ja", child],
    ["70代でも大丈夫ですか", "ja", ["senior", "minimum_age"]],
    ["50過ぎてから始めるのは遅い?", "ja", ["minimum_age"]],
    ["小3時間コース", "ja", []],
    ["3回コース", "ja", []],
    ["6살 딸 배울수있나요", "ko", child],
    ["여섯살인데 되나요", "ko", child],
    ["초3 아들", "ko", child],
    ["초 3개 주세요", "ko", []],
    ["만 15세 이상", "ko", ["teenager", "minimum_age"]],
    ["70대도 되나요", "ko", ["senior", "minimum_age"]],
    ["엄마가 70인데", "ko", ["senior", "minimum_age"]],
    ["경력 20년입니다", "ko", []],
    ["13세기 도자기", "ko", []],
    ["3세트 주세요", "ko", []],
    ["주차 60대 가능", "ko", []],
    ["7岁以上可以自己牵小狗", "zh", child],
    ["七歲可以嗎", "zh", child],
    ["小学三年级能学吗", "zh", child],
    ["儿子14想考证", "zh", ["teenager", "minimum_age"]],
    ["我65了能学吗", "zh", ["senior", "minimum_age"]],
    ["我3点到可以吗", "zh", []],
    ["我十一想去", "zh", []],
    ["四十歳から始められますか", "ja", ["minimum_age"]],
    ["六十八歳の母", "ja", ["senior", "minimum_age"]],
    ["三十五岁能学吗", "zh", ["minimum_age"]],
    ["二十六岁免费吗", "zh", ["minimum_age"]],
    ["孩子10节课多少钱", "zh", []],
  ];
  for (const [text, language, ideas] of cases) {
    assert.deepEqual(ageIdeas(text, language), ideas, text);
  }
});

Deno.test("ageIdeas: Hindi ages in any digits, of people and as thresholds, but no durations", () => {
  const child = ["child", "minimum_age"];
  for (
    const text of [
      "मेरा बेटा 10 साल का है",
      "मेरी बेटी ६ साल की है",
      "5 साल से ऊपर",
      "पाँच साल से ऊपर",
      "दस साल का बच्चा",
      "beta 8 saal ka hai",
    ]
  ) assert.deepEqual(ageIdeas(text, "hi"), child, text);
  assert.deepEqual(ageIdeas("मैं 15 का हूँ", "hi"), [
    "teenager",
    "minimum_age",
  ]);
  assert.deepEqual(ageIdeas("मम्मी 70 साल की हैं", "hi"), [
    "senior",
    "minimum_age",
  ]);
  for (
    const text of [
      "दिल्ली में 14 साल टैक्सी चलाते थे",
      "चार साल में उतारा",
      "10 साल का अनुभव",
      "2 साल की वारंटी",
      "12 साल की साधना",
      "10 साल की मेहनत",
      "10+ saal ka experience",
      "package 2 mein kya hai",
      "message 5 baje",
      "हम दो के लिए कितना लगेगा",
      "6 महीने का बच्चा",
    ]
  ) assert.deepEqual(ageIdeas(text, "hi"), [], text);
});

Deno.test("ageIdeas: Italian ages, but no durations, counts or amounts", () => {
  for (
    const text of [
      "mia figlia ha 6 anni può venire",
      "mio figlio di 7 può venire?",
      "Baby salsa dai 6 ai 10 anni",
      "under 12 pagano la metà",
      "dagli 8 in su",
      "sotto i dieci anni gratis",
    ]
  ) {
    assert.deepEqual(ageIdeas(text, "it"), ["child", "minimum_age"], text);
  }
  assert.deepEqual(ageIdeas("ho 15 anni posso venire", "it"), [
    "teenager",
    "minimum_age",
  ]);
  for (
    const text of [
      "Insegno da 20 anni",
      "Ho 12 anni di esperienza",
      "garanzia di 5 anni",
      "8 anni fa ho aperto",
      "sotto i 10 gradi",
      "10+ clienti",
      "siamo in 6",
    ]
  ) assert.deepEqual(ageIdeas(text, "it"), [], text);
});

Deno.test("ageIdeas: Portuguese ages, of people and as thresholds", () => {
  const child = ["child", "minimum_age"];
  for (
    const text of [
      "minha filha tem 6 anos",
      "o meu filho tem 6 pode ir?",
      "minha filha de 7 consegue",
      "A partir dos 8 anos na aula.",
      "Fila do Pão a partir de 7, os outros não",
      "dos cinco aos doze",
    ]
  ) assert.deepEqual(ageIdeas(text, "pt"), child, text);
  assert.deepEqual(ageIdeas("tenho 45 e nunca nadei", "pt"), [
    "adult",
    "minimum_age",
  ]);
});

Deno.test("ageIdeas: a Portuguese duration or amount is not an age", () => {
  for (
    const text of [
      "Há 20 anos que dou aulas.",
      "20 anos de experiência",
      "Trabalhei nove anos num banco.",
      "dois anos de garantia",
      "a partir de 10 pessoas",
      "a partir dos 10 euros",
      "tenho 2 gatos",
      "tem 3 quartos",
      "maiores de 10 quilos",
    ]
  ) assert.deepEqual(ageIdeas(text, "pt"), [], text);
});

Deno.test("ageIdeas: French ages, but no durations or counts", () => {
  const child = ["child", "minimum_age"];
  for (
    const text of [
      "ma fille a 6 ans",
      "mon fils a 7 il peut venir",
      "mon petit de 8",
      "Dès huit ans.",
      "les 6-10 ans",
      "moins de 12 ans",
    ]
  ) assert.deepEqual(ageIdeas(text, "fr"), child, text);
  for (
    const text of [
      "Depuis 20 ans.",
      "20 ans d'expérience",
      "il y a dix ans",
      "Pendant deux ans.",
      "valable deux ans",
      "on est 18",
      "il a 3 chats",
      "garantie 2 ans",
    ]
  ) assert.deepEqual(ageIdeas(text, "fr"), [], text);
});

Deno.test("ageIdeas: Dutch ages, but no durations, counts or amounts", () => {
  for (
    const text of [
      "mijn zoontje is 6 mag hij",
      "mijn dochter van 9 wil mee",
      "vanaf 5 jaar",
      "een 8-jarige",
      "onder de 12 gratis",
      "ze wordt 7 jaar",
    ]
  ) {
    assert.deepEqual(ageIdeas(text, "nl"), ["child", "minimum_age"], text);
  }
  assert.deepEqual(ageIdeas("mijn oma van 80 jaar", "nl"), [
    "senior",
    "minimum_age",
  ]);
  for (
    const text of [
      "Ik doe dit al 12 jaar",
      "met 10 jaar ervaring",
      "2 jaar garantie",
      "boven de 10 graden",
      "is 10 euro",
      "100+ klanten",
      "onder de 50 euro",
    ]
  ) assert.deepEqual(ageIdeas(text, "nl"), [], text);
});

Deno.test("ageIdeas: Greek ages with and without accents, but no durations or amounts", () => {
  const child = ["child", "minimum_age"];
  for (
    const text of [
      "ο γιος μου είναι 6 γίνεται;",
      "η κορη μου ειναι 11",
      "Από εφτά χρονών, φτάνει να κολυμπάνε.",
      "ειναι 8 χρονων το παιδι",
      "κάτω των 12",
      "5-10 ετών",
    ]
  ) assert.deepEqual(ageIdeas(text, "el"), child, text);
  assert.deepEqual(ageIdeas("είμαι 70 είναι αργά;", "el"), [
    "senior",
    "minimum_age",
  ]);
  assert.deepEqual(ageIdeas("δεκαέξι χρονών", "el"), [
    "teenager",
    "minimum_age",
  ]);
  for (
    const text of [
      "10 χρόνια εμπειρίας",
      "εδώ και 5 χρόνια",
      "12 ετών εμπειρία",
      "2 χρόνια εγγύηση",
      "είμαι 10 λεπτά μακριά",
      "άνω των 12 ατόμων",
      "10+ χρόνια",
      "παιδιά 2 φορές την εβδομάδα",
      "100+ πελάτες",
    ]
  ) assert.deepEqual(ageIdeas(text, "el"), [], text);
});

Deno.test("ageIdeas: Russian ages of people and of who may come, no durations, amounts or times", () => {
  const child = ["child", "minimum_age"];
  const cases: [string, string[]][] = [
    ["мне 67, не поздно начинать?", ["senior", "minimum_age"]],
    ["мне 17, пустят?", ["teenager", "minimum_age"]],
    ["сыну 6 можно?", child],
    ["ребёнку три года", child],
    ["дети от 6 лет", child],
    ["с шести лет", child],
    ["занятия для детей 7-12 лет", child],
    ["в 3 классе", child],
    ["маме за 70", ["senior", "minimum_age"]],
    ["до 16 лет бесплатно", ["teenager", "minimum_age"]],
    ["в 60 лет не поздно?", ["minimum_age"]],
    ["18+", ["minimum_age"]],
  ];
  for (const [text, ideas] of cases) {
    assert.deepEqual(ageIdeas(text, "ru"), ideas, text);
  }
  for (
    const text of [
      "20 лет опыта",
      "12 лет чинил лифты",
      "уже 15 лет веду занятия",
      "через 2 года",
      "гарантия 2 года",
      "в 12 лет я начал рисовать",
      "мне 20 штук",
      "ему 10 тысяч",
      "с 10 до 18",
      "до 20 человек",
      "от 18 до 30 градусов",
      "100+ работ",
      "собаке 3 года",
    ]
  ) assert.deepEqual(ageIdeas(text, "ru"), [], text);
});

Deno.test("ageIdeas: Romanian ages, with and without marks, but no durations, counts or amounts", () => {
  for (
    const text of [
      "fetita mea are 6 ani poate veni?",
      "fiul meu are 7",
      "baiatul meu de 5 ani",
      "are opt anisori",
      "copii de 6-10 ani",
      "între 4 și 10 ani",
      "de la 7 ani în sus",
      "sub 12 ani nu primim",
    ]
  ) assert.deepEqual(ageIdeas(text, "ro"), ["child", "minimum_age"], text);
  assert.deepEqual(ageIdeas("am 15 ani pot veni", "ro"), [
    "teenager",
    "minimum_age",
  ]);
  assert.deepEqual(ageIdeas("mama are 70", "ro"), ["senior", "minimum_age"]);
  for (
    const text of [
      "am 20 de ani de experiență",
      "fac asta de 12 ani",
      "am lucrat 8 ani la bancă",
      "garanție 2 ani",
      "acum 5 ani am deschis",
      "am 6 ani în branșă",
      "are 3 camere",
      "de peste 10 ani",
      "10+ clienți",
      "am 15 lei",
      "suntem 6",
    ]
  ) assert.deepEqual(ageIdeas(text, "ro"), [], text);
});

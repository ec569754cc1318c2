import assert from "node:assert/strict";
import { readIn } from "../../../tests/same_stems.ts";
import { ARABIC } from "./spellings_ar.ts";
import { tokenize } from "./tokens.ts";

const { stems, same, differ } = readIn("ar");

Deno.test("arabicStem: a verb has its noun's stem, in every person and dialect", () => {
  for (
    const verb of [
      "أحجز",
      "بتحجزوا",
      "هنحجز",
      "ونحجز",
      "حجزت",
      "تحجزون",
      "منحجز",
      "مبتحجزوش",
      "احجزلي",
      "محجوز",
    ]
  ) same(verb, "الحجز");
  same("بتصلّحوها", "تصليح");
  same("توصلون", "التوصيل");
  same("ياخذ", "بتاخد");
});

Deno.test("arabicStem: singular and plural, articles and owners share a stem", () => {
  same("كلابكم", "كلب");
  same("هالكلاب", "الكلب");
  same("أسعاركم", "السعر");
  same("عيادتكم", "العيادة");
  same("ورشتك", "ورشة");
  same("خدماتنا", "خدمة");
  same("مواعيد", "موعد");
  same("عالسلط", "السلط");
});

Deno.test("arabicStem: words of different meaning have different stems", () => {
  differ("بطاقة", "طاقة");
  differ("بارد", "أرد");
  differ("بحار", "حار");
  differ("كلاب", "لاب");
  differ("حامل", "تحميل");
  differ("عجوز", "جوز");
  differ("بعيد", "عيد");
  differ("عملية", "عمل");
  differ("دقيقة", "دقيق");
  differ("ست", "ستة");
  differ("ستة", "ستين");
  same("ستون", "ستين");
  differ("عينة", "عين");
  differ("عودة", "عود");
  differ("سكران", "سكر");
  differ("حملة", "حمل");
  differ("عطلة", "عطل");
  differ("فمي", "ماء");
  differ("كمي", "ماء");
  differ("مئة", "ماء");
  same("المي", "الماء");
});

Deno.test('tokenize: Arabic as typed on phones: letters for each other, lengthened words, "and" before a question word', () => {
  same("شكراااا", "شكرا");
  same("فى المدرسه", "في المدرسة");
  same("على", "علی");
  same("کم", "كم");
  same("وكم", "كم");
  same("أين", "اين");
  assert.equal(tokenize("وبكم؟", "ar")[0].form, "بكم");
});

Deno.test("arabicStem: a word that others are mapped to has the same stem by itself", () => {
  const lists = `${ARABIC.verbs} ${ARABIC.words}`.trim().split(/\s+/);
  const wrong = lists.map((pair) => pair.split("=")).filter(([word, meant]) =>
    meant && !meant.includes("_") && word.length > 3 &&
    stems(word)[0] !== stems(meant)[0]
  );
  assert.deepEqual(wrong, []);
});

import assert from "node:assert/strict";
import { differ, same } from "../../../tests/same_stems.ts";
import { ageIdeas } from "./ages.ts";

Deno.test("Turkish: a verb has one stem in its tenses and persons, with and without marks", () => {
  for (
    const form of [
      "gönderiyor",
      "gonderiyomusunuz",
      "gönderir",
      "gönderilir",
      "gönderebilirmiyim",
      "gönderecek",
      "göndercem",
      "gönderseniz",
      "gönderdiğiniz",
    ]
  ) same(form, "göndermek", "tr");
  same("söylüyor", "söylemek", "tr");
  same("gidecegiz", "gitmek", "tr");
  same("gitcez", "gitmek", "tr");
  same("ödeme", "ödemek", "tr");
});

Deno.test("Turkish: what is not done has a stem of its own", () => {
  same("gelmezsem", "gelemiyorum", "tr");
  same("gelemeyecegim", "gelmeyen", "tr");
  differ("gelmezsem", "gelirsem", "tr");
  same("arabasiz", "arabasız", "tr");
  differ("arabasız", "araba", "tr");
});

Deno.test("Turkish: a noun has one stem with its endings and stuck particles", () => {
  for (const form of ["kitaplarınız", "kitabi", "kitabımızda", "kitapmi"]) {
    same(form, "kitap", "tr");
  }
  same("sehre", "şehir", "tr");
  same("acikmi", "açık", "tr");
  same("köpeğimle", "kopek", "tr");
  // Words that only seem to have an ending.
  for (
    const [word, other] of [
      ["altın", "alt"],
      ["kadın", "kat"],
      ["yıldız", "yıl"],
      ["dolar", "dolmak"],
      ["dışarı", "diş"],
      ["öldü", "oldu"],
      ["kışın", "kişi"],
      ["katil", "katılmak"],
    ]
  ) differ(word, other, "tr");
  same("yazdım", "yazıyorum", "tr");
  same("yazın", "yaz", "tr");
});

Deno.test("Turkish: as typed on phones", () => {
  same("fiat", "fiyat", "tr");
  same("msj", "mesaj", "tr");
  same("watsap", "whatsapp", "tr");
  same("vejeteryan", "vejetaryen", "tr");
});

Deno.test("Turkish: ages of those who ask are told from others", () => {
  assert.deepEqual(ageIdeas("oğlum 6 yaşında olur mu", "tr"), [
    "child",
    "minimum_age",
  ]);
  assert.deepEqual(ageIdeas("annem 68, çok mu geç", "tr"), [
    "senior",
    "minimum_age",
  ]);
  assert.deepEqual(ageIdeas("20 yıldır bu işi yapıyorum", "tr"), []);
  assert.deepEqual(ageIdeas("On iki yaşında geldim, çırak oldum.", "tr"), []);
  assert.deepEqual(ageIdeas("1000 müşteri, 12 yıllık tecrübe", "tr"), []);
});

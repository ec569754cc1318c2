import assert from "node:assert/strict";
import { hasAddress } from "./addresses.ts";

Deno.test("hasAddress: streets with numbers as each language writes them", () => {
  for (
    const text of [
      "My studio is at Ofengasse 7 in Graz.",
      "We are at 12 High Street, behind the bakery.",
      "You find me at 4b Old Mill Lane.",
      "Estamos en la calle Mayor 5, segundo piso.",
      "Siamo in via Garibaldi, 12 a Torino.",
      "L'atelier est au 14 rue des Lilas.",
      "Prinsengracht 112, Amsterdam",
      "Адрес: ул. Ленина, 4.",
      "Bağdat Caddesi No: 10",
      "Suntem pe str. Teilor nr. 4, parter.",
      "Satul Botiza, nr. 212, poarta maro.",
      "Bd. Carol 12, etajul doi",
      "東京都渋谷区神南1丁目",
      "地址是中山路88号。",
      "서울 강남구 테헤란로 12",
    ]
  ) assert.ok(hasAddress(text), text);
});

Deno.test("hasAddress: other numbers are none", () => {
  for (
    const text of [
      "The kiln takes 9 hours on the way to 1240 degrees.",
      "Open on Thursdays from 2 to 6.",
      "I drive 20 miles, no further.",
      "We met 30 years ago in a close row of houses.",
      "Der Weg ist 7 Kilometer lang.",
      "La via è lunga.",
      "Costs 34 euros.",
      "Comuna are 4 sate.",
      "Aleea Florilor 20 lei bucata",
    ]
  ) assert.ok(!hasAddress(text), text);
});

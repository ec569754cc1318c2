import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { decodeText } from "./encoding.ts";

/** Texts as older programs write them, in base64. */
const WRITTEN: Record<string, [base64: string, text: string]> = {
  "windows-1252": [
    "V2FubiD2ZmZuZXQgZGFzIEL8cm8/IFVtIG5ldW4gliBhdd9lciBtb250YWdzLg==",
    "Wann öffnet das Büro? Um neun – außer montags.",
  ],
  "windows-1252, French": [
    "UXVhbmQg6nRlcy12b3VzIG91dmVydHMgPyBEZSA5IGgg4CAxOCBoLiBFbnRy6WUgMTIggA==",
    "Quand êtes-vous ouverts ? De 9 h à 18 h. Entrée 12 €",
  ],
  "windows-1250": [
    "S2llZHkgamVzdGWcY2llIG90d2FyY2k/IK/zs3R5IGJ1ZHluZWssIG9kIHDzs25vY3ku",
    "Kiedy jesteście otwarci? Żółty budynek, od północy.",
  ],
  "windows-1251": [
    "yu7j5OAg4vsg7vLq8Pvy+z8g0SDk5eL/8ugg5O4g+OXx8ugu",
    "Когда вы открыты? С девяти до шести.",
  ],
  "windows-1251, Ukrainian": [
    "z+jy4O3t/zvCs+Tv7uKz5PwKyu7r6CDi6CDis+Tq8Ojysz87xyDk5eKS//Luvywg6vCz7CDv7u3l5LPr6uAu",
    "Питання;Відповідь\nКоли ви відкриті?;З дев’ятої, крім понеділка.",
  ],
  "windows-1253": [
    "0Pz05SDl3/P05SDh7e/p9/TcOyDB8Pwg9OnyIOXt7d3hIPTvIPDx+d8u",
    "Πότε είστε ανοιχτά; Από τις εννέα το πρωί.",
  ],
  "windows-1254": [
    "TmUgemFtYW4gYef9a3P9bv16PyBQYXphcnRlc2kgaGFyaecuIN5p/mxpIP51YmVzaS4=",
    "Ne zaman açıksınız? Pazartesi hariç. Şişli şubesi.",
  ],
  "windows-1255": [
    "7vrpIOD67SD0+uXn6e0/IO76+fIg8uMg+fku",
    "מתי אתם פתוחים? מתשע עד שש.",
  ],
  "windows-1256": [
    "48rsIMrdys3m5L8g4+Qgx+HKx9PaySDNyuwgx+HTx8/TyS4=",
    "متى تفتحون؟ من التاسعة حتى السادسة.",
  ],
  "windows-874": ["4LvUtKHV6OLBpyDgoenS4sGn4Krp0g==", "เปิดกี่โมง เก้าโมงเช้า"],
  "KOI8-R": [
    "68/HxMEg19kgz9TL0tnU2T8g8yDExdfR1MkgxM8g28XT1Mku",
    "Когда вы открыты? С девяти до шести.",
  ],
  "GBK": [
    "xOPDx7y4teO/qsPFo7/U58nPvsW146Os1tzSu9Ddz6Khow==",
    "你们几点开门？早上九点，周一休息。",
  ],
  "Big5": ["p0GtzLRYwkm2far5oUimraRXpEXCSaFD", "你們幾點開門？早上九點。"],
  "Shift_JIS": [
    "iWOLxo6eitSCzYFIjN+RT4vjjp6CqYLngsWCt4FCtsyqguCCoILogtyCt4FC",
    "営業時間は？午前九時からです。ｶﾌｪもあります。",
  ],
  "EUC-JP": [
    "scS2yLv+tNakz6GpuOHBsLblu/6kq6TppMekuaGj",
    "営業時間は？午前九時からです。",
  ],
  "EUC-KR": [
    "uO4gvcO/oSC/qbOqv+Q/IL7GxKcgvsbIqSC9w7+hIL+xtM+02S4=",
    "몇 시에 여나요? 아침 아홉 시에 엽니다.",
  ],
  "a Mac’s": [
    "RnJhZ2U7QW50d29ydA1XYW5uIJpmZm5ldCBkYXMgQp9ybz87VW0gbmV1bi4N",
    "Frage;Antwort\rWann öffnet das Büro?;Um neun.\r",
  ],
  "UTF-16 without a mark": [
    "VwBoAGUAbgA/ACAAQQB0ACAAbgBpAG4AZQAuAA==",
    "When? At nine.",
  ],
  "UTF-16 with its mark": [
    "//4aBD4EMwQ0BDAEPwAgABIEIAA0BDUEMgRPBEIETAQuAA==",
    "Когда? В девять.",
  ],
  "UTF-8 with its mark": ["77u/R3LDvMOfZQ==", "Grüße"],
};

Deno.test("decodeText: detects the encoding of a file", () => {
  for (const [name, [base64, text]] of Object.entries(WRITTEN)) {
    const bytes = Uint8Array.from(Buffer.from(base64, "base64"));
    assert.equal(decodeText(bytes), text, name);
  }
});

Deno.test("decodeText: a declared encoding applies when the bytes are not UTF-8", () => {
  const sharp_s = new Uint8Array([0x47, 0x72, 0xfc, 0xdf, 0x65]);
  assert.equal(decodeText(sharp_s, ["iso-8859-1"]), "Grüße");
  assert.equal(decodeText(sharp_s, ["no-such-set", "latin1"]), "Grüße");
  // A server's default charset is often wrong.
  const utf8 = new TextEncoder().encode("Grüße");
  assert.equal(decodeText(utf8, ["iso-8859-1"]), "Grüße");
  const iso2022 = new Uint8Array(
    Buffer.from("GyRCMURGfBsoQg==", "base64"),
  );
  assert.equal(decodeText(iso2022, ["iso-2022-jp"]), "営日");
});

Deno.test("decodeText: null for anything but text; stray control characters are dropped", () => {
  assert.equal(decodeText(Uint8Array.from({ length: 999 }, (_, i) => i)), null);
  assert.equal(decodeText(new Uint8Array([0xff, 0xfe, 0])), null);
  assert.equal(decodeText(new Uint8Array(100)), null);
  const text = "A long line of text, and more of it. ".repeat(9);
  assert.equal(
    decodeText(new TextEncoder().encode(`\0${text}\x07`)),
    text,
  );
});

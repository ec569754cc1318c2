/** Vowels with their tone, as written after "o" and "u" in new and in old spelling: "hoà" and "hòa", "huỷ" and "hủy". */
const TONED = "àáảãạèéẻẽẹỳýỷỹỵ";
const BEARING: Readonly<Record<string, string>> = { o: "òóỏõọ", u: "ùúủũụ" };

/** A word with its tone where the older spelling has it; both are typed. */
export function withTonePlaced(word: string): string {
  return word.replace(
    /(o|(?<!q)u)([àáảãạèéẻẽẹỳýỷỹỵ])$/u,
    (whole, first: string, second: string) => {
      const place = TONED.indexOf(second);
      const vowel = "aey"[Math.trunc(place / 5)];
      if ((first === "u") !== (vowel === "y")) return whole;
      return `${BEARING[first][place % 5]}${vowel}`;
    },
  );
}

/** Whether a text of several words is typed without any marks, as many do. */
export function isUnmarked(text: string): boolean {
  return /^[\p{ASCII}\p{P}\p{S}]+$/u.test(text) &&
    /[a-z]\s+[a-z]/i.test(text);
}

/** Syllables that without their marks are nearly always one word where a creator is asked. */
const CLEAR = new Set(
  ("gia tien hoc phong tuoi lop nghi huy tra uong khach nuoc thit nhac giat ruou re sach be tre lanh nong " +
    "thue nguoi coc giam rua chup boi benh thuoc lung viet doc nghe bien nui")
    .split(" "),
);

/** How an entry is typed without marks; null if that would be another word as well. */
export function unmarkedEntry(entry: string, bare: string): string | null {
  if (bare === entry) return null;
  if (bare.includes(" ")) return bare;
  return CLEAR.has(bare) ? bare : null;
}

/** A word written with kanji at its beginning and its ending in kana. */
const INFLECTED = /^([\p{sc=Han}々]+)\p{sc=Hiragana}+$/u;
/** Many leave out the last long vowel: "コンピュータ", "エレベータ". */
const LONG_VOWEL = /(?<=^[\p{sc=Katakana}ー]{3,})ー$/u;

/** The stem of a Japanese word: what stays when it is inflected. */
export function japaneseStem(word: string): string {
  return INFLECTED.exec(word)?.[1] ?? word.replace(LONG_VOWEL, "");
}

const KATAKANA = /^[\p{sc=Katakana}ー]+$/u;

/** Joins words in katakana that the dictionary does not know and cuts into pieces: "ド" and "ローン". */
export function joinKatakana<T extends { segment: string; index: number }>(
  cut: readonly T[],
): { segment: string; index: number }[] {
  const joined: { segment: string; index: number }[] = [];
  let run: T[] = [];
  const flush = () => {
    const is_torn = run.length > 1 &&
      run.some(({ segment }) => segment.length <= 2);
    if (is_torn) {
      const segment = run.map(({ segment }) => segment).join("");
      joined.push({ segment, index: run[0].index });
    } else joined.push(...run);
    run = [];
  };
  for (const part of cut) {
    if (!KATAKANA.test(part.segment)) {
      flush();
      joined.push(part);
    } else run.push(part);
  }
  flush();
  return joined;
}

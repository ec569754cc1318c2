/** A word written with kanji at its beginning and its ending in kana. */
const INFLECTED = /^([\p{sc=Han}々]+)\p{sc=Hiragana}+$/u;
/** Many leave out the last long vowel: "コンピュータ", "エレベータ". */
const LONG_VOWEL = /(?<=^[\p{sc=Katakana}ー]{3,})ー$/u;

/** Kanji that begin several words, with the kana that follow in each: "着る" and "着く", "空" and "空く". */
const SEVERAL = `
  着=るたてまなられよせ/かきくけこい 空=かきくけこい 行=かきくけこっ/わいうえおな 降=ら/りろれ/るっ 教=え/わそ 細=いくさ/か
  生=ま/きかく/えや/みむんも 通=わいうえおっ/らりるれろしすさ 開=かきくけこい/ら 外=しすさせれ 分=かっ/け 下=がげ/さ/りろ 上=がげ/りるっ
  楽=し 苦=い/し 明=る/け/か 覚=えれ/めま 過=ぎ/ごし 優=し/れ 汚=いくれしす 映=るりっらし/え 結=ぶばびべぼん/わいうえおっ
  負=けか/わいうえおっ 染=みま/めた 足=りらるし/す 回=しすさせ/るりっらろ 試=しすさせ/み 重=いくさ/ねな 変=わえっ 要=るりら 味=わ
  話=しすさせ 直=しすさせるりっらろ/ぐ 占=わいうえおっ/め 甘=いくさ/え 実=るりっらろ 触=るりっらろ/れ 冷=えやめ/た 入=れ/るりっらろ
  少=し/な 弾=かきくけこい/ま 注=ぐぎがいげご 止=まめみ/むん 当=たて 例=え 並=ぶばびべぼんべ 幸=せ/い 育=つてちたっ
`;
const WORDS_OF = new Map(
  SEVERAL.trim().split(/\s+/).map((one) => {
    const [kanji, words] = one.split("=");
    return [kanji, words.split("/")] as const;
  }),
);

/** The stem of a Japanese word: what stays when it is inflected. */
export function japaneseStem(word: string): string {
  const kanji = INFLECTED.exec(word)?.[1];
  if (kanji === undefined) return word.replace(LONG_VOWEL, "");
  const next = word[kanji.length];
  const own = WORDS_OF.get(kanji)?.find((kana) => kana.includes(next));
  return own ? kanji + own[0] : kanji;
}

/** A verb's kana that is cut from its kanji: "着" and "て"; a particle is none. */
const ENDING = /^(?![はがをにでとものへやか])\p{sc=Hiragana}/u;

/** A kanji that begins several words, with the kana after it that tells which. */
export function withEnding(kanji: string, next: string | undefined): string {
  const kana = WORDS_OF.has(kanji) && next && ENDING.exec(next)?.[0];
  return kana ? kanji + kana : kanji;
}

const KATAKANA = /^[\p{sc=Katakana}ー]+$/u;

/** Joins a word in katakana that the dictionary does not know and tears a letter from: "ド" and "ローン". */
export function joinKatakana<T extends { segment: string; index: number }>(
  cut: readonly T[],
): { segment: string; index: number }[] {
  const joined: { segment: string; index: number }[] = [];
  let run: T[] = [];
  const flush = () => {
    const is_torn = run.length > 1 &&
      run.some(({ segment }) => segment.length === 1);
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

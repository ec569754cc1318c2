/** Nouns that only look like verbs. */
const NOUNS = /(?:바다|캐나다|판다|소다|수다|니다|마다|어쩌다|졌다)$/u;

const SYLLABLES = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/** Final consonants by their places in a syllable block. */
const FINAL = { none: 0, n: 4, d: 7, l: 8, b: 17, s: 19, ss: 20 };

type Block = { first: number; vowel: number; final: number };

function blockOf(syllable: string): Block | null {
  const code = syllable.charCodeAt(0);
  if (!(code >= SYLLABLES && code <= LAST_SYLLABLE)) return null;
  const place = code - SYLLABLES;
  return {
    first: Math.trunc(place / 588),
    vowel: Math.trunc(place % 588 / 28),
    final: place % 28,
  };
}

function written({ first, vowel, final }: Block): string {
  return String.fromCharCode(SYLLABLES + first * 588 + vowel * 28 + final);
}

function list(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/** Verbs that keep their final consonant before vowels, where most others change it. */
const KEEPS_B = list(
  "입 잡 뽑 씹 좁 접 집 업 꼽 뵙 붙잡 갈아입 손잡 꼬집 뒤집 헤집",
);
/** Verbs in ㄷ and ㅅ that change it. */
const CHANGES_D = list("듣 걷 묻 싣 깨닫 알아듣 엿듣 물어묻");
const CHANGES_S = list("낫 짓 붓 잇 젓 긋");
/** Verbs in 르 without a doubled ㄹ. */
const PLAIN_R = list("들르 치르 따르 잠그");

/** Stems in ㅣ whose infinitive is not written as one syllable, which is a noun: "뼈" is a bone. */
const PLAIN_I = list("삐");

/** The vowels ㅏ, ㅑ and ㅗ, after which the infinitive ends in ㅏ. */
const BRIGHT = new Set([0, 2, 8]);

/** The infinitive of a stem: "배우" gives "배워". */
function infinitive(stem: string): string {
  const before = stem.slice(0, -1);
  const block = blockOf(stem.slice(-1));
  if (!block) return stem;
  const { first, vowel, final } = block;
  if (stem.endsWith("하")) return `${before}해`;
  const ending = BRIGHT.has(vowel) ? "아" : "어";
  if (final !== FINAL.none) {
    const word = stem.split(" ").at(-1) ?? stem;
    const bare = before + written({ ...block, final: FINAL.none });
    if (final === FINAL.b && !KEEPS_B.has(word)) {
      return bare + (/^[돕곱]$/u.test(word) ? "와" : "워");
    }
    if (final === FINAL.d && CHANGES_D.has(word)) {
      return before + written({ ...block, final: FINAL.l }) + ending;
    }
    return (final === FINAL.s && CHANGES_S.has(word) ? bare : stem) + ending;
  }
  // ㅗ and ㅏ, ㅜ and ㅓ, ㅣ and ㅓ, ㅚ and ㅓ are written as one.
  const joined = ({ 8: 9, 13: 14, 20: 6, 11: 10 } as Record<number, number>)[
    vowel
  ];
  if (PLAIN_I.has(stem)) return `${stem}어`;
  if (joined !== undefined) {
    return before + written({ first, vowel: joined, final });
  }
  if (vowel === 18) return withoutEu(stem, before, first);
  return vowel === 16 || vowel === 19 ? `${stem}어` : stem;
}

/** Stems in ㅡ lose it, and those in 르 double their ㄹ: "예쁘" gives "예뻐", "고르" gives "골라". */
function withoutEu(stem: string, before: string, first: number): string {
  const last = blockOf(before.slice(-1));
  const vowel = last && BRIGHT.has(last.vowel) ? 0 : 4;
  const word = stem.split(" ").at(-1) ?? stem;
  const open = written({ first, vowel, final: FINAL.none });
  if (!last || !stem.endsWith("르") || PLAIN_R.has(word)) return before + open;
  return before.slice(0, -1) + written({ ...last, final: FINAL.l }) +
    open;
}

/** A word with a final consonant in its last syllable. */
function closed(word: string, final: number): string {
  const block = blockOf(word.slice(-1));
  return block && block.final === FINAL.none
    ? word.slice(0, -1) + written({ ...block, final })
    : word;
}

/** The beginnings of all forms of a verb or adjective, by its dictionary form: "배우다" gives 배우, 배워, 배운, 배울. */
function beginnings(stem: string): string[] {
  const block = blockOf(stem.slice(-1));
  if (!block) return [stem];
  const bare = stem.slice(0, -1) + written({ ...block, final: FINAL.none });
  const short = infinitive(stem);
  const forms = [stem, short, closed(short, FINAL.ss)];
  const word = stem.split(" ").at(-1) ?? stem;
  if (block.final === FINAL.none || block.final === FINAL.l) {
    const { n, l, b } = FINAL;
    forms.push(bare, ...[n, l, b].map((final) => closed(bare, final)));
  } else if (block.final === FINAL.b && !KEEPS_B.has(word)) {
    forms.push(...["우", "운", "울"].map((end) => bare + end));
  } else if (block.final === FINAL.s && CHANGES_S.has(word)) {
    forms.push(...["으", "은", "을"].map((end) => bare + end));
  } else if (block.final === FINAL.d && CHANGES_D.has(word)) {
    const changed = stem.slice(0, -1) + written({ ...block, final: FINAL.l });
    forms.push(...["으", "은", "을"].map((end) => changed + end));
  }
  return forms;
}

const AFTER_STEM = "고 면 는 나 려 세 시 지 기 러 네 던 자 니".split(" ");
const AFTER_CLOSED = "고 는 나 습 지 기 으 은 을 네 던 자".split(" ");
const AFTER_SHORT = "요 서 도 야 주 줘 봐 보 볼 본 봤".split(" ");
const AFTER_PAST = "어 는 던 습 나 을 음".split(" ");
const AFTER_L = "수 까 래 게 건 거 때".split(" ");

/** The beginnings of one syllable with what follows them: alone they are found nowhere. */
function lengthened(stem: string): string[] {
  const block = blockOf(stem);
  if (!block) return [stem];
  const after = (word: string, ends: readonly string[]) =>
    ends.map((end) => word + end);
  const short = infinitive(stem);
  const past = closed(short, FINAL.ss);
  const open = block.final === FINAL.none || block.final === FINAL.l;
  const bare = open ? written({ ...block, final: FINAL.none }) : stem;
  const of_l = closed(bare, FINAL.l);
  return [
    ...after(stem, open ? AFTER_STEM : AFTER_CLOSED),
    ...(block.final === FINAL.l ? after(bare, ["는", "나", "세", "니"]) : []),
    ...(short.length > 1
      ? [short, past].filter((form) => form.length > 1)
      : [...after(short, AFTER_SHORT), ...after(past, AFTER_PAST)]),
    ...(open ? [...after(of_l, AFTER_L), `${of_l} 수`, `${of_l} 때`] : []),
    ...(open ? [`${closed(bare, FINAL.b)}니`] : []),
    ...beginnings(stem).filter((form) => form.length > 1),
  ];
}

/** The forms by which an entry is found: a verb or adjective by its dictionary form, anything else as it is. */
export function koreanForms(entry: string): string[] {
  const stem = entry.slice(0, -1);
  if (!/\p{sc=Hangul}다$/u.test(entry) || NOUNS.test(entry)) return [entry];
  const forms = stem.length === 1 ? lengthened(stem) : beginnings(stem);
  // One that begins as another is found with it.
  return forms.filter((form, n) =>
    !forms.some((other, m) => other === form ? m < n : form.startsWith(other))
  );
}

/*
 * Light stemming: inflection only, one ending a word. The Latin list serves
 * all languages of that script at once: questions and texts are cut by the
 * same rules, so it need not be right, only the same on both sides.
 */

type Endings = ReadonlyMap<number, ReadonlySet<string>>;

function endings(list: string): Endings {
  const byLength = new Map<number, Set<string>>();
  for (const ending of list.split(" ")) {
    const set = byLength.get(ending.length) ?? new Set<string>();
    byLength.set(ending.length, set.add(ending));
  }
  return byLength;
}

const LATIN = endings(
  "amente imente mente amientos amiento imientos imiento ements ement " +
    "aron ieron aban ando iendo ados adas idos idas ado ada ido ida aba ian " +
    "ings ing edly ingly ed es s e er ers en ern em " +
    "os as is a o i ar ir are ere ire ato ata ati ate uto uta " +
    "ees ee eux euse euses ais ait aient ent ant",
);

const CYRILLIC = endings(
  "иями ями ами ией иям ием иях ого его ому ему ыми ими ая яя ое ее ые ие ый " +
    "ий ой ей ом ем ам ям ах ях ов ев ую юю ия ии ию ым им ых их ось ась ись " +
    "лся лась лось лись ться тся ется ются ится ятся ется ил ила ило или ал " +
    "ала ало али ел ела ело ели ет ут ют ит ат ят ть ать ить еть уть ла ло ли " +
    "л ан ана ано аны ен ена ено ены нный нная нное нные ного а е и о у ы ь э ю я й",
);

const DEVANAGARI = endings(
  "ाएंगी ाएंगे ाऊंगी ाऊंगा ाएगी ाएगा ाओगी ाओगे एंगी ेंगी एंगे ेंगे ूंगी ूंगा ातीं नाओं नाएं ताओं " +
    "ताएं ियाँ ियों ियां ाकर ाइए ाईं ाया ेगी ेगा ोगी ोगे ाने ाना ाते ाती ाता तीं ाओं ाएं ुओं " +
    "ुएं कर ाओ िए ाई ाए ने नी ना ते ती ता ाँ ां ों ें ो े ू ु ी ि ा",
);

const GREEK = endings(
  "ους ων ου ος ον οι ες ας ης η α ο ι ε υ ω ησε ησαν ηκε ηκαν",
);

const HEBREW = endings("ים ות ה");

/** The stem of a folded word whose first code point is `code`. */
export function stem(word: string, code: number): string {
  if (code < 0x250 || (code >= 0x1e00 && code < 0x1f00)) return latin(word);
  if (code < 0x400) return strip(word, GREEK, 3);
  if (code < 0x530) return strip(word, CYRILLIC, 3);
  if (code >= 0x590 && code < 0x600) {
    return strip(word.replace(/^[והבלכמש](?=.{4})/u, ""), HEBREW, 3);
  }
  if (code >= 0x600 && code < 0x780) return arabic(word);
  if (code >= 0x900 && code < 0x980) {
    return strip(word.replaceAll("ँ", "ं"), DEVANAGARI, 2);
  }
  return word;
}

/** Takes off the longest listed ending that leaves `least` characters. */
function strip(word: string, list: Endings, least: number): string {
  for (let length = Math.min(7, word.length - least); length > 0; length--) {
    if (list.get(length)?.has(word.slice(-length))) {
      return word.slice(0, -length);
    }
  }
  return word;
}

function latin(word: string): string {
  if (word.length < 4) return word;
  if (/ie[sd]$/.test(word) && word.length > 4) return word.slice(0, -3) + "y";
  const stripped = strip(word, LATIN, 3);
  // "running", "stopped": the doubled consonant belongs to the ending.
  if (/(?:ing|ed|er|ers)$/.test(word) && /([bdfgmnprt])\1$/.test(stripped)) {
    return stripped.slice(0, -1);
  }
  return stripped;
}

/** Light stemming after Larkey, Ballesteros, Connell: "light10" (2007). */
function arabic(word: string): string {
  let text = word.replace(/[أإآٱ]/g, "ا").replaceAll("ى", "ي")
    .replaceAll("ة", "ه").replaceAll("ؤ", "و").replaceAll("ئ", "ي");
  if (text.length > 3) text = text.replace(/^و(?=.{3})/u, "");
  text = text.replace(/^(?:ال|بال|كال|فال|لل|وال)(?=.{2})/u, "")
    .replace(/^[بلفك](?=.{3})/u, "");
  for (
    const ending of [
      "هما",
      "هم",
      "تها",
      "ته",
      "وا",
      "ها",
      "ان",
      "ات",
      "ون",
      "ين",
      "يه",
      "ه",
      "ي",
    ]
  ) {
    if (text.endsWith(ending) && text.length - ending.length >= 3) {
      text = text.slice(0, -ending.length);
      break;
    }
  }
  return text;
}

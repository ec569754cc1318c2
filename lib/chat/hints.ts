/** What a question asks for, where its words tell. */
export type Hint = "number" | "date" | "person" | "place";

/*
 * Matched against the question in lower case. Words in several languages stand
 * side by side: a false hint only moves a sentence up a little.
 */
const HINTS: readonly (readonly [Hint, RegExp])[] = [
  [
    "number",
    /\bhow (?:many|much|tall|high|long|far|old|big|large|deep|fast|heavy|wide|often)\b|\bwhat (?:percent|number|population|height|length)|\bcuant[oa]s?\b|\bcombien\b|\bwie (?:viele?|hoch|lang|gross|alt|weit|tief|schnell|schwer)\b|\bquant[oaie]s?\b|скольк|какова? (?:высота|длина|площадь|численность|глубина|население)|多少|几[个种次位条座年]|多[高长大深远久重快]|何人|いくつ|どのくらい|몇|얼마|कितन|कम عدد|\bكم\b|(?:^|\s)كم(?:\s|$)|กี่|เท่า/u,
  ],
  [
    "date",
    /\bwhen\b|\bwhat (?:year|date|day|century|decade|month)|\bwhich (?:year|century|decade)|\bcuando\b|\bque (?:ano|siglo|fecha|dia)|\bquand\b|quelle (?:annee|date)|quel siecle|\bwann\b|welche[mn]? jahr|\bquando\b|\b(?:que|che|quale) (?:ano|anno|secolo|seculo)|когда|каком (?:году|веке|столетии)|哪[一]?年|何时|什么时候|几月|世纪|いつ|何年|언제|몇 년|कब|किस (?:वर्ष|साल|सन|शताब्दी|सदी|तारीख)|متي|متى|اي (?:عام|سنه|سنة|قرن|تاريخ)|เมื่อ|ปีใด|ปีไหน/u,
  ],
  [
    "person",
    /\bwho(?:m|se)?\b|\bquien(?:es)?\b|\bqui\b|\bwe(?:r|n|m|ssen)\b|\bquem\b|\bchi\b|(?:^|\s)(?:кто|кого|кому|кем|чей|чья)(?:\s|$)|谁|誰|哪位|누구|누가|किसने|कौन|(?:^|\s)من(?:\s|$)|ใคร/u,
  ],
  [
    "place",
    /\bwhere\b|\b(?:what|which) (?:city|country|place|state|continent|town|region|river|ocean)|\bdonde\b|\bou\b|\bwo(?:her|hin)?\b|\bonde\b|\bdove\b|(?:^|\s)(?:где|куда|откуда)(?:\s|$)|как(?:ой|ом|ая) (?:стран|город|мест|материк|континент)|哪里|哪儿|何处|哪[个座](?:城市|国家|地方|省|洲)|どこ|어디|कहां|कहा|किस (?:शहर|देश|जगह|राज्य)|اين|أين|اي (?:مدينه|بلد|دوله|مكان)|ไหน/u,
  ],
];

/** The first kind of answer the folded question asks for. */
export function readHint(folded: string): Hint | null {
  return HINTS.find(([, words]) => words.test(folded))?.[0] ?? null;
}

const NUMBER_WORDS =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|billion|half|third|quarter|percent|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|cien|mil|millon(?:es)?|mitad)\b|(?:^|\s)(?:два|две|три|четыр|пять|шесть|семь|восемь|девять|десять|сто|тысяч|миллион|половин)|[二三四五六七八九十百千万亿半两]|(?:^|\s)(?:दो|तीन|चार|पांच|पाँच|छह|सात|आठ|नौ|दस|सौ|हजार|हज़ार|लाख|करोड़|आधा)(?:\s|$)|(?:اثن|ثلاث|اربع|أربع|خمس|ست[ةه]|سبع|ثمان|تسع|عشر|مائة|مئة|ألف|مليون|مليار|نصف)/iu;

/** How far (0 to 1) a sentence holds an answer of that kind; `asked` tests a word of the question. */
export function bears(
  hint: Hint,
  sentence: string,
  asked: (word: string) => boolean,
): number {
  if (hint === "date") {
    if (/(?<!\p{Nd})\p{Nd}{3,4}(?!\p{Nd})/u.test(sentence)) return 1;
    return /\p{Nd}/u.test(sentence) ? 0.7 : 0;
  }
  if (hint === "number") {
    const numbers = sentence.match(/\p{Nd}+(?:[.,٫٬]\p{Nd}+)*/gu) ?? [];
    if (numbers.some((number) => !asked(number))) return 1;
    return NUMBER_WORDS.test(sentence) ? 0.8 : 0;
  }
  // A sentence's first word is upper case whatever it names.
  const names = sentence.match(
    /(?<=[^.!?\n]\s["«“(]?)\p{Lu}[\p{L}\p{M}'’-]+/gu,
  );
  return names?.some((name) => !asked(name)) ? 1 : 0;
}

/** Words that name the kind of answer rather than the subject, folded. */
export const KIND_WORDS: ReadonlySet<string> = new Set(
  (`name names named called call known kind kinds type types number many year years date
    day century time place city country person people word term percentage percent amount
    nombre nombres llama llamaba llamado llamada conoce conocido tipo tipos numero ano anos fecha siglo
    ciudad pais persona personas palabra lugar porcentaje
    nom appelle annee date siecle ville pays personne nombre
    name heisst jahr jahrhundert stadt land nenne nennt
    nome chama ano anno seculo secolo cidade citta paese numero
    имя называется называют называется году год веке век город стране страна город люди человек
    название назывался называлась вид тип количество число процент процентов месте место
    年份 年 人 名 名字 称 称为 叫 叫做 做 哪种 种 城市 国家 地方 数 数量 名称
    नाम वर्ष साल सन शहर देश व्यक्ति लोग संख्या स्थान जगह कहते शताब्दी प्रतिशत प्रकार
    اسم عام سنة سنه مدينة مدينه بلد دولة دوله شخص عدد نوع قرن يسمى تسمى يسمي تسمي مكان`)
    .split(/\s+/),
);

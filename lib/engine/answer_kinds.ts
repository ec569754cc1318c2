/** What a question asks for, where its words tell. */
export type Hint =
  | "price"
  | "time"
  | "contact"
  | "length"
  | "heat"
  | "number"
  | "date"
  | "person"
  | "place";

/*
 * Matched against the question in lower case. Words in several languages stand
 * side by side: a false hint only moves a sentence up a little.
 */
const HINTS: readonly (readonly [Hint, RegExp])[] = [
  [
    "price",
    /\bhow much (?:is|are|does|do|for|would|did)\b|\b(?:prices?|costs?|fees?|charge)\b|\bcuanto (?:cuesta|cuestan|vale|valen|cobras?)|\bprecios?\b|\bwas kostet?|\bwas kosten|wie viel kostet|\bpreise?\b|\bprix\b|combien coute|сколько стоит|(?:^|\s)цен[аы]|стоимость|多少钱|价格|费用|कीमत|फीस|शुल्क|लागत|سعر|تكلف|ثمن|بكم/u,
  ],
  [
    "time",
    /\bwhen (?:is|are|do|does|can|will|should)\b|\bwhat time\b|\b(?:opening|office|business) (?:hours|times)|\bwhat (?:are )?(?:your )?hours\b|\b(?:what|which) days?\b|\bcuando (?:es|son|abre|abres|empieza|comienza|hay|puedo)|a que hora|\bhorarios?\b|\bque dias?\b|\bwann (?:ist|sind|hast|habt|hat|offnet|macht|beginnt|fangt|kann)|um wie ?viel uhr|offnungszeiten|quand (?:est|sont|ouvre)|quelle heure|horaires|quando (?:abre|e|apre)|che ora|que horas|во сколько|когда (?:открыт|открыва|работа|начина|можно)|час(?:ы|ов) работы|几点|什么时间|周几|星期几|营业时间|कितने बजे|किस दिन|متي (?:تقام|يفتح|تفتح|يبدا|تبدا|تبدأ|يبدأ)|متى (?:تقام|يفتح|تفتح|يبدأ|تبدأ)|اي ساعه|مواعيد/u,
  ],
  [
    "contact",
    /\b(?:contact|reach|e-?mail|phone|telephone|sign up|book)\b|\b(?:contact|reserv)ar(?:te)?\b|\bcorreo\b|erreich|kontakt|anmelden|связаться|联系|预约|预订|电话|संपर्क|फोन|اتصل|اتواصل|احجز/u,
  ],
  [
    "length",
    /\bhow (?:long|far|tall|high|deep|wide)\b|\bcuanto (?:tiempo|dura|duran|tarda|mide)|\bwie (?:lange|lang|weit|hoch|tief|breit)\b|combien de temps|quanto tempo|(?:как|сколько) (?:долго|времени|длится)|как(?:ова|ой|ую) (?:высот|длин|глубин|ширин)|多久|多[长高远深宽]|कितने (?:समय|दिन|घंटे|मिनट)|कितन[ाीे] (?:लंब|ऊंच|गहर|दूर)|كم (?:من الوقت|يستغرق|تستغرق|مده|مدة|يبلغ طول)/u,
  ],
  [
    "heat",
    /\bhow (?:hot|cold|warm)\b|\btemperatur|temperatura|\bwie (?:heiss|warm|kalt)\b|температур|多少度|温度|तापमान|حراره|حرارة/u,
  ],
  [
    "number",
    /\bhow (?:many|much|tall|high|long|far|old|big|large|deep|fast|heavy|wide|often)\b|\bwhat (?:percent|number|population|height|length)|\bcuant[oa]s?\b|\bcombien\b|\bwie (?:viele?|hoch|lang|gross|alt|weit|tief|schnell|schwer)\b|\bquant[oaie]s?\b|скольк|какова? (?:высота|длина|площадь|численность|глубина|население)|多少|几[个种次位条座年]|多[高长大深远久重快]|何人|いくつ|どのくらい|몇|얼마|कितन|कम عدد|(?:^|\s)كم(?:\s|$)|กี่|เท่า/u,
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

/** A stretch of time or of space. */
const UNITS =
  /\b(?:second|minute|hour|day|week|month|year|centur|decade|met(?:er|re)|kilomet|centimet|feet|foot|mile|inch|segundo|minuto|hora|dia|semana|mes(?:es)?\b|ano|metro|kilomet|minut|stunde|tag|woche|monat|jahr|heure|jour|semaine|mois)|\p{Nd}\s*(?:km|m|cm|mm|h|min)\b|секунд|минут|час|дн(?:я|ей)|недел|месяц|год|лет|метр|километр|分钟|小时|[天周月年米里秒]|公里|मिनट|घंट|दिन|सप्ताह|महीन|साल|वर्ष|मीटर|किलोमीटर|फुट|دقيق|ساع|يوم|[أا]يام|[أا]سبوع|شهر|سن[ةه]|عام|متر/iu;

/** A time of day, a day of the week, or how often. */
const TIMES =
  /\p{Nd}{1,2}[:.]\p{Nd}{2}(?!\p{Nd})|\p{Nd}\s*(?:am|pm|a\.m|p\.m|uhr|h|час|点|时|बजे)|o'clock|\b(?:every|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?s?\b|\b(?:cada|todos los|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?)\b|\b(?:jeden|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|понедельник|вторник|сред[ау]|четверг|пятниц|суббот|воскресень|кажд|[点时]|周[一二三四五六日末]|星期|每[天日周月年]|बजे|वार(?:\s|$)|हर |ثلاثاء|خميس|جمع[ةه]|سبت|احد|اثنين|اربعاء|الساع[ةه]|كل يوم/iu;

/** How far (0 to 1) a sentence holds an answer of that kind; `asked` tests a word of the question. */
export function bears(
  hint: Hint,
  sentence: string,
  asked: (word: string) => boolean,
): number {
  if (hint === "price") {
    return /\p{Sc}|\p{Nd}\s*(?:euros?|dollars?|pounds?|dolares|pesos|руб|元|块|円|रुपये|करोड़|دينار|ريال|درهم)|\p{Lo}元|\b(?:free|gratis|kostenlos|gratuit)\b|免费|मुफ्त|مجان/iu
        .test(sentence)
      ? 1
      : 0;
  }
  if (hint === "contact") {
    return /@|https?:|\p{Nd}[\p{Nd}\s-]{6,}\p{Nd}/u.test(sentence) ? 1 : 0;
  }
  if (hint === "time") {
    if (TIMES.test(sentence)) return 1;
    return /\p{Nd}/u.test(sentence) ? 0.3 : 0;
  }
  if (hint === "heat") {
    return /\p{Nd}\s*(?:°|degrees|grad|градус|度|डिग्री|درج)|\b(?:degrees|grados|grad)\b|[०-९十百千]\s*度|अंश|डिग्री|درج[ةه]/iu
        .test(sentence)
      ? 1
      : 0;
  }
  if (hint === "length") {
    if (!UNITS.test(sentence)) return 0;
    return /\p{Nd}|\b(?:an?|una?|une|ein\w*) /u.test(sentence) ||
        NUMBER_WORDS.test(sentence)
      ? 1
      : 0;
  }
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
  (`long far tall high big large old deep hot heavy wide often fast quickly much many
    name names named called call known kind kinds type types number many year years date
    day century time place city country person people word term percentage percent amount
    nombre nombres llama llaman llamas llamais llamaba llamado llamada conoce conocido tipo tipos numero ano anos fecha siglo
    ciudad pais persona personas palabra lugar porcentaje
    nom appelle annee date siecle ville pays personne nombre
    name heisst heissen heissst jahr jahrhundert stadt land nenne nennt
    nome chama ano anno seculo secolo cidade citta paese numero
    имя называется называют называется году год веке век город стране страна город люди человек
    название назывался называлась вид тип количество число процент процентов месте место
    年份 年 人 名 名字 称 称为 叫 叫做 做 哪种 种 城市 国家 地方 数 数量 名称
    नाम वर्ष साल सन शहर देश व्यक्ति लोग संख्या स्थान जगह कहते शताब्दी प्रतिशत प्रकार
    اسم عام سنة سنه مدينة مدينه بلد دولة دوله شخص عدد نوع قرن يسمى تسمى يسمي تسمي مكان`)
    .split(/\s+/),
);

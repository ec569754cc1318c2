import { GREEK_AGES } from "./greek_ages.ts";
import type { Language } from "./languages.ts";
import { NO_AMOUNT, ROMANCE_AGES } from "./romance_ages.ts";
import { ROMANIAN_AGES } from "./romanian_ages.ts";
import { RUSSIAN_AGES } from "./russian_ages.ts";
import { TURKISH_AGES } from "./turkish_ages.ts";

/** How a language expresses ages, as regular expressions; `{n}` stands for a number. */
export type AgePatterns = {
  /** The numbers from two on in order, at least to eighteen, separated by spaces. */
  numbers: string;
  /** An age with its unit, if the unit alone does not imply one: "11 años de experiencia". */
  years?: string;
  /** Minimum and maximum ages: "under-tens", "aged 7", "18+". */
  thresholds: readonly string[];
  /** A person's age without a unit: "im 66", "my kid is 10 can he come". */
  people: readonly string[];
};

const ENGLISH_GOES_ON =
  "(?=$|[?!.,;)]| (?:can|is|and|but|so|do|does|will|would|too|am|next|now|if|are|should|could|what|ok|okay)\\b)";
const GERMAN_GOES_ON =
  "(?=$|[?!.,;)]| (?:und|darf|dürfen|kann|können|geht|jahre|geworden|aber|kommt|oder|ist|das|mag|möchte|will|würde|hat|hab|habe)(?!\\p{L}))";

const DUTCH_GOES_ON =
  "(?=$|[?!.,;)]| (?:en|mag|kan|maar|is|wil|wou|zou|heeft|doet|gaat|komt|past|nu|geworden|jaar|jr|dus|of|die|te|al)(?!\\p{L}))";
const DUTCH_PERSON =
  "(?:zoon|zoons|zoontjes?|dochters?|dochtertjes?|kind|kindje|kindjes|kinderen|kleinkind|kleinkinderen|kleinzoon|kleindochter|jongens?|jongetjes?|meisjes?|broer|broertje|zus|zusje|neef|nicht|nichtje|neefje|moeder|vader|mama|papa|opa|oma|man|vrouw|peuter|kleuter|pup|hond|kids|jongste|oudste|middelste|kleine)";

/** Whose age is told, and by what; each with the letters that are typed for each other. */
const ARABIC_PERSON =
  "(?:[أا]بن[يهتا]?|[أا]بنت[يهكا]+|بنت[يهكا]*|ولد[يهكا]*|طفل\\p{L}{0,2}|[أا]طفال\\p{L}{0,2}|[أا]ولاد\\p{L}{0,2}|عيال\\p{L}{0,2}|حفيد\\p{L}{0,3}|صغير\\p{L}{0,2}|[أا]خ[يوت]{1,2}[يها]?|جد[يت]{1,2}|[أا]بو[يا]{1,2}|[أا]م[يه]|وال?د[يت]{1,2}|عمر[يهكوا]{1,2}|سن[يهكوا]{1,2}|عند[هو]|عندها)";
const ARABIC_YEARS = "(?:سنوات|سنين|سنة|سنه|عاما|عام|أعوام|اعوام)";
const ARABIC_GOES_ON =
  "(?=$|[?؟!.,،;)]| (?:و|ف|هل|ينفع|بينفع|يقدر|بيقدر|تقدر|بتقدر|ممكن|بقدر|اقدر|أقدر|فينا|فيه|في|كبير|صغير|مناسب|يصير|بيصير|عادي|شو|ايش|وش|ايه))";
/** "小学三年级" and "儿子14想考证", not "我3点到" or "孩子10节课". */
const CHINESE_GOES_ON =
  "(?=$|[?？!！,，。;；~～ ]|了(?!.?个)|想|能|可以|行|要|还|也|学|才|吗|嗎|呢|的)";

/** The numbers from two to ninety-nine. */
const IN_KANJI = Array.from({ length: 98 }, (_, i) => {
  const digits = " 一二三四五六七八九";
  const [tens, ones] = [Math.trunc((i + 2) / 10), (i + 2) % 10];
  const ten = tens > 1 ? `${digits[tens]}十` : "十".repeat(tens);
  return `${ten}${digits[ones]}`.trim();
}).join(" ");

/** What years are spent on, in Hindi: "12 साल की साधना" is no age. */
const HINDI_SPENT =
  "(?:अनुभव|तजुर्|एक्सपी|वारंटी|गारंटी|काम|सफर|कोर्स|बाद|दौरान|लिए|अंदर|भीतर|बीच|साधना|मेहनत|तपस्या|अभ्यास|प्रैक्टिस|रियाज|ट्रेनिंग|प्रशिक्षण|रिसर्च|शोध|नौकरी|करियर|पढ़ाई|सेवा|experience|exp|anubhav|warranty|guarantee|baad|sadhana|mehnat|practice|riyaz|training|naukri|career|kaam|course|safar)";

/** One file: it is a list, with what its entries share. */
export const AGE_PATTERNS: Partial<Record<Language, AgePatterns>> = {
  el: GREEK_AGES,
  ar: {
    numbers:
      "سنتين ثلاث[هة]? [أا]ربع[هة]? خمس[هة]? ستّ?[هة]? سبع[هة]? ثما?ن[يهة]* تسع[هة]? عشر[هة]? [أا]حد[اى]?عش[ر]? اثنا?عش[ر]? ثلا?ثت?عش[ر]? [أا]ربعت?عش[ر]? خمست?عش[ر]? ستت?عش[ر]? سبعت?عش[ر]? ثمانت?عش[ر]?",
    // "منذ ١٠ سنوات", "خبرة ١٥ سنة", "ضمان سنتين" are durations, not ages.
    years:
      `(?<!\\p{L})(?<!(?:مع|من|عن|على) )[ولفب]?${ARABIC_PERSON} (?:\\p{L}+ )?(?:الآن |تقريبا |حوالي |بس )?{n} ?${ARABIC_YEARS}(?!\\p{L})(?! (?:خبر|في |من |و[أا]نا))`,
    thresholds: [
      `(?<!\\p{L})(?:من|حتى|لحد|لغاية|بين) {n}(?: ?(?:الى|إلى|لـ?|-|حتى|و) ?\\p{Nd}{1,2})? ?${ARABIC_YEARS} ?(?=لل|ف[أا]كثر|وفوق|فما فوق|الى|إلى)`,
      `(?<!\\p{L})(?:فوق|تحت|دون) ?(?:عمر|سن|ال)? ?{n}(?: ?(?:الى|إلى|لـ?|-|حتى) ?\\p{Nd}{1,2})? ?${ARABIC_YEARS}(?!\\p{L})(?= ?(?:ل|و|ف|على|ما|الى|إلى|فأكثر|وفوق|$|[.,،;؟?)]))`,
      "(?<!\\p{L})(?:من |فوق |تحت |دون |عن |على |هو |بعمر |لعمر )?(?:ال)?(?:عمر|سن) (?:ال)?{n}(?!\\p{L})",
      "(?<!\\p{L})(?<!(?:مجموع[اةه]ت?|[أا]شخاص|طلب|طلبات) )(?:فوق|تحت|دون|[أا]قل من|[أا]كبر من|[أا]صغر من) (?:ال)?(?=1[0-8]|[4-9](?!\\p{Nd})|6[05]|[خستعأاث]){n}(?= ?(?:سن[هةوي]|عام|$|[.,،;؟?)]))",
      "(?<![\\p{L}\\p{Nd}]){n}\\+",
      "(?<![\\p{L}\\p{Nd}])\\+{n}(?!\\p{Nd})",
      "(?<![\\p{L}\\p{Nd}]){n} ?(?:سنوات|سنين|سنة|سنه) (?:فما فوق|وما فوق|وفوق|ف[أا]كثر|و[أا]كثر)",
    ],
    people: [
      `(?<!\\p{L})(?:عمر|سن)(?:ي|ه|ها|و|نا)? (?:بس |لسه |تقريبا |حوالي |الان |الآن )?{n}(?![\\p{L}\\p{Nd}])`,
      `(?<!\\p{L})(?:[أا]بني|[أا]بنتي|بنتي|ولدي|طفلي|حفيدي) (?:عمر[هوا]+ |عند[هوا]+ )?{n}${ARABIC_GOES_ON}`,
      `(?<!\\p{L})عند[يهوا]{1,2} {n} (?:سن[هة]|سنين|سنوات)`,
    ],
  },
  en: {
    numbers:
      "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen",
    thresholds: [
      "\\b(?:under|over)[ -]?{n}['’]?e?s\\b",
      "\\b(?:age|ages|aged|from age|from the age of)[ -]{n}\\b",
      "\\b{n} (?:and|or|&) (?:up|over|older|upwards?|above|under|younger)\\b",
      "\\b{n} (?:up|upwards)(?=[.,;]|$)",
      "\\b{n}\\+",
    ],
    people: [
      "\\b(?:i am|i['’]?m|he['’]?s|she['’]?s|turn(?:ed|ing|s)|" +
      "(?:he|she|who|kid|child|son|daughter|boy|girl|lad|grandson|granddaughter|nephew|niece|brother|sister|mum|mom|mother|dad|father|gran|nan) is) " +
      `(?:only |just |nearly |almost |now )?{n}${ENGLISH_GOES_ON}`,
    ],
  },
  de: {
    numbers:
      "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn",
    thresholds: [
      "(?<![\\p{L}\\p{Nd}]){n}[ -]?jährig",
      "(?<!\\p{L})(?:ab|bis|unter|über|mit|mindestens) {n}(?: bis \\p{Nd}{1,2})? (?:lebens)?jahren?(?!\\p{L})(?! (?:lang|garantie|berufs|erfahrung|haltbar|im))",
      "(?<!\\p{L})(?:ab|von) {n} bis \\p{Nd}{1,2} ?jahren?",
      "(?<!\\p{L})(?:kinder|jugendliche|kids|erwachsene|mitmachen|teilnahme|teilnehmen|mitsingen|alter:?)(?: \\p{L}+)? (?:ab|bis|unter|über) {n}(?=$|[?!.,;:)])",
      `(?<!\\p{L})(?:unter|über|u|ü)[ -]?(?=1[2468]|6[05]|7[05]|80){n}${GERMAN_GOES_ON}`,
      "(?<![\\p{L}\\p{Nd}]){n}\\+",
    ],
    people: [
      "(?<!\\p{L})(?:bin|ist|is|wird|werde|werd|wär|sind) " +
      "(?:erst |grad |gerade |schon |noch |jetzt |bald |fast |knapp |nächste woche )*" +
      `{n}${GERMAN_GOES_ON}`,
    ],
  },
  hi: {
    numbers:
      "दो तीन चार (?:पाँच|पांच) (?:छह|छः|छे) सात आठ नौ दस ग्यारह बारह तेरह चौदह (?:पंद्रह|पन्द्रह) सोलह सत्रह (?:अठारह|अट्ठारह)",
    // "14 साल टैक्सी चलाई", "10 साल का अनुभव", "2 साल की वारंटी" are durations, not ages.
    years:
      "(?<![\\p{L}\\p{M}\\p{Nd}]){n} ?(?:साल|वर्ष|बरस|saal|sal) (?:का|की|के|ka|ki|ke)(?![\\p{L}\\p{M}])" +
      `(?! (?:ke |के )?${HINDI_SPENT})`,
    thresholds: [
      "(?<![\\p{L}\\p{M}\\p{Nd}]){n} ?(?:साल|वर्ष|saal) (?:से|se) (?:ऊपर|नीचे|कम|बड़े|बड़े|छोटे|अधिक|ज़्यादा|ज्यादा|upar|neeche|niche|kam|bade|chote)",
      "(?<!\\p{L})(?:उम्र|आयु|umar|age) (?:से |में |के |की |है |hai )*{n}(?![\\p{L}\\p{M}\\p{Nd}])",
      "(?<!\\p{Nd}){n} (?:से|-|se) \\p{Nd}{1,2} ?(?:साल|वर्ष|saal)(?! (?:पहले|में|तक|लग))",
      "(?<!\\p{Nd}){n} ?(?:साल|वर्षीय)(?= (?:या|और) (?:उससे|उस से|ऊपर|अधिक))",
      `(?<![\\p{L}\\p{Nd}]){n}\\+(?! ?(?:साल|वर्ष|saal|sal|years?)(?: (?:का|की|के|से|ka|ki|ke|se|of))? ${HINDI_SPENT})`,
    ],
    people: [
      "(?:मैं|बेटा|बेटी|बच्चा|बच्ची|पोता|पोती|main|mai|beta|beti|baccha|bachcha) (?:अभी |तो )?{n} (?:का|की|के|साल|ka|ki|saal)(?![\\p{L}\\p{M}])(?! (?:से|से पहले|अनुभव))",
    ],
  },
  nl: {
    numbers:
      "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien",
    // "20 jaar ervaring", "al 15 jaar", "na 3 jaar" and "2 jaar garantie" are durations, not ages.
    years:
      `(?<!\\p{L})(?:is|ben|bent|wordt|word|werd|was|haar|tot|t/m|vanaf|van|onder de|boven de|ouder dan|jonger dan|minimaal|minstens|${DUTCH_PERSON}(?: \\p{L}+)? van) ` +
      "(?:de |pas |net |bijna |al |nu |nog maar )?{n} ?(?:jaar|jr)(?!\\p{L})" +
      "(?! (?:ervaring|garantie|geleden|lang|bezig|werk|getrouwd|samen|huwelijk|in |als |bij |later|open|les|dj|actief))",
    thresholds: [
      "(?<![\\p{L}\\p{Nd}]){n}[ -]?jarig",
      `(?<!\\p{L})(?:onder|boven) de {n}(?! ?(?:euro|graden|meter|kilo|kg|km|cm|minuten|uur|dagen|weken|maanden|%|procent))${NO_AMOUNT}`,
      "(?<!\\p{L})(?:kinderen|kids|jongeren|jeugd|deelnemers) (?:vanaf|tot|van|onder|boven) {n}(?![\\p{L}\\p{Nd}:]|[.,]\\p{Nd}| ?(?:euro|uur))",
      "(?<!\\p{L})(?:vanaf|van) {n} tot (?:en met )?\\p{Nd}{1,2} jaar",
      "(?<![\\p{L}\\p{Nd}]){n}(?:\\+|-?plus(?:ser|sers)?)(?! ?(?:jaar|klanten|mensen|platen))(?!\\p{L})",
    ],
    people: [
      `(?<!\\p{L})${DUTCH_PERSON} (?:is|van|wordt|word) (?:pas |net |bijna |al |nu )?{n}${DUTCH_GOES_ON}`,
      `(?<!\\p{L})(?:hij|zij|ze|ik) (?:is|ben|wordt|word) (?:pas |net |bijna |al |nu )?{n}${DUTCH_GOES_ON}`,
    ],
  },
  ...ROMANCE_AGES,
  ro: ROMANIAN_AGES,
  ru: RUSSIAN_AGES,
  tr: TURKISH_AGES,
  ja: {
    numbers: IN_KANJI,
    years: "(?<![\\p{Nd}一二三四五六七八九十百]){n}\\s*[歳才]",
    thresholds: [
      "小学?{n}(?:年|$|[^\\p{L}\\p{Nd}]|[でなのはもだ])",
      "(?<!\\p{Nd})(?=[6-9]0){n}代",
      "(?<!\\p{Nd})(?=[5-9]\\p{Nd}){n}(?:過ぎ|すぎ)",
    ],
    people: [],
  },
  ko: {
    numbers:
      "두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두 열세 열네 열다섯 열여섯 열일곱 열여덟",
    // "13세기" is no age.
    years:
      "(?<![\\p{L}\\p{Nd}])(?:만 ?)?{n} ?(?:살|세(?!기|트|대|션|면|탁|금|상|일)|짤)",
    thresholds: [
      "(?<![\\p{L}\\p{Nd}])초(?:등학교|등|딩)? ?(?=[1-6](?!\\p{Nd})){n}(?! ?[개분번회명장만천])",
      "(?<!\\p{Nd})(?=[6-9]0){n} ?대(?!를|로|입|만|가 |의 | ?까지| ?가능)",
      "(?<!\\p{L})(?:나이가?|연세가?) {n}",
    ],
    people: [
      "(?<!\\p{L})(?:나이가?|엄마가?|아빠가?|어머니가?|아버지가?|할머니가?|할아버지가?|딸이?|아들이?|애가?|아이가?) (?:이제 |벌써 |올해 |만 )?{n}(?=이[고에예구]|인데|$|[?!.,]| 넘)",
    ],
  },
  zh: {
    numbers: IN_KANJI,
    years: "(?<![\\p{Nd}一二三四五六七八九十百]){n}\\s*(?:周?[岁歲])",
    thresholds: ["小[学學]?{n}年[级級]"],
    people: [
      "(?:我|我妈|我爸|儿子|女儿|兒子|女兒|孩子|小孩|娃|闺女|孙子|孙女|爷爷|奶奶|老妈|老爸|爸爸|妈妈)(?:今年|现在|才|都|已经|快|刚|刚满|满)*" +
      // "我十一想去" means the holidays of October.
      `(?!十一[想要能也可以]*去)(?=1[0-8]|[2-9]|[一二三四五六七八九十]){n}${CHINESE_GOES_ON}`,
    ],
  },
};

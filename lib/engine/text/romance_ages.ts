const SPANISH_GOES_ON =
  "(?=$|[?!.,;)]| (?:y|pero|puede|pueden|puedo|podr|es|est[aá]|va|van|hay|se|le|les|me|lo|la|ya|no|si|para|cu[aá]l|q|que)\\b)";
/** Not the beginning of a larger number, of a time, or of an amount of anything but years. */
export const NO_AMOUNT =
  "(?![\\p{L}\\p{Nd}:]|[.,]\\p{Nd}| ?(?:€|\\$|euros?|pesos|d[oó]lares|km|kil[oó]metros|minutos|horas|grados|personas))";
const PORTUGUESE_GOES_ON =
  "(?=$|[?!.,;)]| (?:e|mas|pode|podem|posso|consegue|[eé]|vai|v[aã]o|h[aá]|tem|j[aá]|n[aã]o|se|serve|d[aá]|q|que)(?!\\p{L}))";
/** Not an amount of anything but years. */
const PORTUGUESE_NO_AMOUNT =
  "(?![\\p{L}\\p{Nd}:ºª]|[.,]\\p{Nd}|\\.º| ?(?:€|%|euros?|reais|pila|km|quil|kg|minutos|min|horas|dias|meses|graus|pessoas|unidades|caixas|alunos|peças))";
const FRENCH_GOES_ON =
  "(?=$|[?!.,;)]| (?:et|mais|il|elle|peut|peuvent|c|ça|est|va|on|je|a|ok|trop|pour|possible|il|le|la|les)(?!\\p{L}))";
const ITALIAN_GOES_ON =
  "(?=$|[?!.,;)]| (?:e|ma|pu[oòó]|possono|va|vanno|vuole|vorrebbe|mi|ci|lo|la|le|gli|non|nn|posso|potrebbe|quanto|che|è)(?!\\p{L}))";
const ITALIAN_PERSON =
  "(?:figli[oae]?|bambin[oaie]|bimb[oaie]|nipot\\p{L}{1,4}|ragazz[oaie]|ragazzin[oaie]|nonn[oaie]|mamma|pap[aà]|madre|padre|sorell\\p{L}{1,4}|fratell\\p{L}{1,4}|signor[ae]|donna|uomo|piccol[oaie]|cuccioli?|persone)";

/** How French, Italian, Portuguese and Spanish express ages. */
export const ROMANCE_AGES = {
  fr: {
    numbers:
      "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit",
    // "Depuis 20 ans", "pendant neuf ans", "garantie 2 ans" are durations, not ages.
    years: "(?<![\\p{L}\\p{Nd}])(?={n}\\s*-?\\s*an)" +
      "(?<!(?<!\\p{L})(?:depuis|pendant|durant|en|tous les|il y a|y a|après|au bout de|dans|pour|sur|sous|garantie?|fait|passé|travaillé|vécu|resté|derni[eè]re?s|premi[eè]re?s|valables?|fut|été) (?:d[ée]jà |presque |plus de |environ |bient[oô]t |les )?)" +
      "{n}\\s*-?\\s*ans(?!\\p{L})" +
      "(?! (?:d['’]?\\s?(?:exp|anci|exist)|de (?:m[eé]tier|garantie|carri|pratique|mariage|vie|travail|recul|boutique)|que |comme |chez |dans |plus tard|apr[eè]s|avant|en (?:tant|usine)))",
    thresholds: [
      "(?<!\\p{L})(?:dès|à partir de|moins de|plus de|jusqu['’]?[aà]) {n}\\s*ans(?!\\p{L})",
      "(?<!\\p{L})les {n}[-/ ](?:à )?\\p{Nd}{1,2}(?: ans)?(?=$|[?!.,;)])",
      "(?<![\\p{L}\\p{Nd}])-? ?(?=1[268](?!\\p{Nd})){n} ?\\+",
    ],
    people: [
      "(?<!\\p{L})(?:(?:il|elle|qui|fils|fille|enfant|petit|petite|ni[eè]ce|neveu|m[eè]re|p[eè]re|gars|grand) a|(?:fils|fille|enfant|petit|petite|ni[eè]ce|neveu|gar[cç]on|ado) de) " +
      `(?:que |à peine |bient[oô]t |presque |d[eé]jà )?{n}${FRENCH_GOES_ON}`,
    ],
  },
  es: {
    numbers:
      "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince diecis[eé]is diecisiete dieciocho",
    // "Hace 11 años", "estuve 9 años volando", "2 años de garantía" are durations, not ages.
    years: "(?<![\\p{L}\\p{Nd}])(?={n}\\s*-?\\s*(?:añ|an[oi]))" +
      "(?<!(?<!\\p{L})(?:hace|hacen|llev\\p{L}+|durante|tras|por|en|cada|dur\\p{L}+|aguanta|[uú]ltimos|primeros|pas[eéoó]\\p{L}*|estuv\\p{L}+|trabaj\\p{L}+|fui|viv[ií]|tuv[eo]|despu[eé]s de) (?:ya |casi |unos |m[aá]s de )?)" +
      "{n}\\s*-?\\s*(?:añ(?:os|itos)|anos|anitos)(?!\\p{L})" +
      "(?! (?:de (?:exper|garant|oficio|antig|trabajo|carrera|profes)|\\p{L}+(?:ando|iendo)\\b|como |en (?:el|la|un|una|este|esta|esto)\\b|despu|atr[aá]s|antes|m[aá]s tarde))",
    thresholds: [
      `(?<!\\p{L})(?:a partir de|desde|hasta) los {n}${NO_AMOUNT}`,
      `(?<!\\p{L})(?:mayores|menores) de {n}${NO_AMOUNT}`,
      `(?<!\\p{L})(?:niñ[oa]s|chic[oa]s|nen[ea]s|peques|hij[oa]s) de {n}${NO_AMOUNT}`,
    ],
    people: [
      "(?<!\\p{L})(?:tiene|tienen|cumpl[eioó]\\p{L}*|(?:niñ[oa]|hij[oa]|niet[oa]|nen[ea]|sobrin[oa]|peque|chic[oa]) (?:es )?de) " +
      `(?:solo |s[oó]lo |casi |ya |apenas |reci[eé]n )?{n}${SPANISH_GOES_ON}`,
      `(?<!\\p{L})tengo (?=1[3-9]|[2-9]\\p{Nd}){n}${SPANISH_GOES_ON}`,
    ],
  },
  it: {
    numbers:
      "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto",
    // "Da 20 anni", "10 anni di esperienza", "garanzia di 2 anni", "5 anni fa" are durations, not ages.
    years:
      `(?<!\\p{L})(?:ha|ho|hanno|hai|abbia|abbiano|aveva|compi[eo]|compiuto|compiuti|d?ai|dagli|agli|e i|i|gli|fino a|di età|et[aà]|${ITALIAN_PERSON} (?:\\p{L}+ )?di) ` +
      "(?:solo |gi[aà] |quasi |appena |ancora |circa |soli )?{n} ann(?:i|etti)(?!\\p{L})" +
      "(?! (?:fa|di (?!et)|che |come |in (?!su)|dopo|prima|dal |dall|insieme|e mezzo fa|d['’]))",
    thresholds: [
      "(?<!\\p{L})(?:under|over)[ -]?{n}(?![\\p{L}\\p{Nd}])",
      "(?<!\\p{L})d(?:ai|agli) {n}(?: anni)?(?: compiuti)? in (?:su|poi|avanti)",
      "(?<!\\p{L})da {n} anni in su",
      "(?<!\\p{L})(?:da|tra|fra) (?:i )?\\p{Nd}{1,2} (?:a|e)(?: i)? {n} anni(?!\\p{L})(?! (?:fa|di ))",
      `(?<!\\p{L})(?:sotto|sopra|oltre) (?:i|gli) {n}(?! ?(?:gradi|metri|chili|kg|km|cm|minuti|giorni|mesi|mila))${NO_AMOUNT}`,
      `(?<!\\p{L})(?:maggiori|minori) di {n}${NO_AMOUNT}`,
      "(?<![\\p{L}\\p{Nd}]){n}\\+(?! ?(?:anni|clienti|persone))",
    ],
    people: [
      `(?<!\\p{L})${ITALIAN_PERSON} (?:\\p{L}+ )?(?:di|ha|ne ha) {n}(?: e \\p{Nd}{1,2})?${ITALIAN_GOES_ON}`,
    ],
  },
  pt: {
    numbers:
      "(?:dois|duas) tr[eê]s quatro cinco seis sete oito nove dez onze doze treze [cq]u?atorze quinze dez[ae]sseis dez[ae]ssete dezoito",
    // "Há 20 anos", "trabalhei nove anos", "2 anos de garantia" are durations, not ages.
    years: "(?<![\\p{L}\\p{Nd}])(?={n}\\s*-?\\s*an)" +
      "(?<!(?<!\\p{L})(?:h[aá]|fazem|faz|durante|por|em|cada|ap[oó]s|depois de|dur\\p{L}+|[uú]ltimos|primeiros|pass\\p{L}+|lev[ao]\\p{L}*|trabalh\\p{L}+|estive|fui|vivi|tive|foram) (?:j[aá] |quase |uns |mais de |cerca de )?)" +
      "{n}\\s*-?\\s*an(?:os|inhos)(?!\\p{L})" +
      "(?! (?:de (?:exper|garant|of[ií]cio|carreira|profiss|estrada|pr[aá]tica|trabalho|casa)|\\p{L}+(?:ando|endo|indo)(?!\\p{L})|como |n[oa]s? |numa? |a \\p{L}+r(?!\\p{L})|depois|atr[aá]s|antes|mais tarde))",
    thresholds: [
      `(?<!\\p{L})(?:a partir dos|desde os|at[eé] aos|dos) {n}${PORTUGUESE_NO_AMOUNT}`,
      "(?<!\\p{L})a partir de {n}(?=$|[.,;!?)](?!\\p{Nd}))",
      `(?<!\\p{L})(?:maior|menor)(?:es)? de {n}${PORTUGUESE_NO_AMOUNT}`,
      `(?<!\\p{L})(?:crianças?|menin[oa]s?|mi[uú]d[oa]s?|filh[oa]s?) de {n}${PORTUGUESE_NO_AMOUNT}`,
    ],
    people: [
      "(?<!\\p{L})(?:(?:ele|ela|que|filh[oa]|net[oa]|menin[oa]|sobrinh[oa]|mi[uú]d[oa]|criança|pequen[oa]|m[aã]e|pai|av[oóô]) (?:s[oó] |j[aá] )?(?:tem|faz|fez)|(?:filh[oa]|net[oa]|menin[oa]|sobrinh[oa]|mi[uú]d[oa]|garot[oa]|criança|pequen[oa]) de) " +
      `(?:s[oó] |apenas |quase |j[aá] )?{n}${PORTUGUESE_GOES_ON}`,
      `(?<!\\p{L})tenho (?=1[3-9]|[2-9]\\p{Nd}){n}${PORTUGUESE_GOES_ON}`,
    ],
  },
};

/** What follows a number that is none of a house: "Stellplatz 15 Euro", "via Roma 20 min". */
const NO_AMOUNT = String
  .raw`(?!\p{Nd}|[.,:]\p{Nd}| ?(?:€|%|(?i:euro|chf|min|std|stunden|tage|hours|days|ore|giorni|meter|km|uhr|person)))`;
/** A street with its number, as languages with an alphabet write it; names of streets have capitals. */
const STREETS = [
  // "12 High Street", "4b Old Mill Lane"
  String
    .raw`\p{Nd}{1,4}\p{L}?,? (?:\p{Lu}[\p{L}'’]+ ){1,3}(?i:street|st|road|rd|lane|ln|avenue|ave|drive|close|row|square|terrace|court|quay|hill|way)(?!\p{L})`,
  // "on Mill Lane"
  String
    .raw`(?:on|off|at) (?:the )?(?:\p{Lu}[\p{L}'’]+ ){1,3}(?:Street|St|Road|Rd|Lane|Avenue|Ave)(?! ?\p{Lu}|\p{L})`,
  // "đường Lê Lợi"
  String.raw`(?:đường|phố|hẻm|ngõ) \p{Lu}`,
  // "Ofengasse 7", "Prinsengracht 12"
  String
    .raw`\p{Lu}[\p{L}-]{0,40}(?:stra(?:ß|ss)e|str\.|gasse|weg|platz|allee|damm|ufer|straat|laan|plein|gracht|kade) \p{Nd}{1,4}${NO_AMOUNT}`,
  // "calle Mayor 5", "via Roma, 12", "ул. Ленина, 4", "οδός Ερμού 8"
  String
    .raw`(?i:calle|c/|avenida|av\.|carrer|plaza|praça|rua|travessa|via(?! (?:e-?mail|zoom|skype|teams|whatsapp|telegram|instagram|paypal)(?!\p{L}))(?! mail(?!\p{L}))|viale|piazza|corso|strada|str\.|calea|bulevardul|ул\.|улица|пр\.|проспект|οδός|đường|phố) (?:\p{Ll}{1,4} ){0,2}\p{Lu}[\p{L}'’ -]{1,30},? \p{Nd}{1,4}${NO_AMOUNT}`,
  // "Str. Teilor nr. 4", "Satul Botiza, nr. 212"
  String
    .raw`(?i:strada|str\.|bd\.?|b-dul|bulevardul|aleea|calea|[sșş]oseaua|[sșş]os\.|splaiul|pia[tțţ]a|satul|comuna) (?:\p{Ll}{1,9}\.? ){0,2}\p{Lu}[\p{L}. -]{1,30},? nr\.? ?\p{Nd}`,
  // "Aleea Teilor 4"
  String
    .raw`(?i:bd\.?|b-dul|aleea|splaiul|[sșş]oseaua|[sșş]os\.) \p{Lu}[\p{L} -]{1,30},? \p{Nd}{1,4}(?! ?(?:lei|ron))${NO_AMOUNT}`,
  // "14 rue des Lilas"
  String
    .raw`\p{Nd}{1,4}(?: ?(?:bis|ter))?,? (?i:rue|avenue|boulevard|place|quai|impasse|chemin) (?:\p{Ll}{1,3}[ '’]){0,2}\p{Lu}`,
  // "Bağdat Caddesi No: 10"
  String
    .raw`\p{Lu}[\p{L}'’]{0,40} (?i:sok(?:ak|ağı)?|cad(?:desi)?)\.?(?!\p{L})[ ,.]*(?:[Nn]o[:. ]*)?\p{Nd}`,
].map((street) => `(?<![\\p{L}\\p{Nd}])(?:${street})`);
/** "神南1丁目", "中山路88号", "테헤란로 12", "شارع الحمرا", "ถนนสุขุมวิท" */
const UNSPACED = String
  .raw`\p{Nd}丁目|番地|位[于於]\p{Script=Han}{2,6}[路街巷弄]|[路街巷弄][\p{Nd}一二三四五六七八九十]+[号號]|\p{Script=Hangul}[로길] ?\p{Nd}+(?![\p{L}\p{Nd}:%~]|[.,]\p{Nd})|شارع \p{L}|ถนน[\p{L}\p{M}]{3}|ซอย ?\p{Nd}`;
const ADDRESS = new RegExp([...STREETS, UNSPACED].join("|"), "u");

/** Whether a text gives a street address: an answer to where something is. */
export function hasAddress(text: string): boolean {
  return ADDRESS.test(text);
}

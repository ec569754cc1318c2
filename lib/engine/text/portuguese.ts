/** Short words beginning with a vowel, whose endings the stemmer leaves: "usa", "usam", "ovos", "aceito". */
const SHORT =
  /^([aeiou][bcdfghjklmnñprstvyzç]{1,3})(?:[aeo]|[aeo]s|[ae]m|[aei]r|ou|ei|iu|[aei]mos|[ai]d[oa]s?|ando|[ei]ndo)$/u;

/** The stem of a short word; undefined for any other. */
export function shortPortuguese(word: string): string | undefined {
  return SHORT.exec(word)?.[1];
}

/**
 * A word in the singular, where the stemmer does not see the plural: "cartões", "viagens", "animais". Restores the
 * tildes and cedillas that many omit: "cartao", "direcao", "explicaçoes".
 */
export function portugueseSingular(word: string): string {
  return word.replace(/(?<=\p{L}{2})[cç][aã]o$/u, "ção")
    .replace(/(?<=\p{L}{2})[cç][oõ]es$/u, "ção")
    .replace(/(?<=\p{L}{2})(?:ãos?|aos?|[oõ]es|ães)$/u, "ão")
    .replace(/(?<=\p{L}{2})éis$/u, "el")
    .replace(/(?<=\p{L}{3})eis$/u, "el")
    .replace(/(?<=\p{L}{3})ais$/u, "al")
    .replace(/(?<=\p{L}{2})[oó]is$/u, "ol")
    .replace(/(?<=\p{L}{2})([eiou])ns$/u, "$1m");
}

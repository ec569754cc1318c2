import { stemmer } from "@orama/stemmers/greek";
import { fold } from "./fold.ts";

/**
 * Stems of one word, each as "stem=stem": past and future forms, nouns made of a verb, and spellings. The stemmer
 * takes off endings only: "στείλω" and "στέλνω" share none.
 */
const ONE_WORD = new Map(
  `πληρωσ=πληρων πληρωμ=πληρων στειλ=στελν εστειλ=στελν εστελν=στελν αποστελλ=αποστολ παραγγειλ=παραγγελ
  παραγγελν=παραγγελ παραγγελλ=παραγγελ φτιαξ=φτιαχν εφτιαξ=φτιαχν φτιαγμεν=φτιαχν φτιαξιμ=φτιαχν αλλαξ=αλλαζ
  αλλαγ=αλλαζ νοικιασ=νοικιαζ ενοικιασ=νοικιαζ ενοικιαζ=νοικιαζ νοικ=νοικιαζ ενοικι=νοικιαζ
  αγορασ=αγοραζ μαθαιν=μαθ διαβασ=διαβαζ γραψ=γραφ εγραψ=γραφ εγραφ=γραφ ερθ=ερχ ηρθ=ερχ φερ=φερν εφερ=φερν
  επιστρεψ=επιστρεφ επιστροφ=επιστρεφ πλεξ=πλεκ επλεξ=πλεκ επλεκ=πλεκ πλεξιμ=πλεκ ραψ=ραβ εραψ=ραβ ραψιμ=ραβ
  ψησω=ψην ψησ=ψην ψησιμ=ψην εψην=ψην εψησ=ψην κοψ=κοβ εκοψ=κοβ κοψιμ=κοβ χασ=χαν εχασ=χαν προλαβ=προλαβαιν
  παρκαρισμ=παρκαρ παρκινγκ=παρκαρ ακυρωσ=ακυρων ακυρωθ=ακυρων δουλεψ=δουλευ ανδρ=αντρ ανοιξ=ανοιγ ανοιχτ=ανοιγ
  ακουσ=ακου ακουσα=ακου δειξ=δειχν εδειξ=δειχν φυγ=φευγ εφυγ=φευγ βγαλ=βγαζ εβγαλ=βγαζ εσπασ=σπασ
  σπασμεν=σπασ διδαξ=διδασκ βδομαδ=εβδομαδ διορθωσ=διορθων χρεωσ=χρεων ξεχασ=ξεχν παρελαβ=παραλαβ παραλαμβαν=παραλαβ
  μαγειρεψ=μαγειρευ χορεψ=χορευ κοιμηθ=κοιμ συμμετασχ=συμμετεχ συμμετοχ=συμμετεχ γραφτ=εγγραφ 
  πιασ=πιαν ταξιδεψ=ταξιδευ βαψ=βαφ εβαψ=βαφ βαψιμ=βαφ πλυν=πλεν επλυν=πλεν πλυσιμ=πλεν στεγνωσ=στεγνων
  σιδερωσ=σιδερων ξεβαψ=ξεβαφ ζεσταν=ζεσταιν αντεξ=αντεχ δεχτ=δεχ δεχθ=δεχ διαλεξ=διαλεγ επιλεξ=επιλεγ
  αναλαβ=αναλαμβαν χωρεσ=χωρα καλυψ=καλυπτ απαντησ=απαντ βαφτιζ=βαφτισ γιορτασ=γιορταζ επισκευασ=επισκευαζ
  επισκευ=επισκευαζ τσιμπημ=τσιμπ φωτογραφισ=φωτογραφ σταθμευσ=σταθμευ φθην=φτην πλεχτ=πλεκτ χοντρικ=χονδρικ
  μεγαλωσ=μεγαλων κοστολογ=κοστ δανειστ=δανει`.split(/\s+/).map((pair) => {
    const [stem, other] = pair.split("=");
    return [stem, other] as const;
  }),
);

/**
 * The stem of a Greek word, with or without its accent. Of adjectives, each gender has the same: "ομαδικό" is no
 * "ομάδα" but "ομαδικός"; of nouns in -ία, each case.
 */
export function greekStem(word: string): string {
  const regular = fold(word)
    .replace(/(?<=\p{L}{2})ικ(?:ο|α|ου|ων|ες|ους|οι)$/u, "ικη")
    .replace(/(?<=\p{L}{2})ι(?:ας|ες|ων)$/u, "ια");
  const stem = stemmer(regular);
  return ONE_WORD.get(stem) ?? stem;
}

/** How Greek letters are typed in Latin ones. */
const LATIN: readonly (readonly [string, readonly string[]])[] = [
  ["ου", ["ou", "u"]],
  ["αι", ["ai", "e"]],
  ["ει", ["ei", "i"]],
  ["οι", ["oi", "i"]],
  ["αυ", ["au", "av", "af"]],
  ["ευ", ["eu", "ev", "ef"]],
  ["μπ", ["mp", "b"]],
  ["ντ", ["nt", "d"]],
  ["γκ", ["gk", "g"]],
  ["γγ", ["gg", "ng"]],
  ["β", ["v", "b"]],
  ["η", ["i", "h"]],
  ["θ", ["th"]],
  ["ξ", ["ks", "x"]],
  ["υ", ["i", "y", "u"]],
  ["χ", ["x", "h", "ch"]],
  ["ψ", ["ps"]],
  ["ω", ["o", "w"]],
  ["φ", ["f"]],
];
const PLAIN = new Map(
  [..."αεγδζικλμνοπρσςτ"].map((letter, i) => [letter, "aegdziklmnoprsst"[i]]),
);

/** The pairs "written=meant" of Greek words, in all the Latin spellings in which people type them: "poso=ποσο". */
export function greeklish(words: string): string {
  return words.trim().split(/\s+/).flatMap((word) =>
    [...latinSpellings(word)].map((written) => `${written}=${word}`)
  ).join(" ");
}

/** Each letter is typed in one way throughout a word. */
function latinSpellings(word: string): Set<string> {
  let parts = [[] as string[]];
  const ways: { sound: string; at: number }[] = [];
  for (let at = 0; at < word.length;) {
    const [sound, latin] = LATIN.find(([sound]) =>
      word.startsWith(sound, at)
    ) ?? [word[at], [PLAIN.get(word[at]) ?? word[at]]];
    const same = ways.findIndex((way) => way.sound === sound);
    parts = same < 0
      ? parts.flatMap((part) => latin.map((one) => [...part, one]))
      : parts.map((part) => [...part, part[same]]);
    ways.push({ sound, at });
    at += sound.length;
  }
  return new Set(parts.map((part) => part.join("")));
}

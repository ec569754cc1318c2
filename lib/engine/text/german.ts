import { pairs } from "./spellings.ts";

/** Separable prefixes of verbs: "anmelden", "melde ich mich an". */
export const PARTICLES: ReadonlySet<string> = new Set(
  ("ab an auf aus bei durch ein fest heim her hin hinein los mit nach raus rein rum statt teil um vor vorbei weg zu " +
    "zuruck zurecht zusammen dabei dazu mal entgegen").split(" "),
);
/** Nouns with the same beginnings are none: "Angebot", "Umgebung", "Anzug". */
const PARTICIPLE = new RegExp(
  `^(${
    [...PARTICLES].join("|")
  })(?:ge(?!bot|bung|schmack|legenh)|zu(?!g[^aeiourln]|glich))(\\p{L}{3,})$`,
  "u",
);
/** Stems of irregular verb forms, with the stem of the infinitive. */
const STRONG = pairs(`
  nimm=nehm nimmst=nehm nimmt=nehm nahm=nehm nomm=nehm gib=geb gibst=geb gibt=geb gab=geb fang=fang fangst=fang
  fangt=fang fing=fang fahrst=fahr fahrt=fahr fuhr=fahr fallt=fall fiel=fall ladst=lad ladt=lad lud=lad halt=halt
  haltst=halt hielt=halt lauft=lauf lauf=lauf lief=lauf sieht=seh siehst=seh sah=seh spricht=sprech trifft=treff
  triffst=treff traf=treff tritt=tret trittst=tret trat=tret lasst=lass liess=lass schlaft=schlaf hat=hab hast=hab
  hab=hab habt=hab habe=hab ham=hab habts=hab kam=komm kommst=komm rief=ruf ruft=ruf fand=find findet=find
  bracht=bring brachte=bring zog=zieh zogen=zieh fund=find schrieb=schreib lieh=leih lag=lieg ging=geh gang=geh
  stieg=steig blieb=bleib hilft=helf half=helf schickt=schick
`);

/**
 * Restores umlauts typed as two letters, and a dropped "e" in the ending: "fuer", "anziehn". Leaves names and foreign
 * words that have both letters: "Samuel", "aktuell", "Influencer", "zuerst".
 */
export function spelled(word: string): string {
  if (!/[aou]e|hn$/.test(word)) return word;
  return word.replace(
    /(?<![aeiouyäöüq])(?!(?<=^(?:mich|raph|isr|sam|man|j|n))[aou]el|(?<=[tdnsvx])uell|uenc|(?<=^z)uer(?!i))([aou])e/g,
    (_, letter) => UMLAUTS[letter],
  ).replace(/(?<=[^z]e|ei)hn$/, "hen");
}

const UMLAUTS: Readonly<Record<string, string>> = { a: "ä", o: "ö", u: "ü" };

/** The stem of a participle, or of an infinitive with "zu", of a separable verb; undefined for other words. */
export function separableStem(stem: string): string | undefined {
  const [, particle, rest] = PARTICIPLE.exec(stem) ?? [];
  if (!particle) return undefined;
  const strong = STRONG.get(rest) ?? STRONG.get(rest.replace(/t$/, ""));
  return particle + (strong ?? rest.replace(/e?t$/, ""));
}

/** Possible stems of a verb form such as "meldest" or "nimmst". */
export function verbStems(
  { form, stem }: { form: string; stem: string },
): string[] {
  const strong = STRONG.get(form);
  if (strong) return [strong];
  const bare = form.replace(/(?:e?s?t|e|en|s|n)$/, "");
  return bare === stem ? [stem] : [bare, stem];
}

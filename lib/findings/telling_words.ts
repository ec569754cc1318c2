import type { EngineTables } from "../engine/tables.ts";
import type { Language } from "../engine/text/languages.ts";
import { tokenize } from "../engine/text/tokens.ts";

/** A word that indicates what a text is about. */
type TellingWord = {
  /** The ideas it may stand for, so that "delivery" matches "shipping". */
  ideas: readonly string[];
  /** The words directly before and after it, of any kind. */
  beside: readonly string[];
};
/** Telling words by their stems. */
export type TellingWords = ReadonlyMap<string, TellingWord>;

/** Ideas that the kind of a figure already implies. */
const OF_FIGURES = new Set([
  "price",
  "duration",
  "date",
  "minimum_age",
  "maximum_number",
  "offer_quote",
  "how_many",
  "number",
  "phone",
  "contact",
]);
/** Ideas whose words all name the same thing. In other ideas, each may name something else: Italy, not Germany. */
const OF_ONE_THING = new Set([
  ...["shipping", "opening_hours", "cancel", "refund", "return_goods"],
  ...["warranty", "discount", "parking", "start", "end", "leave", "join"],
  ...["founded", "staff", "team_colleague", "teacher", "child", "customer"],
  ...["member", "student_pupil", "course", "lesson", "workshop", "exam"],
  ...["book_reserve", "rent_hire", "buy", "order", "repair", "deposit"],
  ...["invoice", "gift_voucher", "newsletter", "email", "address", "ticket"],
  ...["group", "weight", "temperature", "wind", "battery", "insurance"],
  // "Closes" is about opening hours like "opens", but gives another hour.
  "closed_day",
]);
/** Words that do not indicate what a sentence is about. Opposites such as "begin" and "end" are not among them. */
const NEUTRAL: Partial<Record<Language, string>> = {
  en:
    "have hold contain include comprise consist carry reach measure weigh run need require pay charge cost offer provide give serve accept allow permit limit exceed become stay remain stand lie live use make come bring add apply mean expect plan find keep fit welcome receive enjoy become want let amount total range vary set sit place count grant answer least most maximum minimum latest earliest now currently old new every each time strong stronger weak",
  de:
    "haben besitzen enthalten umfassen beinhalten bestehen tragen erreichen messen wiegen brauchen benötigen zahlen bezahlen berechnen verlangen betragen beträgt kosten kostet bieten geben gibt nehmen erlauben liegen liegt stehen bleiben verwenden nutzen machen kommen bringen gelten gilt passen bekommen erhalten müssen dürfen sollen hat sind fasst umfasst enthält beinhaltet besteht trägt erreicht misst wiegt braucht benötigt zahlt zahlst berechnet verlangt bietet nimmt erlaubt steht bleibt nutzt macht kommt bringt passt bekommt erhält darf muss kann soll jeder jede jedes mindestens höchstens maximal minimal spätestens frühestens vorher nachher nun jetzt neu einmalig ab bei uns unser unsere euch",
  es:
    "tener tiene tienen contener contiene incluir incluye comprender llevar lleva llevan alcanzar llegar llega llegan medir mide pesar pesa necesitar requerir pagar cobrar cobramos costar cuesta cuestan ofrecer dar servir permitir quedar estar usar hacer poder puedes valer vale recibir haber caber son hay cada máximo mínimo mínima como ahora nuevo antes desde hasta",
  fr:
    "avoir contenir contient comprendre comprend inclure porter atteindre mesurer peser falloir payer facturer coûter coûte offrir proposer donner servir permettre rester utiliser faire fait venir valoir vaut recevoir compter compte dispose accueillir accueille mesure pèse porte atteint paie offre propose donne sert permet reste vient reçoit chaque maximum minimum maintenant nouveau avant",
  it:
    "avere contenere contiene comprendere includere portare raggiungere misurare pesare servire richiedere pagare costare costa offrire dare permettere restare usare fare venire valere ricevere ha contiene comprende include porta raggiunge misura pesa serve paga offre dà permette resta viene vale riceve",
  pt:
    "ter tem conter contém incluir inclui levar alcançar medir pesar precisar exigir pagar cobrar custar custa oferecer dar servir permitir ficar usar fazer valer receber inclui leva alcança mede pesa precisa paga oferece dá permite fica faz vale recebe",
  nl:
    "hebben heeft bevatten omvatten bestaan dragen bereiken meten wegen nodig betalen rekenen kosten kost bieden geven staan blijven gebruiken maken komen gelden passen krijgen bedragen bedraagt bevat omvat bestaat draagt bereikt meet weegt betaalt rekent biedt geeft staat blijft gebruikt maakt komt geldt past krijgt",
};

const neutral = new Map<Language, ReadonlySet<string>>();

function neutralOf(language: Language): ReadonlySet<string> {
  const known = neutral.get(language);
  if (known) return known;
  const stems = tokenize(NEUTRAL[language] ?? "", language)
    .map(({ stem }) => stem);
  const made = new Set(stems);
  neutral.set(language, made);
  return made;
}

/** How a question asks for a figure. */
const HOW =
  /(?<!\p{L})(?:how (?:high|long|much|many|big|large|old|far|often|heavy|deep|wide|tall|late|early|soon)|wie (?:hoch|lange?|viele?|groß|alt|weit|oft|schwer|tief|breit|spät|früh)|qué tan (?:alto|largo|grande))(?!\p{L})/giu;

/**
 * The subject of a text. Each word is looked up by itself, so that phrases added to the lexicon do not hide
 * contradictions.
 */
export function tellingWords(
  text: string,
  language: Language,
  { lexica }: EngineTables,
): TellingWords {
  const lexicon = lexica.of(language);
  const words = new Map<string, TellingWord>();
  const tokens = tokenize(text.replace(HOW, " "), language);
  for (const [n, token] of tokens.entries()) {
    if (lexicon.isStop(token) || lexicon.isLight(token)) continue;
    if (/^[\p{Nd}€]/u.test(token.form) || token.form.length < 2) continue;
    if (neutralOf(language).has(token.stem) || words.has(token.stem)) continue;
    const alone = { ...token, start: 0, end: token.form.length };
    const names = lexicon.spans(token.form, [alone])
      .flatMap(({ ideas }) => ideas.map((idea) => lexica.ideaName(idea)));
    if (OF_FIGURES.has(names[0])) continue;
    const beside = [tokens[n - 1], tokens[n + 1]].map((one, side) =>
      one ? `${side}${one.stem}` : ""
    ).filter(Boolean);
    const ideas = names.filter((name) => OF_ONE_THING.has(name));
    // A season, a fair or an exhibition opens as a course begins.
    if (ideas.includes("opening_hours")) ideas.push("start");
    words.set(token.stem, { ideas, beside });
  }
  return words;
}

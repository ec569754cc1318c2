import type { Language } from "./text/languages.ts";
import type { Token } from "./text/tokens.ts";

type Joining = {
  /** Question words that also join clauses: "what if I'm out when you come". */
  joining: ReadonlySet<string>;
  /** Words that an indirect question follows, and words that begin one. */
  leads: ReadonlySet<string>;
  /** Whether such a word always asks if it has its accent. */
  accent_asks: boolean;
  /** Whether such a word always asks at the end of its clause: "vocês ficam onde?". */
  last_asks?: boolean;
};

const JOINING: Partial<Record<Language, Joining>> = {
  el: {
    joining: words("που πως γιατι"),
    leads: words(
      "και κι η ή ειτε αλλα ομως λοιπον επισης γεια σας σου καλησπερα καλημερα παρακαλω ευχαριστω συγγνωμη οκ ενταξει να ξερω ξερετε ξερεις " +
        "πειτε πες πω μαθω ρωτησω ρωταω ερωτηση απορια καταλαβω εξηγησετε δω δειτε απο ως μεχρι προς για σε με ακριβως ειναι ηταν " +
        "ειστε εισαι βρισκεστε εχετε εχεις μενετε μενεις γινεται μου μας",
    ),
    accent_asks: true,
    last_asks: true,
  },
  en: {
    joining: words("when where who how why"),
    leads: words(
      "and so but or then also plus please hi hello hey ok okay thanks know knows tell me us wonder wondering ask asking " +
        "sure see explain idea about of say remember on from till until since by for to with at exactly just is not",
    ),
    accent_asks: false,
  },
  es: {
    joining: words("cuando donde adonde como quien quienes porque"),
    leads: words(
      "y e o pero entonces tambien hola holi buenas buenos dias tardes noches disculpa disculpe perdon perdona ok vale gracias porfa favor oye oiga che " +
        "saber sabe sabes saben se decir dime digame dices decirme dicen cuenta cuentame pregunta preguntar preguntarte consulta consultar duda " +
        "entiendo explicar explicame explicas ver mas desde hasta de en a por para con sobre es era seria exactamente",
    ),
    accent_asks: true,
  },
  fr: {
    joining: words("ou quand qui"),
    leads: words(
      "et mais alors donc aussi bonjour salut coucou bonsoir merci ok sinon svp est es etes sont c cest cetait etait tombe habites habitez " +
        "savoir sait sais savez dire dites dis demander demande comprendre voir de d par pour a avec chez jusqu depuis situe situes trouve trouves trouvez",
    ),
    accent_asks: true,
    last_asks: true,
  },
  nl: {
    joining: words("waar wanneer"),
    leads: words(
      "en of maar dus ook dan hoi hallo hey goedemorgen goedemiddag goedenavond sorry ok oke dank bedankt alsjeblieft weten weet weten vertellen " +
        "vertel zeggen zeg vraag vragen uitleggen zien over van voor sinds tot vanaf in op met aan bij uit ongeveer precies is benieuwd",
    ),
    accent_asks: false,
  },
  it: {
    joining: words("quando dove come perche"),
    leads: words(
      "e o ma pero poi allora anche ciao salve buongiorno buonasera scusa scusi scusate grazie ok favore sapere sai sa sapete so dire " +
        "dirmi dimmi dici spiegare spieghi spiegami capire capisco vedere chiedere chiedo domanda da di a fin fino per in su con " +
        "circa proprio esattamente e era sarebbe",
    ),
    accent_asks: false,
  },
  pt: {
    joining: words("quando onde aonde como quem porque"),
    leads: words(
      "e ou mas entao tambem ola oi oie bom boa dia dias tarde noite desculpe desculpa ok obrigado obrigada favor opa alo gente pessoal " +
        "saber sabe sabes sei dizer diz diga digam dizem conta conte pergunta perguntar duvida entender explicar explica explique ver mas " +
        "desde ate de em a por para pra com sobre e sao foi era fica ficam esta estao vai vem exatamente",
    ),
    accent_asks: true,
    last_asks: true,
  },
  ro: {
    joining: words("cand unde cum cine"),
    leads: words(
      "si sau dar deci iar ori buna salut servus hei neata ziua seara dimineata scuze multumesc mersi ok rog stii stiti stie stiu afla aflu afli " +
        "spune spuneti spui zi zici intreb intrebare explica explicati arata inteleg vad de din pe la pana in cu prin despre exact este e ar fi cam " +
        "oare atunci mai sunteti esti va te imi nu",
    ),
    accent_asks: false,
    last_asks: true,
  },
};

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/** Whether the word here joins clauses and asks for nothing; false in a language without such a list. `text` is folded. */
export function joins(
  text: string,
  tokens: readonly Token[],
  place: number,
  language: Language,
): boolean {
  const known = JOINING[language];
  const { form, start, end } = tokens[place];
  if (!known || place < 2 || !known.joining.has(form)) return false;
  if (known.accent_asks && /[áéíóúêùύώί]/iu.test(text.slice(start, end))) {
    return false;
  }
  const before = tokens[place - 1];
  const after = text.slice(end).trimStart();
  if (known.last_asks && !/^[\p{L}\p{N}]/u.test(after)) return false;
  const is_new = /[^\s\p{L}\p{M}\p{N}'’]/u.test(text.slice(before.end, start));
  return !is_new && !known.leads.has(before.form);
}

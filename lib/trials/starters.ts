import { findAnswer } from "../chat/reply.ts";
import { IndexFinder } from "../content/finder.ts";
import { currentIndex, type WithIndexes } from "../content/indexes.ts";
import { readerFor } from "../content/reader.ts";
import type { Context } from "../context.ts";
import type { Twin } from "../schemas/twin.ts";

/** Common questions, by language. */
const ASKED: Record<string, string[]> = {
  en: [
    "What does it cost?",
    "What do you offer?",
    "How can I reach you?",
    "Where can I find you?",
  ],
  de: [
    "Was kostet das?",
    "Was bietest du an?",
    "Wie erreiche ich dich?",
    "Wo finde ich dich?",
  ],
  es: [
    "¿Cuánto cuesta?",
    "¿Qué ofreces?",
    "¿Cómo puedo contactarte?",
    "¿Dónde estás?",
  ],
  fr: [
    "Combien ça coûte ?",
    "Que proposez-vous ?",
    "Comment vous contacter ?",
    "Où vous trouver ?",
  ],
  it: [
    "Quanto costa?",
    "Cosa offri?",
    "Come posso contattarti?",
    "Dove ti trovo?",
  ],
  pt: [
    "Quanto custa?",
    "O que oferece?",
    "Como posso entrar em contato?",
    "Onde fica?",
  ],
  nl: [
    "Wat kost het?",
    "Wat bied je aan?",
    "Hoe kan ik je bereiken?",
    "Waar vind ik je?",
  ],
};

const MOST = 3;
/** How many of a site's own questions are tried: each searches the whole index. */
const MOST_TRIED = 8;
/** Longer questions do not fit a chip. */
const LONGEST = 80;

type Site = {
  /** Questions that the site itself answers. */
  questions: string[];
  language: string;
};

/** Starter questions for a visitor: the first among the site's own and the common ones that it answers. */
export async function findStarters(
  app: Context & WithIndexes,
  twin: Twin,
  { questions, language }: Site,
): Promise<string[]> {
  const reader = readerFor(app.kv, twin.id, { channel: "link" });
  const { index } = await currentIndex(app, twin.id, reader);
  const finder = new IndexFinder(index);
  const own = questions.filter(({ length }) => length <= LONGEST);
  const asked = [...own.slice(0, MOST_TRIED), ...ASKED[language] ?? ASKED.en];
  const found = new Set<string>();
  const told = new Set<string>();
  for (const message of new Set(asked)) {
    const question = { message, history: [], twin, language };
    const reply = await findAnswer(
      finder,
      question,
      () => Promise.resolve(undefined),
    );
    const is_new = !told.has(reply.answer);
    if (reply.confidence !== "sure" || reply.is_small_talk || !is_new) continue;
    found.add(message);
    told.add(reply.answer);
    if (found.size === MOST) break;
  }
  return [...found];
}

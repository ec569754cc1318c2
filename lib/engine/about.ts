import type { Answer } from "../schemas/citation.ts";
import type { Talk } from "./lexicon_file.ts";
import type { Lexica } from "./lexica.ts";
import { bare } from "./text/fold.ts";
import type { Language } from "./text/languages.ts";
import { quote } from "./stretch.ts";
import { cutSentences } from "./text/sentences.ts";

/** The twin's name and bio, as its owner wrote them. */
export type Profile = { name: string; bio: string };

/** How many titles a twin offers when asked what it can answer. */
const MOST_TOPICS = 5;

const SMALL: ReadonlySet<Talk> = new Set(
  ["hello", "how_are_you", "thanks", "bye"] as const,
);

/** The reply to a message that asks for nothing in the content: a greeting, thanks, or a question about the twin. */
export function smallTalkReply(
  lexica: Lexica,
  { talk, language }: { talk: Talk; language: Language },
  profile: Profile | undefined,
  titles: readonly string[],
): Answer | null {
  const lexicon = lexica.of(language);
  const { say } = lexicon;
  const reply = (answer: string): Answer => ({
    answer,
    citations: [],
    grounded: false,
    confidence: "none",
    is_small_talk: true,
  });
  if (talk === "hello" || talk === "how_are_you" || SMALL.has(talk)) {
    return reply(say[talk as "hello" | "how_are_you" | "thanks" | "bye"]);
  }
  const name = profile?.name ?? "";
  if (talk === "are_you_a_bot") {
    return profile ? reply(say.i_am_ai.replace("{name}", name)) : null;
  }
  if (talk === "can_you_help") {
    const topics = topicsOf(titles);
    return reply(
      topics.length > 0
        ? say.help.replace("{topics}", topics.join(", "))
        : say.hello,
    );
  }
  return profile ? fromBio(profile, say.i_am.replace("{name}", name)) : null;
}

function topicsOf(titles: readonly string[]): string[] {
  const short = titles.map((title) => title.trim())
    .filter((title) => title.length > 0 && title.length <= 60);
  return [...new Set(short)].slice(0, MOST_TOPICS);
}

/** Name and bio; null without a bio. */
function fromBio({ name, bio }: Profile, i_am: string): Answer | null {
  const told = cutSentences(bio);
  while (told.length > 1 && told[told.length - 1].end > 500) told.pop();
  const last = told.at(-1);
  if (!last) return null;
  const text = bio.slice(told[0].start, last.end);
  const is_named = bare(text).includes(bare(name));
  return {
    answer: is_named ? text : `${i_am} ${text}`,
    citations: [{ title: name, excerpt: quote(text) }],
    grounded: true,
    confidence: "sure",
  };
}

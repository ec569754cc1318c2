import { outermost, placesOf, type Span } from "./entries.ts";
import type { Lexica } from "./lexica.ts";
import type { Asking, Kind } from "./lexicon_file.ts";
import type { Lexicon } from "./lexicon.ts";
import { isStop } from "./stop_words.ts";
import type { Token } from "./text/tokens.ts";

/**
 * A general matter that strangers ask any creator about, by ideas of the lexicon: those by which a question asks,
 * those by which content tells, those that only suggest that it does, and those that a question may have beside it.
 */
type Matter = {
  asks: string;
  kind?: Kind;
  says: string;
  hints?: string;
  beside?: string;
};

/** "Where are you based?" asks for a place; "turn left at the chapel" tells it, and a bus suggests it. */
const MATTERS: readonly Matter[] = [
  {
    asks: "price cheap_expensive offer_quote",
    kind: "how_much",
    says: "price",
  },
  {
    asks: "address headquarters meeting_point work_where",
    kind: "where",
    says: "address headquarters meeting_point directions",
    hints:
      "area_served map neighbourhood near public_transport bus train railway stairs parking live_where",
  },
  {
    asks: "opening_hours office_hours availability schedule closed_day",
    kind: "when",
    says: "opening_hours office_hours schedule closed_day",
    hints: "weekday weekend morning afternoon evening season",
  },
  {
    asks: "contact email phone message_chat",
    says: "contact email phone message_chat",
    hints: "website social_media letter_post",
  },
  {
    asks: "book_reserve order application",
    says: "book_reserve order application pre_order",
    hints: "contact email phone message_chat website deposit ticket shop",
  },
  {
    asks: "since_when experience_years",
    says: "since_when experience_years why_started",
    hints:
      "qualification history previous_job education_degree career_path biography",
  },
  {
    asks: "cancel no_show reschedule",
    says: "cancel no_show reschedule",
    hints: "refund deposit",
    beside: "terms",
  },
  {
    asks: "pay card cash bank_transfer instalments",
    says: "card cash bank_transfer instalments",
    hints: "pay deposit invoice currency",
  },
  {
    asks: "beginner prior_knowledge difficulty level_difficulty",
    says: "beginner prior_knowledge difficulty level_difficulty",
    hints: "level learn fear",
  },
  {
    asks: "duration delivery_time",
    kind: "how_long",
    says: "duration delivery_time delivery_of_work",
    hints: "start end shipping letter_post weekday",
  },
  {
    asks: "child baby teenager minimum_age age_limit",
    says: "child baby teenager minimum_age age_limit",
    hints: "family parent",
    beside: "bring_along guest_bring",
  },
  {
    asks: "online remote_call online_course",
    says: "online remote_call online_course",
  },
  {
    asks: "gift_voucher",
    says: "gift_voucher",
    beside: "buy sell friend",
  },
  { asks: "languages_spoken", says: "languages_spoken" },
  {
    asks: "shipping international",
    says: "shipping international",
    hints: "pickup letter_post customs",
  },
  { asks: "parking", says: "parking", hints: "car" },
];

/** Ideas that make no subject of their own beside a matter: "is it suitable", "is it allowed". */
const NEUTRAL = "recommend rule_allowed condition_requirement method_how";

/** How surely content with an idea that only suggests a matter tells it. */
const HINTED = 0.4;

const NONE: ReadonlyMap<number, number> = new Map();

type ToldMatter = {
  /** How surely each idea tells it. */
  telling: ReadonlyMap<number, number>;
  /** The ideas that a question may have beside it and still name no subject. */
  beside: ReadonlySet<number>;
};

type Told = {
  /** The matter that each idea and kind asks about. */
  by: ReadonlyMap<number | Kind, ToldMatter>;
  neutral: ReadonlySet<number>;
};

const known = new WeakMap<Lexica, Told>();

function toldBy(lexica: Lexica): Told {
  const found = known.get(lexica);
  if (found) return found;
  const by = new Map<number | Kind, ToldMatter>();
  const numbers = (names: string) =>
    names.split(" ").flatMap((name) => lexica.ideaNumber(name) ?? []);
  const neutral = numbers(NEUTRAL);
  for (const { asks, kind, says, hints = "", beside = "" } of MATTERS) {
    const telling = new Map([
      ...numbers(hints).map((idea) => [idea, HINTED] as const),
      ...numbers(says).map((idea) => [idea, 1] as const),
    ]);
    const with_it = [...telling.keys(), ...neutral, ...numbers(beside)];
    const matter = { telling, beside: new Set(with_it) };
    for (const idea of numbers(asks)) by.set(idea, matter);
    if (kind) by.set(kind, matter);
  }
  const told = { by, neutral: new Set(neutral) };
  known.set(lexica, told);
  return told;
}

/** A question's words, and the ideas they express. */
type Words = {
  tokens: readonly Token[];
  spans: readonly Span[];
  asking: Asking;
};

/**
 * The ideas by which content tells what a general question asks, and how surely, 0 to 1; none if it names a subject
 * of its own.
 */
export function matterOf(
  { tokens, spans, asking }: Words,
  lexicon: Lexicon,
  lexica: Lexica,
): ReadonlyMap<number, number> {
  const { by, neutral } = toldBy(lexica);
  const [kind] = asking.kinds;
  const of_kind = kind && by.get(kind);
  const named = spans.filter(({ ideas }) =>
    !ideas.every((idea) => neutral.has(idea))
  );
  const of_matter = outermost(named).filter(({ ideas }) =>
    ideas.some((idea) => by.has(idea))
  );
  if (of_matter.length === 0) {
    // "Where is it?" asks for a place, "where are they made?" does not: the words that ask are all.
    const others = tokens.filter((_, place) => !asking.places.has(place));
    const is_bare = others.length <= 1 &&
      others.every((token) => isStop(token, lexicon));
    return is_bare && of_kind ? of_kind.telling : NONE;
  }
  const matter = commonTo(of_matter, by, of_kind);
  if (!matter) return NONE;
  const without_subject = placesOf([
    ...of_matter,
    ...spans.filter(({ ideas }) =>
      ideas.some((idea) => matter.beside.has(idea))
    ),
  ]);
  const is_general = tokens.every((token, place) =>
    isStop(token, lexicon) || lexicon.isLight(token) ||
    asking.places.has(place) || without_subject.has(place)
  );
  return is_general ? matter.telling : NONE;
}

/**
 * The matter that all of these ask about: none for "How much is the parking?", of which one is the other's subject. Of
 * several that of the kind asked for: "Ne kadar?" is how much, and how long.
 */
function commonTo(
  spans: readonly Span[],
  by: Told["by"],
  of_kind: ToldMatter | undefined,
): ToldMatter | undefined {
  const common = spans
    .map(({ ideas }) => new Set(ideas.flatMap((idea) => by.get(idea) ?? [])))
    .reduce((all, one) => all.intersection(one));
  if (of_kind && common.has(of_kind)) return of_kind;
  return common.size === 1 ? [...common][0] : undefined;
}

/** How surely sentences of these terms tell of a matter, on average. */
export function tellsMatter(
  matter: ReadonlyMap<string, number>,
  said: readonly (readonly string[])[],
): number {
  if (matter.size === 0 || said.length === 0) return 0;
  let sum = 0;
  for (const terms of said) {
    let most = 0;
    for (const term of terms) most = Math.max(most, matter.get(term) ?? 0);
    sum += most;
  }
  return sum / said.length;
}

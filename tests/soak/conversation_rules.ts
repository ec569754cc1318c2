// Rules for what visitors said and left, and its counts.
import { isUnanswered } from "../../lib/conversations/exchanges.ts";
import { leadId } from "../../lib/conversations/purge.ts";
import {
  channelName,
  type Exchange,
  type Session,
} from "../../lib/schemas/chat.ts";
import type { Figure } from "../../lib/schemas/figures.ts";
import type { Lead } from "../../lib/schemas/lead.ts";
import { keys } from "../../lib/store/keys.ts";
import { each, part, type Rule } from "./rule.ts";
import type { StoreView } from "./store_view.ts";

const saidIn = (store: StoreView, session_id: string) =>
  store.values<Exchange>(keys.messages(session_id));

/** The rest of an erased session goes with the sweep if the process stopped halfway. */
const isThereOrSwept = (store: StoreView, session_id: string) =>
  store.has(keys.session(session_id)) ||
  store.isNoted("session", keys.session(session_id));

const SESSIONS: Rule[] = [
  each<Session>(
    "a session that is kept is listed by its twin and its way in",
    "sessions",
    ({ value: { id, twin_id, channel, kept_days } }, store) => {
      if (!kept_days) return true;
      const name = channelName(channel);
      return store.has(keys.sessionByTwin(twin_id, id)) &&
        (name === null || store.has(keys.sessionByChannel(twin_id, name, id)));
    },
  ),
  each(
    "a twin's session is there and is the twin's",
    "sessions_by_twin",
    ({ key }, store) =>
      store.get<Session>(keys.session(part(key, 2)))?.twin_id === key[1],
  ),
  each(
    "a session listed by its way in came in there",
    "sessions_by_channel",
    ({ key }, store) => {
      const session = store.get<Session>(keys.session(part(key, 3)));
      return session !== undefined && channelName(session.channel) === key[2];
    },
  ),
  each(
    "a session listed as rated down has an answer that is",
    "sessions_rated_down",
    ({ key }, store) =>
      Number(store.get<Session>(keys.session(part(key, 2)))?.rated_down) > 0,
  ),
  each<Session>(
    "a session with an answer rated down is listed as such",
    "sessions",
    ({ value: { id, twin_id, rated_down = 0 } }, store) =>
      (rated_down > 0) === store.has(keys.sessionRatedDown(twin_id, id)),
  ),
  each<Session>(
    "a session counts what was said in it, what found no answer and what was rated down",
    "sessions",
    ({ value }, store) => {
      const said = saidIn(store, value.id);
      const down = said.filter(({ rating }) => rating?.rating === "down");
      return value.messages === said.length &&
        value.unanswered === said.filter(isUnanswered).length &&
        (value.rated_down ?? 0) === down.length;
    },
  ),
  each<Exchange>(
    "what was said was said in a session, and lies under its own id",
    "messages",
    ({ key, value }, store) =>
      value.id === key[2] && isThereOrSwept(store, part(key, 1)),
  ),
  each<string>(
    "a client's own id of a message leads to what was said",
    "message_claims",
    ({ key, value }, store) =>
      store.get<Exchange>(keys.message(part(key, 1), value))
          ?.client_message_id === key[2] ||
      !store.has(keys.session(part(key, 1))) &&
        isThereOrSwept(store, part(key, 1)),
  ),
  each<Exchange>(
    "what a client gave an id is found by it",
    "messages",
    ({ key, value: { id, client_message_id } }, store) =>
      client_message_id === null ||
      store.get(keys.messageClaim(part(key, 1), client_message_id)) === id ||
      !store.has(keys.session(part(key, 1))),
  ),
  each<{ session_id: string }>(
    "a question without an answer is one that was asked",
    "unanswered",
    ({ key, value: { session_id } }, store) => {
      const said = store.get<Exchange>(keys.message(session_id, part(key, 2)));
      return said !== undefined && isUnanswered(said) &&
        isThereOrSwept(store, session_id);
    },
  ),
  ...["leads", "answered_leads"].map((first) =>
    each<Lead>(
      `an e-mail under ${first} was left in a session of the twin's that is there`,
      first,
      ({ key, value }, store) => {
        const session = store.get<Session>(keys.session(value.session_id));
        return session?.twin_id === key[1] && leadId(session) === key[2] &&
          (first === "leads") === (value.answered_at === undefined);
      },
    )
  ),
  each(
    "an e-mail waits or is answered, not both",
    "leads",
    ({ key }, store) =>
      !store.has(keys.answeredLead(part(key, 1), part(key, 2))),
  ),
];

/** A twin's figure over all days and channels. */
function total(store: StoreView, twin_id: string, figure: Figure): number {
  return store.under<Deno.KvU64>(keys.figures(twin_id))
    .filter(({ key }) => key[4] === figure)
    .reduce((sum, { value }) => sum + Number(value.value), 0);
}

/** What the twin's visitors said, as far as it is stored. */
function kept(store: StoreView, twin_id: string): Exchange[] {
  return store.values<Session>(["sessions"])
    .filter((one) => one.twin_id === twin_id && one.channel.kind !== "preview")
    .flatMap(({ id }) => saidIn(store, id));
}

/** Compares a twin's figures with what is stored. */
function figures(
  name: string,
  isKept: (
    count: (figure: Figure) => number,
    said: Exchange[],
  ) => boolean,
): Rule {
  return {
    name,
    broken: (store) =>
      store.under(["twins"]).map(({ key }) => part(key, 1))
        .filter((id) =>
          !isKept((figure) => total(store, id, figure), kept(store, id))
        ),
  };
}

const COUNTERS: Rule[] = [
  figures(
    "a twin's figures count every message that is kept",
    (count, said) => count("messages") >= said.length,
  ),
  figures(
    "a twin's figures count every answer and every question without one",
    (count, said) =>
      count("grounded") >= said.filter(({ grounded }) => grounded).length &&
      count("ungrounded") >= said.filter(isUnanswered).length,
  ),
  figures(
    "figures agree with each other: answered and not are no more than all, near no more than not",
    (count) =>
      count("grounded") + count("ungrounded") <= count("messages") &&
      count("near") <= count("ungrounded") &&
      count("visitors") <= count("messages"),
  ),
  figures(
    "a twin's figures count every rating that stands",
    (count, said) =>
      (["up", "down"] as const).every((way) =>
        count(`rated_${way}`) >=
          said.filter(({ rating }) => rating?.rating === way).length
      ),
  ),
  {
    name: "figures are counts: none fell below nothing",
    broken: (store) =>
      store.under<Deno.KvU64>(["figures"])
        .filter(({ value }) => value.value > 2n ** 40n)
        .map(({ key }) => key.join(" ")),
  },
];

export const CONVERSATION_RULES: Rule[] = [...SESSIONS, ...COUNTERS];

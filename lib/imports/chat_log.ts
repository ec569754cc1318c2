import { type LeftOut, oneText, type Reading } from "./kinds.ts";

/** `[03.05.26, 10:03:40] Ada: text`, `5/3/26, 10:05 AM - Ada: text`, in the time formats that phones use. */
const STAMP =
  /^[\u200e\u200f]?\[?(\d{1,4}[./-]\d{1,2}[./-]\d{2,4}),?[ \u202f](\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ \u202f]?[ap]\.?[ \u202f]?m\.?)?)\]?(?:[ ]-)?[ ](.*)$/i;
/** The speaker. */
const SAID = /^([^:\u200e]{1,60}): (.*)$/;
/**
 * Placeholders for pictures, voice messages and the like: `<Media omitted>`, `IMG-20260503-WA0001.jpg (file
 * attached)`.
 */
const MEDIA =
  /^[\u200e\u200f]?<[^<>]{1,80}>$|^\u200e|^\S{1,100}\.\w{2,5} \([^()]{1,40}\)$/;
/** The suffix of an edited message: `<This message was edited>`. */
const EDITED = /\s*\u200e<[^<>]{1,80}>$/;

type Message = { who: string; text: string };

/**
 * Reads a WhatsApp export: each person's words in turn, without times, pictures and notices; null for any other text.
 * Warns that it contains other people's words and names.
 */
export function readChat(source: string): Reading | null {
  const lines = source.split(/\r\n?|\n/);
  const stamped = lines.filter((line) => STAMP.test(line)).length;
  const filled = lines.filter((line) => /\S/.test(line)).length;
  if (stamped < 3 || stamped < filled / 4) return null;
  const messages: Message[] = [];
  let notices = 0;
  /** The message that a line without a time belongs to. */
  let last: Message | null = null;
  for (const line of lines) {
    const stamp = STAMP.exec(line);
    if (!stamp) {
      if (last && /\S/.test(line)) {
        last.text += `\n${line.trim().replace(EDITED, "")}`;
      }
      continue;
    }
    const [, who = "", text = ""] = SAID.exec(stamp[3]) ?? [];
    last = null;
    if (!who || !text.trim() || MEDIA.test(text)) notices++;
    else {
      const said = text.trim().replace(EDITED, "");
      messages.push(last = { who: who.trim(), text: said });
    }
  }
  const people = new Set(messages.map(({ who }) => who));
  if (people.size === 0) return null;
  return { ...oneText(null, turnsOf(messages)), left_out: leftOutOf(notices) };
}

/** One paragraph per turn: one person's messages until another speaks. */
function turnsOf(messages: readonly Message[]): string {
  const turns: string[] = [];
  let who: string | null = null;
  for (const message of messages) {
    if (message.who === who) turns[turns.length - 1] += `\n${message.text}`;
    else turns.push(`${message.who}: ${message.text}`);
    who = message.who;
  }
  return turns.join("\n\n");
}

function leftOutOf(notices: number): LeftOut[] {
  const told = [{
    what: "The times of this chat",
    why:
      "They are of no use to visitors. The chat contains other people’s words and names: review it before you make it public.",
  }];
  return notices === 0 ? told : [...told, {
    what: `${notices} pictures, recordings and notices`,
    why: "They contain no text to answer from.",
  }];
}

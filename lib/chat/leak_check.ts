import type { Owner } from "../actor.ts";
import type { Context } from "../context.ts";
import { breathe } from "../breathe.ts";
import { currentIndex, type WithIndexes } from "../content/indexes.ts";
import { readerFor } from "../content/reader.ts";
import { answerFromIndex } from "../engine/answer.ts";
import { cutPassages } from "../engine/text/passages.ts";
import type { PassageIndex } from "../engine/passage_index.ts";
import { cutSentences } from "../engine/text/sentences.ts";
import { readBody } from "../content/texts.ts";
import type { ContentItem } from "../schemas/content.ts";
import type { LeakReportView } from "../schemas/leak_check.ts";
import { keys } from "../store/keys.ts";
import type { Twin } from "../schemas/twin.ts";
import { requireTwin } from "../twins/twins.ts";

/** The newest private items that are checked, and the questions made of each. */
const MAX_ITEMS = 50;
const MAX_QUESTIONS = 4;
/** How many items are looked through for private ones. */
const MAX_LOOKED_AT = 5_000;
/** Keys and platforms that have items of their own, beside the share link. */
const MAX_CHANNELS = 10;
/** How much of an item is compared with the answers, in UTF-16 units; its questions are made of its beginning. */
const MAX_COMPARED = 100_000;
/** As many characters in a row that are the same are no coincidence. */
const SAME = 40;

/**
 * Asks questions made of the private items the way visitors do, by the share link and by each key or platform that has
 * items of its own, and reports whether anything of them came back. Nothing is recorded, charged or sent to a model:
 * both engines draw from the same index, so what is not in it is out of reach of either.
 */
export async function checkForLeaks(
  app: Context & WithIndexes,
  owner: Owner,
  twin_id: string,
): Promise<LeakReportView> {
  const twin = await requireTwin(app, owner, twin_id);
  const { items, channels } = await lookThrough(app, twin_id);
  const indexes: PassageIndex[] = [];
  for (const channel of channels) {
    const reader = readerFor(app.kv, twin_id, { channel });
    indexes.push((await currentIndex(app, twin_id, reader)).index);
  }
  const report: LeakReportView = { private_items: 0, questions: 0, leaks: [] };
  for (const item of items) {
    const body = await readBody(app.kv, item);
    if (body === null) continue;
    report.private_items++;
    const hidden = plain(body.slice(0, MAX_COMPARED));
    for (const question of questionsOf(item.title, body)) {
      report.questions++;
      for (const index of indexes) {
        const leak = leakOf(index, twin, { hidden, question });
        await breathe();
        const { id, title } = item;
        if (!leak || report.leaks.some((told) => told.id === id)) continue;
        report.leaks.push({ id, title, question, ...leak });
      }
    }
  }
  return report;
}

/** The newest private items, and the channels by which visitors see different ones. */
async function lookThrough(
  app: Context,
  twin_id: string,
): Promise<{ items: ContentItem[]; channels: string[] }> {
  const items: ContentItem[] = [];
  const channels = new Set(["link"]);
  const entries = app.kv.list<ContentItem>({ prefix: keys.contents(twin_id) }, {
    reverse: true,
    limit: MAX_LOOKED_AT,
  });
  for await (const { value } of entries) {
    if (value.visibility === "public") {
      for (const channel of value.channels ?? []) channels.add(channel);
    } else if (items.length < MAX_ITEMS) items.push(value);
  }
  // A preview is seen by members alone.
  channels.delete("preview");
  return { items, channels: [...channels].slice(0, 1 + MAX_CHANNELS) };
}

/** What an item is called, and the longest sentences of its beginning. */
function questionsOf(title: string, body: string): string[] {
  const sentences = cutPassages(body.slice(0, 20_000)).flatMap((passage) =>
    cutSentences(passage).map(({ text }) => text.trim())
  );
  const telling = sentences.toSorted((a, b) => b.length - a.length)
    .slice(0, MAX_QUESTIONS - 1);
  return [title, ...telling].map((text) => text.slice(0, 500));
}

/** A stretch of the private text in what a visitor is shown, and the public item it is in; null for none. */
function leakOf(
  index: PassageIndex,
  twin: Twin,
  { hidden, question }: { hidden: string; question: string },
): { excerpt: string; public_title: string } | null {
  const { answer, citations } = answerFromIndex(index, question, {
    profile: twin,
  });
  const shown = citations.map(({ title, excerpt }) => ({
    title,
    text: excerpt,
  }));
  const first = citations.at(0)?.title ?? "";
  for (const { title, text } of [...shown, { title: first, text: answer }]) {
    const excerpt = sharedStretch(plain(text), hidden);
    if (excerpt) return { excerpt, public_title: title };
  }
  return null;
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}

/** The first stretch of at least `SAME` characters that both texts share, as far as it reaches; null for none. */
function sharedStretch(text: string, hidden: string): string | null {
  const STEP = SAME / 4;
  for (let at = 0; at + SAME <= text.length; at += STEP) {
    if (!hidden.includes(text.slice(at, at + SAME))) continue;
    let [from, end] = [at, at + SAME];
    while (from > 0 && hidden.includes(text.slice(from - 1, end))) from--;
    while (end < text.length && hidden.includes(text.slice(from, end + 1))) {
      end++;
    }
    return text.slice(from, Math.min(end, from + 200)).trim();
  }
  return null;
}

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

/** The newest private items to check, and the questions per item. */
const MAX_ITEMS = 50;
const MAX_QUESTIONS = 4;
/** How many items are searched for private ones. */
const MAX_LOOKED_AT = 5_000;
/** Keys and platforms with content of their own, besides the share link. */
const MAX_CHANNELS = 10;
/** How much of an item is compared with the answers, in UTF-16 units; its questions come from its beginning. */
const MAX_COMPARED = 100_000;
/** This many equal characters in a row are no coincidence. */
const SAME = 40;

/**
 * Asks questions made from the private items as visitors would, through the share link and each key or platform with
 * content of its own, and reports whether any private text came back. Nothing is recorded, charged or sent to a
 * model: both engines draw from the same index, so neither can reach what it lacks.
 */
export async function checkForLeaks(
  app: Context & WithIndexes,
  owner: Owner,
  twin_id: string,
): Promise<LeakReportView> {
  const twin = await requireTwin(app, owner, twin_id);
  const { items, channels } = await findPrivateItems(app, twin_id);
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

/** Finds the newest private items, and the channels whose visitors see different content. */
async function findPrivateItems(
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
  // Only members see a preview.
  channels.delete("preview");
  return { items, channels: [...channels].slice(0, 1 + MAX_CHANNELS) };
}

/** An item's title, and the longest sentences of its beginning. */
function questionsOf(title: string, body: string): string[] {
  const sentences = cutPassages(body.slice(0, 20_000)).flatMap((passage) =>
    cutSentences(passage).map(({ text }) => text.trim())
  );
  const telling = sentences.toSorted((a, b) => b.length - a.length)
    .slice(0, MAX_QUESTIONS - 1);
  return [title, ...telling].map((text) => text.slice(0, 500));
}

/** The private text found in an answer, and the public item it comes from; null if none. */
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

/** The first run of at least `SAME` characters that both texts share, at its full length; null if none. */
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

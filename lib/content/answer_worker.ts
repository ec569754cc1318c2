import { breathe } from "../breathe.ts";
import { engineTables } from "../engine/tables.ts";
import type { PublicContent } from "../schemas/content.ts";
import { serveTasks } from "../worker_queue.ts";
import { type Asked, IndexFinder, type Near } from "./finder.ts";
import { IndexedItems } from "./indexed_items.ts";

/** What a worker is asked: to change an index, to search it, to forget it, or how many it holds (a sign of life). */
export type AnswerTask =
  | { call: "ping" }
  | { call: "drop"; index: number }
  | {
    call: "add";
    index: number;
    content_id: string;
    item: PublicContent & { passages: readonly string[] };
  }
  | { call: "remove"; index: number; content_id: string }
  | { call: "answer"; index: number; asked: Asked; near?: Near }
  | { call: "candidates"; index: number; message: string }
  | { call: "passages"; index: number; query: string; most: number };

// Before the first task, so that no question waits for it.
const tables = engineTables();
const held = new Map<number, { items: IndexedItems; finder: IndexFinder }>();

serveTasks<AnswerTask, unknown>(async (task) => {
  if (task.call === "ping") return held.size;
  if (task.call === "drop") return void held.delete(task.index);
  const { items, finder } = held.getOrInsertComputed(task.index, newIndex);
  switch (task.call) {
    case "add":
      return await items.add(task.content_id, task.item, breathe);
    case "remove":
      return await items.remove(task.content_id, breathe);
    case "answer":
      return await finder.answer(task.asked, task.near);
    case "candidates":
      return await finder.candidates(task.message);
    case "passages":
      return await finder.passages(task.query, task.most);
  }
});

function newIndex() {
  const items = new IndexedItems(tables);
  return { items, finder: new IndexFinder(items.index) };
}

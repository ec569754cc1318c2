import type { PublicContent } from "../schemas/content.ts";
import type { Answer, Candidate } from "../schemas/citation.ts";
import type { AnswerThread } from "./answer_thread.ts";
import type { Asked, Finder, Found, Near } from "./finder.ts";
import { stampOf } from "./indexed_items.ts";

/** The items of one twin in an index of a worker. Throws `ThreadError` when the worker does not do its part. */
export class RemoteItems implements Finder {
  readonly #index: number;
  /** The stamp is null while it is not certain that the worker holds the item whole. */
  readonly #held = new Map<string, { stamp: string | null; size: number }>();
  #size = 0;

  constructor(private thread: AnswerThread) {
    this.#index = thread.newIndex();
  }

  get is_gone(): boolean {
    return this.thread.is_gone;
  }

  /** The number of passages; none are left of a worker that is gone. */
  get size(): number {
    return this.is_gone ? 0 : this.#size;
  }

  ids(): Iterable<string> {
    return this.#held.keys();
  }

  has(content_id: string): boolean {
    return this.#held.has(content_id);
  }

  /** Whether the worker holds an item in its current state. */
  holds(content_id: string, item: PublicContent): boolean {
    return this.#held.get(content_id)?.stamp === stampOf(item);
  }

  /** Adds an item, or replaces it. */
  async add(
    content_id: string,
    item: PublicContent & { passages: readonly string[] },
  ): Promise<void> {
    const size = item.passages.length;
    this.#size += size - (this.#held.get(content_id)?.size ?? 0);
    this.#held.set(content_id, { stamp: null, size });
    await this.thread.run({ ...this.#to("add"), content_id, item });
    this.#held.set(content_id, { stamp: stampOf(item), size });
  }

  /** Removes an item, even a half-added one; does nothing if there is none. */
  async remove(content_id: string): Promise<void> {
    const item = this.#held.get(content_id);
    if (!item) return;
    this.#held.set(content_id, { ...item, stamp: null });
    await this.thread.run({ ...this.#to("remove"), content_id });
    if (this.#held.delete(content_id)) this.#size -= item.size;
  }

  /** Lets the worker forget the index. */
  drop(): void {
    this.thread.run(this.#to("drop")).catch(() => {});
  }

  answer(asked: Asked, near?: Near): Promise<Answer> {
    return this.thread.run({ ...this.#to("answer"), asked, near });
  }

  candidates(message: string): Promise<Candidate[]> {
    return this.thread.run({ ...this.#to("candidates"), message });
  }

  passages(query: string, most: number): Promise<Found[]> {
    return this.thread.run({ ...this.#to("passages"), query, most });
  }

  #to<C extends string>(call: C): { call: C; index: number } {
    return { call, index: this.#index };
  }
}

import { AppError } from "../errors.ts";
import type { ContentItem } from "../schemas/content.ts";
import { type Key, keys } from "../store/keys.ts";

/** Twins whose passage counts are cached. */
const MAX_CACHED = 1_000;

/** How often content that changes during the count is counted again. */
const MOST_TRIES = 5;

/** A draft is not cut into passages yet: this many UTF-16 units of it count as one. */
const OF_DRAFT = 700;
/** The longest passage, in UTF-16 units: this much text hidden from readers counts as one. */
const LONGEST = 900;

/** For content of this version; `deleted` counts the deleted items still kept. */
type Count = { version: string | null; passages: number; deleted: number };

/** The number of passages an item counts as, including its draft's. */
export function passagesOf(
  { passages, characters, is_draft, draft }: ContentItem,
): number {
  const published = Math.max(passages, Math.ceil(characters / LONGEST));
  const waiting = is_draft ? characters : draft?.characters ?? 0;
  return (is_draft ? passages : published) + Math.ceil(waiting / OF_DRAFT);
}

/**
 * How many passages a twin may hold, drafts included. Changes under way in this process count already; what another
 * process adds at the same moment may exceed the limit, once.
 */
export class PassageQuota {
  #known = new Map<string, Count>();
  #under_way = new Map<string, number>();

  constructor(private kv: Deno.Kv, private max: number) {}

  /**
   * Runs `change`, which turns `previous` into `next`, or creates it, if there is room. Afterwards the content has
   * the version `version`. Throws `payload_too_large` if there is no room.
   */
  async within<T>(
    next: ContentItem,
    previous: ContentItem | null,
    change: () => Promise<T>,
    version = next.revision,
  ): Promise<T> {
    const { twin_id } = next;
    const more = passagesOf(next) - (previous ? passagesOf(previous) : 0);
    if (more <= 0) return await change();
    const under_way = () => this.#under_way.get(twin_id) ?? 0;
    let count = await this.#count(twin_id);
    // A change that ended since the read is no longer under way, nor in that count.
    while (this.#known.get(twin_id) !== count) {
      count = await this.#count(twin_id);
    }
    const used = count.passages + under_way();
    if (used + more > this.max) throw this.#full(used, more);
    this.#under_way.set(twin_id, under_way() + more);
    try {
      const changed = await change();
      const known = this.#known.get(twin_id) ?? count;
      // A later count includes it already.
      if (known.version !== version) {
        const passages = known.passages + more;
        this.#remember(twin_id, { ...known, version, passages });
      }
      return changed;
    } finally {
      const left = under_way() - more;
      if (left > 0) this.#under_way.set(twin_id, left);
      else this.#under_way.delete(twin_id);
    }
  }

  /** How many more passages a twin may hold. */
  async room(twin_id: string): Promise<number> {
    const { passages } = await this.#count(twin_id);
    return Math.max(0, this.max - passages);
  }

  /** The passages of a twin's deleted items at its last count; does not read the store. */
  deleted(twin_id: string): number {
    return this.#known.get(twin_id)?.deleted ?? 0;
  }

  /** Call after removing deleted items for good, with the number of their passages that are left. */
  noteDeleted(twin_id: string, deleted: number): void {
    const known = this.#known.get(twin_id);
    if (known) this.#remember(twin_id, { ...known, deleted });
  }

  /** The twin's passages: recounted if its content has another version than the cached count. */
  async #count(twin_id: string): Promise<Count> {
    let version = await this.#version(twin_id);
    for (let tries = 0;; tries++) {
      const known = this.#known.get(twin_id);
      if (known && known.version === version) return known;
      const count = {
        version,
        passages: await this.#sum(keys.contents(twin_id)),
        deleted: await this.#sum(keys.deletedContents(twin_id)),
      };
      version = await this.#version(twin_id);
      // For content that changes all the time, in other processes too, the last count is close enough.
      if (version !== count.version && tries < MOST_TRIES) continue;
      this.#remember(twin_id, count);
      return count;
    }
  }

  async #sum(prefix: Key): Promise<number> {
    let passages = 0;
    for await (const { value } of this.kv.list<ContentItem>({ prefix })) {
      passages += passagesOf(value);
    }
    return passages;
  }

  async #version(twin_id: string): Promise<string | null> {
    return (await this.kv.get<string>(keys.contentVersion(twin_id))).value;
  }

  #remember(twin_id: string, count: Count): void {
    this.#known.delete(twin_id);
    this.#known.set(twin_id, count);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MAX_CACHED) this.#known.delete(oldest);
  }

  #full(used: number, more: number): AppError {
    const said = (n: number) => n.toLocaleString("en");
    return new AppError(
      "payload_too_large",
      `This twin holds ${said(used)} of at most ${
        said(this.max)
      } passages, and this text counts as ${
        said(more)
      }. Delete or shorten items or drafts first, or add it to another twin.`,
    );
  }
}

export type WithQuota = { quota: PassageQuota };

import { AppError } from "../errors.ts";
import type { ContentItem } from "../schemas/content.ts";
import { keys } from "../store/keys.ts";

/** Twins whose passages are remembered. */
const MAX_REMEMBERED = 1_000;

type Count = { version: string | null; passages: number };

/**
 * How many passages a twin may hold. What is under way in this process counts already; what another process adds at
 * the same moment may go past it, once.
 */
export class PassageQuota {
  #known = new Map<string, Count>();
  #under_way = new Map<string, number>();

  constructor(private kv: Deno.Kv, private max: number) {}

  /**
   * Runs `change`, which turns `previous` into `next`, or creates it, if there is room. Throws `payload_too_large` if
   * there is none.
   */
  async within<T>(
    next: ContentItem,
    previous: ContentItem | null,
    change: () => Promise<T>,
  ): Promise<T> {
    const { twin_id } = next;
    const more = next.passages - (previous?.passages ?? 0);
    if (more <= 0) return await change();
    const under_way = () => this.#under_way.get(twin_id) ?? 0;
    const count = await this.#count(twin_id);
    const used = count.passages + under_way();
    if (used + more > this.max) throw this.#full(used, more);
    this.#under_way.set(twin_id, under_way() + more);
    try {
      const changed = await change();
      const { passages } = this.#known.get(twin_id) ?? count;
      this.#remember(twin_id, {
        version: next.revision,
        passages: passages + more,
      });
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

  /** The twin's passages: counted again when its content has another version than the one remembered. */
  async #count(twin_id: string): Promise<Count> {
    const { value } = await this.kv.get<string>(keys.contentVersion(twin_id));
    const known = this.#known.get(twin_id);
    if (known && known.version === value) return known;
    let passages = 0;
    const items = this.kv.list<ContentItem>({ prefix: keys.contents(twin_id) });
    for await (const item of items) passages += item.value.passages;
    const count = { version: value, passages };
    this.#remember(twin_id, count);
    return count;
  }

  #remember(twin_id: string, count: Count): void {
    this.#known.delete(twin_id);
    this.#known.set(twin_id, count);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MAX_REMEMBERED) this.#known.delete(oldest);
  }

  #full(used: number, more: number): AppError {
    const said = (n: number) => n.toLocaleString("en");
    return new AppError(
      "payload_too_large",
      `This twin holds ${said(used)} of at most ${
        said(this.max)
      } passages, and this text has ${
        said(more)
      }. Delete or shorten items first, or add it to another twin.`,
    );
  }
}

export type WithQuota = { quota: PassageQuota };

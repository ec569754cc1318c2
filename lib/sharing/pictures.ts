import { IsolatedPool } from "../isolated/pool.ts";

/** Pictures in memory, about 100 kB each; beyond it the least recently requested is evicted. */
const MAX_CACHED = 200;

/**
 * Draws SVG as PNG in its own process, which takes about 50 ms, and caches the latest. A picture that takes too long
 * or too much memory is abandoned. Owns the process: `close` ends it.
 */
export class Pictures {
  #pool = new IsolatedPool({
    module: new URL("./draw.ts", import.meta.url),
    bounds: { ms: 10_000, memory: 512 * 2 ** 20, answer: 8 * 2 ** 20 },
    at_once: 1,
    max_waiting: 50,
    max_waiting_each: 10,
    busy: "Too many pictures are being drawn. Try again in a few seconds.",
    busy_each: "This picture is being drawn. Try again in a few seconds.",
  });
  #drawn = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

  /**
   * The PNG of an SVG. Throws if it cannot be drawn, and `unavailable` if too many are requested, in total or for one
   * `twin_id`.
   */
  draw(svg: string, twin_id: string): Promise<Uint8Array<ArrayBuffer>> {
    const drawn = this.#drawn.get(svg) ?? this.drawOnce(svg, twin_id);
    this.#drawn.delete(svg);
    this.#drawn.set(svg, drawn);
    drawn.catch(() => this.#drawn.delete(svg));
    const [oldest] = this.#drawn.keys();
    if (this.#drawn.size > MAX_CACHED) this.#drawn.delete(oldest);
    return drawn;
  }

  /** Like `draw`, for a picture that will not be requested again. */
  async drawOnce(
    svg: string,
    twin_id: string,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const task = { data: null, bytes: new TextEncoder().encode(svg) };
    return (await this.#pool.run(task, twin_id)).bytes;
  }

  close(): void {
    this.#pool.close();
  }
}

export type WithPictures = { pictures: Pictures };

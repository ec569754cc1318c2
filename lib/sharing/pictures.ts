import { WorkerQueue } from "../worker_queue.ts";

/** Past it the picture that was asked for longest ago leaves memory; each has about 100 kB. */
const MAX_REMEMBERED = 200;
/** More than this many new pictures at once are refused rather than kept waiting. */
const MAX_WAITING = 50;

/**
 * Draws SVG as PNG in a worker, which takes about 50 ms, and remembers the latest. Owns the worker: `close` ends
 * it.
 */
export class Pictures {
  #queue = new WorkerQueue<string, Uint8Array<ArrayBuffer>>(
    new URL("./pictures_worker.ts", import.meta.url),
    MAX_WAITING,
    "Too many pictures are being drawn. Try again in a few seconds.",
  );
  #drawn = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

  /** The PNG of an SVG. Throws where it cannot be drawn, and `unavailable` when too many are asked for. */
  draw(svg: string): Promise<Uint8Array<ArrayBuffer>> {
    const drawn = this.#drawn.get(svg) ?? this.#queue.run(svg);
    this.#drawn.delete(svg);
    this.#drawn.set(svg, drawn);
    drawn.catch(() => this.#drawn.delete(svg));
    const [oldest] = this.#drawn.keys();
    if (this.#drawn.size > MAX_REMEMBERED) this.#drawn.delete(oldest);
    return drawn;
  }

  close(): void {
    this.#queue.close();
  }
}

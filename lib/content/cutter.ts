import { cutPassages } from "../engine/text/passages.ts";
import { visibleText } from "../imports/notes.ts";
import { WorkerQueue } from "../worker_queue.ts";
import type { Places } from "./cutter_worker.ts";

/** Up to this many UTF-16 units are cut on the main thread; a longer text would hold up everyone else. */
const SHORT = 32 * 1_024;
const MAX_WAITING = 200;

/**
 * Cuts texts into passages, long ones in a worker. Leaves out what the author hid from readers. Owns the worker:
 * `close` ends it.
 */
export class PassageCutter {
  #queue = new WorkerQueue<string, Places>(
    new URL("./cutter_worker.ts", import.meta.url),
    MAX_WAITING,
    "Too many long texts are being saved right now. Try again in a few seconds.",
  );

  /** Throws `unavailable` if too many long texts are waiting. */
  async cut(body: string): Promise<string[]> {
    if (body.length <= SHORT) return cutPassages(visibleText(body));
    const { places, shown } = await this.#queue.run(body);
    return slices(shown ?? body, places);
  }

  close(): void {
    this.#queue.close();
  }
}

export type WithCutter = { cutter: PassageCutter };

function slices(body: string, places: Uint32Array): string[] {
  return Array.from(
    { length: places.length / 2 },
    (_, i) => body.slice(places[2 * i], places[2 * i + 1]),
  );
}

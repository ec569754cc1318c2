import { cutPassages } from "../engine/text/passages.ts";
import { visibleText } from "../imports/notes.ts";
import { serveTasks } from "../worker_queue.ts";

/** The start and end of each passage: in the text or, if it has hidden notes, in `shown`, the text without them. */
export type Places = { places: Uint32Array; shown: string | null };

serveTasks<string, Places>((body) => {
  const shown = visibleText(body);
  return Promise.resolve({
    places: placesOf(shown),
    shown: shown === body ? null : shown,
  });
});

/**
 * The start and end of each passage: ten megabytes of passages take long to transfer from a worker, offsets do not.
 */
function placesOf(body: string): Uint32Array {
  const passages = cutPassages(body);
  const places = new Uint32Array(passages.length * 2);
  let at = 0;
  for (const [i, passage] of passages.entries()) {
    // Only whitespace lies between two passages.
    const start = body.indexOf(passage, at);
    at = start + passage.length;
    places.set([start, at], i * 2);
  }
  return places;
}

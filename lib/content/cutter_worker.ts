import { cutPassages } from "../engine/text/passages.ts";
import { visibleText } from "../imports/notes.ts";
import { serveTasks } from "../worker_queue.ts";

/** Where each passage begins and ends: in the text, or where it has notes in `shown`, the text without them. */
export type Places = { places: Uint32Array; shown: string | null };

serveTasks<string, Places>((body) => {
  const shown = visibleText(body);
  return Promise.resolve({
    places: placesOf(shown),
    shown: shown === body ? null : shown,
  });
});

/** Where each passage of a text begins and ends: ten megabytes of passages take long to come from a worker, these do not. */
function placesOf(body: string): Uint32Array {
  const passages = cutPassages(body);
  const places = new Uint32Array(passages.length * 2);
  let at = 0;
  for (const [i, passage] of passages.entries()) {
    // Only blanks lie between two.
    const start = body.indexOf(passage, at);
    at = start + passage.length;
    places.set([start, at], i * 2);
  }
  return places;
}

import { cutPassages } from "../engine/text/passages.ts";
import { serveTasks } from "../worker_queue.ts";

serveTasks<string, Uint32Array>((body) => Promise.resolve(placesOf(body)));

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

import { cutPassages } from "../engine/text/passages.ts";
import { serveTasks } from "../worker_queue.ts";

serveTasks<string, string[]>((body) => Promise.resolve(cutPassages(body)));

import { serveTasks } from "../worker_queue.ts";
import { placesOf } from "./cutter.ts";

serveTasks<string, Uint32Array>((body) => Promise.resolve(placesOf(body)));

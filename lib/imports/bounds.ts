import type { HtmlBounds } from "./html_bounds.ts";

/**
 * Limits on a file before it is parsed. A process is killed when it uses too much anyway; a worker cannot be
 * (`isolated/worker.ts`), so there the limits are tight enough without that.
 */
const is_worker = "WorkerGlobalScope" in globalThis;

export const HTML_BOUNDS: HtmlBounds = is_worker
  ? { depth: 200, elements: 50_000, nodes: 150_000 }
  : { depth: 200, elements: 300_000, nodes: 900_000 };

/** The unpacked size limit of an archive. */
export const MAX_UNPACKED_MIB = is_worker ? 20 : 60;
export const MAX_UNPACKED = MAX_UNPACKED_MIB * 2 ** 20;
/** The unpacked size limit of a PDF's streams, in bytes; a process is watched instead. */
export const MAX_PDF_UNPACKED = is_worker ? 60 * 2 ** 20 : null;

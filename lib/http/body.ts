import type { z } from "zod";
import { breathe } from "../breathe.ts";
import { AppError, type Issue } from "../errors.ts";
import { issueWords } from "./issue_words.ts";
import { joined } from "../long_texts.ts";
import { MAX_BODY } from "./contract/body_sizes.ts";
import { noteSlow } from "./call.ts";
import { readMultipart } from "./multipart.ts";

/** A body of at most this many bytes is read in one go: streaming it takes five times as long. */
const SMALL = 64 * 1_024;

/** How much longer a body may take than its size allows at the minimum rate, and how long it may stall. */
const SLACK_MS = 30_000;
/** The minimum rate, in bytes per millisecond. */
const LEAST_RATE = 16 * 1024 / 1_000;

/**
 * Reads the body's bytes. Throws `payload_too_large` as soon as more than `max` have arrived, whatever the headers
 * said, and `bad_request` if they arrive too slowly: nothing for `slack_ms`, or after that less than 16 KiB a second.
 */
export async function readBytes(
  req: Request,
  max: number,
  slack_ms = SLACK_MS,
): Promise<Uint8Array<ArrayBuffer>> {
  const declared = Number(req.headers.get("content-length") ?? 0);
  if (declared > max) throw tooLarge(max);
  try {
    // The server reads no more than was declared.
    if (declared > 0 && declared <= SMALL) {
      return await within(req.bytes(), slack_ms + declared / LEAST_RATE);
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of inTime(req.body, slack_ms)) {
      size += chunk.length;
      if (size > max) throw tooLarge(max);
      chunks.push(chunk);
      await breathe();
    }
    return await joined(chunks);
  } catch (error) {
    if (error instanceof SlowBody) noteSlow(req);
    throw error;
  }
}

class SlowBody extends AppError {
  constructor() {
    super("bad_request", "The body came too slowly.");
  }
}

async function* inTime(
  body: ReadableStream<Uint8Array> | null,
  slack_ms: number,
): AsyncGenerator<Uint8Array> {
  if (!body) return;
  const reader = body.getReader();
  const begun = performance.now();
  let size = 0;
  try {
    while (true) {
      const left = begun + slack_ms + size / LEAST_RATE - performance.now();
      const { done, value } = await within(
        reader.read(),
        Math.min(slack_ms, left),
      );
      if (done) return;
      size += value.length;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** Rejects if the promise takes longer than `ms`. */
async function within<T>(coming: Promise<T>, ms: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new SlowBody()), ms);
  try {
    return await Promise.race([coming, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function tooLarge(max: number): AppError {
  return new AppError(
    "payload_too_large",
    `This is larger than ${Math.floor(max / 1024)} KiB. Send less at once.`,
  );
}

function contentType(req: Request): string {
  return (req.headers.get("content-type") ?? "").split(";")[0].trim()
    .toLowerCase();
}

/** Reads a JSON body and validates it by `schema`. Throws 415, 400, 413 or 422 with every issue. */
export async function readJson<T extends z.ZodType>(
  req: Request,
  schema: T,
  max = MAX_BODY,
): Promise<z.output<T>> {
  if (!/^application\/(json|[\w.+-]+\+json)$/.test(contentType(req))) {
    throw new AppError(
      "unsupported_media_type",
      "Send JSON, with the header content-type: application/json.",
    );
  }
  const bytes = await readBytes(req, max);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new AppError("bad_request", "The body is not well-formed JSON.");
  }
  return parse(schema, value);
}

/** Whether a body is lines of JSON. */
export function isLines(req: Request): boolean {
  return /^application\/(?:jsonl|x-ndjson|x-jsonlines)$/.test(contentType(req));
}

/** Reads a form with all of its fields and files. Throws 415 for anything but a form, 413 past `max` bytes. */
export async function readForm(
  req: Request,
  max = MAX_BODY,
): Promise<FormData> {
  const type = contentType(req);
  if (
    type !== "application/x-www-form-urlencoded" &&
    type !== "multipart/form-data"
  ) {
    throw new AppError("unsupported_media_type", "Send this as a form.");
  }
  const bytes = await readBytes(req, max);
  const stated = req.headers.get("content-type") ?? "";
  const headers = { "content-type": stated };
  try {
    return type === "multipart/form-data"
      ? await readMultipart(bytes, stated)
      : await new Response(bytes, { headers }).formData();
  } catch {
    throw new AppError("bad_request", "The form is not well-formed.");
  }
}

/** Parses a value by the schema. Throws `invalid_input` with a path and a message for each issue. */
export function parse<T extends z.ZodType>(
  schema: T,
  value: unknown,
): z.output<T> {
  const result = schema.safeParse(value, { error: issueWords });
  if (result.success) return result.data;
  const issues = result.error.issues.flatMap(toIssues);
  const first = issues[0];
  throw new AppError(
    "invalid_input",
    issues.length === 1
      ? `${first.path ? `${first.path}: ` : ""}${first.message}.`
      : `${issues.length} fields need another look. Each says why.`,
    { issues },
  );
}

function toIssues(issue: z.core.$ZodIssue): Issue[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [...issue.path, key].join("."),
      message: "Unknown field; remove it",
    }));
  }
  return [{ path: issue.path.join("."), message: issue.message }];
}

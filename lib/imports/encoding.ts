import chardet from "chardet";

/** This many bytes identify an encoding as well as all of them. */
const SAMPLE_BYTES = 64 * 1_024;

/** A text detected as an ISO encoding usually uses the Windows encoding that extends it. */
const WINDOWS: Record<string, string> = {
  "ISO-8859-1": "windows-1252",
  "ISO-8859-2": "windows-1250",
  "ISO-8859-6": "windows-1256",
  "ISO-8859-7": "windows-1253",
  "ISO-8859-8": "windows-1255",
  "ISO-8859-9": "windows-1254",
};

/**
 * Decodes bytes: by their byte order mark, as UTF-8, in the `stated` encodings, or in the likeliest one for their
 * letters. Null if they are not text. Drops NUL and the like.
 */
export function decodeText(
  bytes: Uint8Array<ArrayBuffer>,
  stated: (string | null | undefined)[] = [],
): string | null {
  for (const label of labelsOf(bytes, stated)) {
    const text = label ? decodeAs(label, bytes) : null;
    if (text !== null) return isText(text) ? withoutControls(text) : null;
  }
  return null;
}

function* labelsOf(
  bytes: Uint8Array<ArrayBuffer>,
  stated: (string | null | undefined)[],
): Generator<string | null | undefined> {
  const marked = markedAs(bytes);
  if (marked) {
    yield marked;
    return;
  }
  // Seven-bit like ASCII, but not UTF-8.
  yield* stated.filter((label) => /^iso-2022/i.test(label ?? ""));
  // Bytes of another encoding are hardly ever valid UTF-8 by chance, whatever is stated.
  yield "utf-8";
  yield* stated;
  yield* detected(bytes.subarray(0, SAMPLE_BYTES));
}

/** Below this confidence, of 100, the detector has hardly seen such letters. */
const UNSURE = 30;

/** The likely encodings, likeliest first. */
function* detected(sample: Uint8Array<ArrayBuffer>): Generator<string> {
  // Lines ending in CR alone come only from spreadsheets on a Mac.
  if (sample.includes(0x0d) && !sample.includes(0x0a)) yield "macintosh";
  const matches = chardet.analyse(sample)
    .filter(({ name }) => !/^(ascii|utf)/i.test(name));
  if ((matches[0]?.confidence ?? 0) < UNSURE && isThai(sample)) {
    yield "windows-874";
  }
  const labels = matches.map(({ name }) => WINDOWS[name] ?? name);
  const sound = labels.filter((label) => !mixesScripts(label, sample));
  yield* sound.length > 0 ? sound : labels;
}

/** The detector does not know Thai. */
function isThai(sample: Uint8Array<ArrayBuffer>): boolean {
  const text = new TextDecoder("windows-874").decode(sample);
  const letters = text.match(/[^\0-\x7f]/g) ?? [];
  return letters.filter((c) => /\p{Script=Thai}/u.test(c)).length >
    letters.length * 0.9;
}

/** Whether many words would mix the letters of two alphabets, as no language does. */
function mixesScripts(
  label: string,
  sample: Uint8Array<ArrayBuffer>,
): boolean {
  const text = new TextDecoder(label).decode(sample);
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const mixed = words.filter((word) =>
    /\p{Script=Latin}/u.test(word) &&
    /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]/u
      .test(word)
  );
  return mixed.length > words.length / 20;
}

/** Detects UTF-16 by its mark or its zeros. */
function markedAs(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const start = bytes.subarray(0, 200);
  const zeros = [0, 1].map((from) =>
    start.filter((byte, at) => at % 2 === from && byte === 0).length
  );
  const most = start.length / 4;
  if (zeros[1] > most && zeros[0] === 0) return "utf-16le";
  if (zeros[0] > most && zeros[1] === 0) return "utf-16be";
  return null;
}

function decodeAs(
  label: string,
  bytes: Uint8Array<ArrayBuffer>,
): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    // Not in this encoding, or an unknown encoding.
    return null;
  }
}

/** Control characters except tab, line breaks and form feed. */
// deno-lint-ignore no-control-regex
const CONTROLS = /[\0-\x08\x0b\x0e-\x1f\x7f]/g;

function isText(text: string): boolean {
  const controls = text.slice(0, SAMPLE_BYTES).match(CONTROLS)?.length ?? 0;
  return controls <= Math.min(text.length, SAMPLE_BYTES) / 100;
}

function withoutControls(text: string): string {
  return text.replace(CONTROLS, "");
}

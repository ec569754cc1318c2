import chardet from "chardet";

/** This many bytes show an encoding as well as all do. */
const SAMPLE_BYTES = 64 * 1_024;

/** A text detected as an ISO set was usually written in the Windows set that holds the same letters, and more. */
const WINDOWS: Record<string, string> = {
  "ISO-8859-1": "windows-1252",
  "ISO-8859-2": "windows-1250",
  "ISO-8859-6": "windows-1256",
  "ISO-8859-7": "windows-1253",
  "ISO-8859-8": "windows-1255",
  "ISO-8859-9": "windows-1254",
};

/**
 * The text of bytes: by their byte order mark, as UTF-8, in the encodings that were `stated` for them, or in the one
 * that their letters look most like. Null for bytes that are no text. NUL and its like are dropped.
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
  // Of seven bits as ASCII, yet no UTF-8.
  yield* stated.filter((label) => /^iso-2022/i.test(label ?? ""));
  // Bytes of another encoding are hardly ever UTF-8 by chance, whatever is stated.
  yield "utf-8";
  yield* stated;
  yield* detected(bytes.subarray(0, SAMPLE_BYTES));
}

/** A detector that is less sure than this, of 100, has hardly seen such letters. */
const UNSURE = 30;

/** The encodings that bytes look like, likeliest first. */
function* detected(sample: Uint8Array<ArrayBuffer>): Generator<string> {
  // Lines that end in CR only come from spreadsheets on a Mac.
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

/** Whether many words have letters of two alphabets when they are read so: those of no language do. */
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

/** UTF-16 by its mark, or by its zeros. */
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
    // Not in this encoding, or in none that there is.
    return null;
  }
}

/** What no text holds: the control characters beside tab, line breaks and form feed. */
// deno-lint-ignore no-control-regex
const CONTROLS = /[\0-\x08\x0b\x0e-\x1f\x7f]/g;

function isText(text: string): boolean {
  const controls = text.slice(0, SAMPLE_BYTES).match(CONTROLS)?.length ?? 0;
  return controls <= Math.min(text.length, SAMPLE_BYTES) / 100;
}

function withoutControls(text: string): string {
  return text.replace(CONTROLS, "");
}

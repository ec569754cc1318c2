import { oneText, type Reading, type Refusal } from "./kinds.ts";

/** A paragraph ends with the sentence after the first number of UTF-16 units, and at the latest after the second. */
const LONG = 400;
const LONGEST = 800;
/** A silence of this many seconds ends a paragraph too. */
const SILENCE_S = 4;

type Cue = { from_s: number; to_s: number; text: string };

/** Subtitles (SubRip or WebVTT) as a transcript: paragraphs, each begun with the time at which it is said. */
export function readSubtitles(source: string): Reading | Refusal {
  const cues = cuesOf(source);
  if (cues.length === 0) {
    return {
      refusal:
        "There are no subtitles with times in this file. Save it again as .srt or .vtt, or as .txt.",
    };
  }
  return oneText(null, transcriptOf(cues));
}

/**
 * A transcript as video pages show it to be copied, each line after its time or below it; null for another text. One
 * begins within the first minute and goes on by seconds: a timetable does neither.
 */
export function readTranscript(source: string): Reading | null {
  const lines = source.split(/\r\n?|\n/);
  const cues: Cue[] = [];
  const before: string[] = [];
  for (const line of lines) {
    const [, time, said = ""] = STAMP.exec(line) ?? [];
    const from_s = time === undefined ? NaN : secondsOf(time);
    const last = cues.at(-1);
    if (time !== undefined && from_s >= (last?.from_s ?? 0)) {
      if (last) last.to_s = from_s;
      cues.push({ from_s, to_s: from_s, text: said.trim() });
    } else if (last) last.text = `${last.text} ${line.trim()}`.trim();
    else if (/\S/.test(line)) before.push(line.trim());
  }
  const [first] = cues;
  if (cues.length < 3 || before.length > 5 || first.from_s > 60) return null;
  const gaps = cues.map(({ from_s, to_s }) => to_s - from_s).sort((a, b) =>
    a - b
  );
  if (gaps[cues.length >> 1] > 60) return null;
  const said = cues.filter(({ text }) => text);
  if (said.length < cues.length / 2) return null;
  return oneText(null, [...before, transcriptOf(said)].join("\n\n"));
}

/** `0:05`, `(1:02:03)`, `[00:05] text` */
const STAMP =
  /^[ \t]{0,20}[[(]?((?:\d{1,2}:)?\d{1,2}:\d{2})(?:[.,]\d{1,3})?[\])]?(?:[ \t]+(?:[-–—][ \t]+)?(.*))?$/;

function transcriptOf(cues: Cue[]): string {
  const paragraphs: string[] = [];
  let paragraph = "";
  let begun_s = 0;
  let last: Cue | null = null;
  const end = () => {
    if (paragraph) paragraphs.push(`[${timeOf(begun_s)}] ${paragraph}`);
    paragraph = "";
  };
  for (const cue of cues) {
    const is_long = paragraph.length > LONGEST ||
      (paragraph.length > LONG && /[.!?…。！？]["”»)]?$/.test(paragraph));
    if (is_long || (last && cue.from_s - last.to_s > SILENCE_S)) end();
    if (!paragraph) begun_s = cue.from_s;
    paragraph += `${paragraph ? " " : ""}${cue.text}`;
    last = cue;
  }
  end();
  return paragraphs.join("\n\n");
}

const TIMES =
  /^\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})/;

/** What is said, cue by cue. Notes and styles have no times and are left; a line that rolls up is taken once. */
function cuesOf(source: string): Cue[] {
  const cues: Cue[] = [];
  let before: string[] = [];
  for (const block of source.replace(/\r\n?/g, "\n").split(/\n[ \t]*\n/)) {
    const lines = block.split("\n");
    const at = lines.findIndex((line) => TIMES.test(line));
    const [, from = "", to = ""] = TIMES.exec(lines[at] ?? "") ?? [];
    if (at < 0) continue;
    const said = lines.slice(at + 1).map(plain).filter(Boolean);
    const text = said.filter((line) => !before.includes(line)).join(" ");
    before = said;
    if (text) cues.push({ from_s: secondsOf(from), to_s: secondsOf(to), text });
  }
  return cues;
}

/** A line without its marks; `<v Ada>` says who speaks. */
function plain(line: string): string {
  return line.replace(/<v(?:\.[\w.]{1,50})?[ \t]([^<>]{1,100})>/g, "$1: ")
    .replace(/<[^<>]{0,200}>|\{\\[^{}]{0,100}\}/g, "")
    .replaceAll("&lt;", "<").replaceAll("&gt;", ">")
    .replaceAll("&nbsp;", " ").replaceAll("&amp;", "&")
    .replace(/\s+/g, " ").trim();
}

function secondsOf(time: string): number {
  return time.replace(",", ".").split(":")
    .reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** `1:02:03`, or `2:03` within the first hour. */
function timeOf(seconds: number): string {
  const whole = Math.floor(seconds);
  const [h, m, s] = [whole / 3_600, whole / 60 % 60, whole % 60]
    .map(Math.floor);
  const two = (n: number) => String(n).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

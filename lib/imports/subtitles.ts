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
  return oneText(null, paragraphs.join("\n\n"));
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

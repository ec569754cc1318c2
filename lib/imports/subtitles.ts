import { oneText, type Reading, type Refusal } from "./kinds.ts";

/** A paragraph ends with the first sentence after this many UTF-16 units, at the latest after the second number. */
const LONG = 400;
const LONGEST = 800;
/** A silence of this many seconds also ends a paragraph. */
const SILENCE_S = 4;

type Cue = {
  from_s: number;
  to_s: number;
  text: string;
  /** The speaker, if known; null for an unnamed other one. */
  who?: string | null;
};

/** Reads subtitles (SubRip or WebVTT) as a transcript: paragraphs, each with its time. */
export function readSubtitles(source: string): Reading | Refusal {
  const cues = cuesOf(source);
  if (cues.length === 0) {
    return {
      refusal:
        "There are no subtitles with times in this file. Save it again as .srt or .vtt, or as .txt.",
    };
  }
  return oneText(null, transcriptOf(withSpeakers(cues)));
}

/** `Ada Lovelace: Good morning.`, as in meeting transcripts. */
const SPEAKS = /^([\p{Lu}\p{Lo}][^:：<>?!]{0,40})[:：]\s+(?=\S)/u;
/** Marks a change of speaker. */
const CHANGES = /^(?:>>|&gt;&gt;)\s*/;
/** Sounds and music. */
const SOUND = /^(?:[[(♪][^\])]{0,60}[\])♪]|♪+)$/u;

/**
 * Splits off speakers: names before a colon count if each begins at least two cues, or if most cues begin with one.
 */
function withSpeakers(cues: readonly Cue[]): Cue[] {
  const times = new Map<string, number>();
  for (const { text } of cues) {
    const [, name] = SPEAKS.exec(text) ?? [];
    if (name) times.set(name, (times.get(name) ?? 0) + 1);
  }
  const named = [...times.values()].reduce((sum, n) => sum + n, 0);
  const has_names = named > cues.length / 2;
  return cues.filter(({ text }) => !SOUND.test(text)).map((cue) => {
    const [begin = "", name = ""] = SPEAKS.exec(cue.text) ?? [];
    if (has_names ? name : (times.get(name) ?? 0) > 1) {
      return { ...cue, who: name, text: cue.text.slice(begin.length) };
    }
    const text = cue.text.replace(CHANGES, "");
    return text === cue.text ? cue : { ...cue, who: null, text };
  }).filter(({ text }) => text);
}

/**
 * Reads a transcript copied from a video page, each line after its time or below it; null for another text. A
 * transcript begins within the first minute and advances by seconds: a timetable does neither.
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
  /** The current speaker. */
  let who: string | null = null;
  const end = () => {
    const named = who ? `${who}: ${paragraph}` : paragraph;
    if (paragraph) paragraphs.push(`[${timeOf(begun_s)}] ${named}`);
    paragraph = "";
  };
  for (const cue of cues) {
    const is_long = paragraph.length > LONGEST ||
      (paragraph.length > LONG && /[.!?…。！？]["”»)]?$/.test(paragraph));
    const is_other = cue.who === null ||
      (cue.who !== undefined && cue.who !== who);
    if (is_long || is_other || (last && cue.from_s - last.to_s > SILENCE_S)) {
      end();
    }
    if (cue.who !== undefined) who = cue.who;
    if (!paragraph) begun_s = cue.from_s;
    paragraph += `${paragraph ? " " : ""}${cue.text}`;
    last = cue;
  }
  end();
  return paragraphs.join("\n\n");
}

const TIMES =
  /^\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})/;

/** The cues of a file. Notes and styles have no times and are skipped; a rolling line is taken once. */
function cuesOf(source: string): Cue[] {
  const cues: Cue[] = [];
  let before: string[] = [];
  // In WebVTT a line of spaces is part of a cue, in SubRip it is not.
  const gap = /^\ufeff?WEBVTT/.test(source) ? /\n{2,}/ : /\n[ \t]*\n/;
  for (const block of source.replace(/\r\n?/g, "\n").split(gap)) {
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

/** A line without its tags; `<v Ada>` names the speaker. */
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

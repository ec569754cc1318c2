import assert from "node:assert/strict";
import { readSubtitles, readTranscript } from "./subtitles.ts";

function bodyOf(text: string): string {
  const read = readSubtitles(text);
  assert.ok("items" in read, "refusal" in read ? read.refusal : "");
  return read.items[0].body;
}

Deno.test("readSubtitles: SubRip and WebVTT alike, each paragraph with its time", () => {
  const srt =
    "1\r\n00:00:01,500 --> 00:00:03,000\r\n<i>Welcome</i> to\r\nthe harbour.\r\n\r\n2\r\n00:00:03,000 --> 00:00:05,000\r\n{\\an8}The boat leaves at nine.\r\n\r\n3\r\n01:02:03,000 --> 01:02:05,000\r\nGoodbye &amp; thanks.\r\n";
  const vtt =
    "WEBVTT - Tour\n\nNOTE 40 percent margin\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.500 --> 00:03.000 align:start\n<c.loud>Welcome</c> to\nthe harbour.\n\n00:03.000 --> 00:05.000\nThe boat leaves at nine.\n\n01:02:03.000 --> 01:02:05.000\nGoodbye &amp; thanks.";
  const said =
    "[0:01] Welcome to the harbour. The boat leaves at nine.\n\n[1:02:03] Goodbye & thanks.";
  assert.equal(bodyOf(srt), said);
  assert.equal(bodyOf(vtt), said);
});

Deno.test("readSubtitles: keeps speakers, removes roll-up repeats, splits long talk by sentences", () => {
  const speaking = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>At nine.</v>";
  assert.equal(bodyOf(speaking), "[0:01] Ada: At nine.");
  const rolling =
    "WEBVTT\n\n00:01.000 --> 00:02.000\nthe boat\n\n00:02.000 --> 00:03.000\nthe boat\nleaves<00:02.500><c> at nine</c>\n\n00:03.000 --> 00:04.000\nleaves at nine\non Monday";
  assert.equal(bodyOf(rolling), "[0:01] the boat leaves at nine on Monday");
  const long = Array.from(
    { length: 40 },
    (_, n) =>
      `${n}\n00:00:${String(n).padStart(2, "0")},000 --> 00:00:${
        String(n + 1).padStart(2, "0")
      },000\nThis is the sentence number ${n} of the talk.`,
  );
  const paragraphs = bodyOf(long.join("\n\n")).split("\n\n");
  assert.ok(paragraphs.length > 2);
  for (const paragraph of paragraphs) {
    assert.match(paragraph, /^\[0:\d\d\] This .*\.$/);
    assert.ok(paragraph.length < 900);
  }
});

Deno.test("readSubtitles: a file without times is refused, with what to do", () => {
  const read = readSubtitles("Only a text.");
  assert.match(
    "refusal" in read ? read.refusal : "",
    /no subtitles with times/,
  );
});

Deno.test("readTranscript: a video page's transcript with times beside or above the lines, but no timetable", () => {
  const beside = "Transcript\n0:00 welcome\n0:05 we centre clay\n1:02 the end";
  const above = "0:00\nwelcome\n0:05\nwe centre\nclay\n1:02\nthe end\n";
  const body = (source: string) => readTranscript(source)?.items[0].body;
  assert.equal(body(above), "[0:00] welcome we centre clay the end");
  assert.equal(body(beside), `Transcript\n\n${body(above)}`);
  const long = Array.from(
    { length: 40 },
    (_, n) => `1:${String(n).padStart(2, "0")}:00 Line ${n} is said here.`,
  );
  for (
    const other of [
      "9:00 Breakfast\n10:30 Pottery\n12:00 Lunch\n",
      "0:10 One.\n0:20 Two.",
      "We open at 9:00.\nWe close at 17:00.\n",
      long.join("\n"),
    ]
  ) assert.equal(readTranscript(other), null, other);
});

Deno.test("readSubtitles: a speaker starts a paragraph; a word before a colon is no speaker, and music is dropped", () => {
  const cues = (...texts: string[]) =>
    texts.map((text, i) => `00:00:0${i}.000 --> 00:00:0${i + 1}.000\n${text}\n`)
      .join("\n");
  const read = (...texts: string[]) => {
    const reading = readSubtitles(`WEBVTT\n\n${cues(...texts)}`);
    assert.ok("items" in reading);
    return reading.items[0].body;
  };
  assert.equal(
    read("Ada Lee: Tea?", "Bo: At four.", "Bo: Or five.", "[Music]"),
    "[0:00] Ada Lee: Tea?\n\n[0:01] Bo: At four. Or five.",
  );
  assert.equal(
    read("One thing matters.", "Remember: water boils.", "Then pour."),
    "[0:00] One thing matters. Remember: water boils. Then pour.",
  );
  assert.equal(
    read(" \n>> Tea or", "coffee?", ">> Tea."),
    "[0:00] Tea or coffee?\n\n[0:02] Tea.",
  );
});

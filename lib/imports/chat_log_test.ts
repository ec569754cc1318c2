import assert from "node:assert/strict";
import { readChat } from "./chat_log.ts";

Deno.test("readChat: messages by turn, without times, pictures and notices, from either kind of phone", () => {
  const iphone = [
    "[03.05.26, 10:02:11] Ada: \u200eMessages and calls are end-to-end encrypted.",
    "\u200e[03.05.26, 10:02:12] Ada: \u200e<attached: 12-PHOTO.jpg>",
    "[03.05.26, 10:03:40] Bo: When is the next course?",
    "[03.05.26, 10:05:02] Ada: On June 14 at ten: bring shoes.",
    "Closed ones.",
    "[03.05.26, 10:05:30] Ada: And an apron.",
  ].join("\r\n");
  const android = [
    "5/3/26, 10:02 AM - Messages and calls are end-to-end encrypted.",
    "5/3/26, 10:03\u202fAM - Bo: When is the next course?",
    "5/3/26, 10:04 AM - Bo: <Media omitted>",
    "5/3/26, 10:04 AM - Ada: IMG-20260503-WA0001.jpg (file attached)",
    "5/3/26, 10:05 AM - Ada: On June 14 at ten: bring shoes. \u200e<This message was edited>",
    "Closed ones.",
    "5/3/26, 10:05 AM - Ada: And an apron.",
  ].join("\n");
  for (const chat of [iphone, android]) {
    const read = readChat(chat);
    assert.equal(
      read?.items[0].body,
      "Bo: When is the next course?\n\nAda: On June 14 at ten: bring shoes.\nClosed ones.\nAnd an apron.",
    );
    const [times, others] = read.left_out;
    assert.match(times.why, /other people’s words and names/);
    assert.match(others.what, /^[23] pictures/);
  }
});

Deno.test("readChat: a list of dates is not a chat", () => {
  for (
    const text of [
      "03.05.26, 10:00 - Market\n04.05.26, 10:00 - Fair\n05.05.26, 9:00 - Tour\n",
      "We met on 03.05.26, 10:02 - Ada: it was fine.",
      "Words.",
    ]
  ) assert.equal(readChat(text), null, text);
});

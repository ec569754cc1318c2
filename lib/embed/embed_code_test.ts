import assert from "node:assert/strict";
import { embedCode, readWidgetOptions, scriptTag } from "./embed_code.ts";

const INPUT = {
  base_url: "https://chat.example.com",
  twin: { id: "twn_1", name: 'Ada "A" <b>' },
  key: "tw_pk_1",
};

Deno.test("scriptTag names the twin, the key and the options given, and no others", () => {
  assert.equal(
    scriptTag({ ...INPUT, options: { theme: "dark", lang: undefined } }),
    `<script async src="https://chat.example.com/widget.js"
  data-twin-id="twn_1"
  data-api-key="tw_pk_1"
  data-theme="dark"></script>`,
  );
});

Deno.test("embedCode: a greeting ends neither its attribute, nor its tag, nor the PHP around it", () => {
  const greeting = `"><script>alert(1)</script><?php evil(); ?>`;
  const { html, wordpress, iframe } = embedCode({
    ...INPUT,
    options: { greeting },
  });
  assert.equal(html.match(/<\/script>/g)?.length, 1);
  assert.ok(!html.includes('"><script>') && !html.includes("<?"));
  assert.equal(wordpress.match(/\?>/g)?.length, 1);
  assert.equal(wordpress.match(/<\?php/g)?.length, 1);
  assert.ok(iframe.includes(`title="Chat with Ada &quot;A&quot; &lt;b&gt;"`));
});

Deno.test("embedCode: the React component carries any text as a string", () => {
  const greeting = 'Say "hi"\\ `${x}`';
  const { react } = embedCode({ ...INPUT, options: { greeting } });
  assert.ok(react.includes(`greeting: ${JSON.stringify(greeting)},`));
});

Deno.test("readWidgetOptions: keeps the colour and what differs from the twin, and nothing it does not know", () => {
  const twin = {
    accent_color: "#4f46e5",
    greeting: "Hi",
    suggested_questions: ["One?", "Two?"],
  };
  const nothing = readWidgetOptions({
    accent: "#4F46E5",
    greeting: " Hi ",
    questions: "One?\r\nTwo?\n",
    theme: "pink",
    launcher: "",
    persist: "session",
  }, twin);
  assert.deepEqual(
    Object.entries(nothing).filter(([, value]) => value !== undefined),
    [["accent", "#4f46e5"]],
  );
  const look = readWidgetOptions({
    questions: "A|B?\n\n  C?\nD?\nE?\nF?",
    launcher: "none",
    open: "true",
    persist: "local",
  }, twin);
  assert.equal(look.questions, "A/B?|C?|D?|E?");
  const { html } = embedCode({ ...INPUT, options: look });
  assert.match(
    html,
    /^<button type="button" onclick="window.Twincast\?\.\('open'\)">/,
  );
  assert.match(html, /data-launcher="none"/);
});

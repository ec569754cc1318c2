import assert from "node:assert/strict";
import { embedCode, mailLink, scriptTag } from "./embed_code.ts";
import { pastedOptions, readWidgetOptions } from "./look.ts";

const INPUT = {
  base_url: "https://chat.example.com",
  twin: { id: "twn_1", name: 'Ada "A" <b>' },
  key: "tw_pk_1",
};

Deno.test("scriptTag names the twin, the key and the given options, and no others", () => {
  assert.equal(
    scriptTag({ ...INPUT, options: { theme: "dark", lang: undefined } }),
    `<script async src="https://chat.example.com/widget.js"
  data-twin-id="twn_1"
  data-api-key="tw_pk_1"
  data-theme="dark"></script>`,
  );
});

Deno.test("embedCode: a greeting cannot break out of its attribute, its tag or the PHP around it", () => {
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

Deno.test("readWidgetOptions: keeps the colour and unusual values, and drops unknown ones", () => {
  const twin = { accent_color: "#4f46e5" };
  const nothing = readWidgetOptions({
    accent_color: "red",
    greeting: "  ",
    suggested_questions: "\n",
    theme: "pink",
    offset_px: "20",
    greet_after_seconds: "soon",
    launcher: "",
    persist: "session",
  }, twin);
  assert.deepEqual(
    Object.entries(nothing).filter(([, value]) => value !== undefined),
    [["accent", "#4f46e5"]],
  );
  const look = readWidgetOptions({
    accent_color: "#B4532A",
    suggested_questions: "A|B?\n\n  C?\nD?\nE?\nF?",
    greeting: "Ahoy!",
    launcher_label: " Ask me ",
    greet_after_seconds: "0",
    offset_px: "80",
    launcher: "none",
    open: "true",
    persist: "local",
  }, twin);
  assert.equal(look.questions, "A/B?|C?|D?|E?");
  const { html } = embedCode({ ...INPUT, options: pastedOptions(look) });
  assert.match(
    html,
    /^<button type="button" onclick="window.Twincast\?\.\('open'\)">/,
  );
  for (
    const said of [
      ...['data-launcher="none"', 'data-accent="#b4532a"'],
      ...['data-label="Ask me"', 'data-greet-after="0"', 'data-offset="80"'],
    ]
  ) assert.ok(html.includes(said), said);
  // The profile's values are not in the code.
  assert.ok(!/greeting|questions/.test(html));
});

Deno.test("mailLink: passes the whole code to a mail program", () => {
  const { mail, html } = embedCode(INPUT);
  const url = new URL(mailLink(mail));
  assert.equal(url.protocol, "mailto:");
  assert.ok(url.searchParams.get("body")?.includes(html));
});

import assert from "node:assert/strict";
import { build, stop } from "esbuild";
import { fileURLToPath } from "node:url";
import { iso } from "../../lib/clock.ts";
import type { Exchange, Session } from "../../lib/schemas/chat.ts";
import { keys } from "../../lib/store/keys.ts";
import { newId } from "../../lib/crypto/ids.ts";
import { type Member, type Server, signUp, startServer } from "../harness.ts";
import { openBrowser } from "./launch.ts";
import { PAYLOADS } from "./xss_payloads.ts";

/** The Markdown builder and the quote marker, as one script that defines `markdown`. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from "./markdown.ts"; export * from "./sources.ts";`,
      resolveDir: fileURLToPath(new URL("../../lib/client", import.meta.url)),
    },
    bundle: true,
    format: "iife",
    globalName: "markdown",
    write: false,
  });
  await stop();
  return outputFiles[0].text;
}

/** Everything allowed in a rendered answer; attributes by element. */
const ALLOWED: Record<string, string[]> = {
  ...Object.fromEntries(
    [
      ...["p", "br", "strong", "em", "code", "pre", "ul", "li"],
      ...["table", "thead", "tbody", "tr", "th", "td", "mark"],
    ]
      .map((tag) => [tag, []]),
  ),
  div: ["tabindex"],
  ol: ["start"],
  a: ["href", "target", "rel"],
};

const LAST = "http://host.test/last.png";

type Harness = {
  markdown: {
    renderMarkdown(text: string, doc: Document): DocumentFragment;
    markQuoted(node: Node, answer: string, doc: Document): void;
  };
  hacked?: number;
};

Deno.test("renderMarkdown runs and loads nothing for any input", async () => {
  assert.ok(PAYLOADS.length >= 60);
  const script = await bundle();
  await using stack = new AsyncDisposableStack();
  const browser = await openBrowser();
  stack.defer(() => browser.close());
  const page = await browser.newPage();
  const loaded: string[] = [];
  await page.route("**", (route) => {
    const url = route.request().url();
    if (url === "http://host.test/") {
      return route.fulfill({ contentType: "text/html", body: "<body></body>" });
    }
    if (url !== LAST) loaded.push(url);
    return route.abort();
  });
  page.on("dialog", (dialog) => {
    loaded.push(dialog.message());
    dialog.dismiss();
  });
  await page.goto("http://host.test/");
  await page.evaluate(script + ";window.markdown = markdown");

  const found = await page.evaluate(async ({ payloads, allowed, last }) => {
    const { markdown } = globalThis as unknown as Harness;
    const strange: string[] = [];
    const check = (text: string) => {
      const box = document.createElement("div");
      box.append(markdown.renderMarkdown(text, document));
      document.body.replaceChildren(box);
      // As on a source's card: all that was quoted is marked.
      const words = box.textContent ?? "";
      markdown.markQuoted(box, words, document);
      if (box.textContent !== words) strange.push(`other words: ${text}`);
      for (const node of box.querySelectorAll("*")) {
        const names = allowed[node.localName];
        if (!names || node.namespaceURI !== "http://www.w3.org/1999/xhtml") {
          strange.push(`<${node.localName}> from ${text}`);
        }
        for (const { name, value } of node.attributes) {
          const isSafe = names?.includes(name) &&
            (name !== "href" || /^https?:\/\//i.test(value));
          if (!isSafe) strange.push(`${name}=${value} from ${text}`);
        }
      }
      for (const link of box.querySelectorAll("a")) {
        link.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
        if (!/^https?:$/.test(link.protocol)) strange.push(link.href);
      }
    };
    const TABLE = "|%|a|\n|-|-|\n|**%**|%|\n%|[%](%)";
    for (const payload of payloads) {
      // Whole, in every position, and as every prefix a stream would show.
      for (
        const frame of [
          "%",
          "**%**",
          "- %",
          "# %",
          "> %",
          "[%](%)",
          "`%`",
          TABLE,
        ]
      ) {
        check(frame.replace(/%/g, () => payload));
      }
      for (let end = 1; end < payload.length; end++) {
        check(payload.slice(0, end));
      }
    }
    // Anything an answer loads is requested and fails before this, which is requested last.
    await new Promise((resolve) => {
      const image = new Image();
      image.onerror = resolve;
      image.src = last;
    });
    return { strange, hacked: (globalThis as unknown as Harness).hacked };
  }, { payloads: PAYLOADS, allowed: ALLOWED, last: LAST });

  assert.deepEqual(found.strange, []);
  assert.equal(found.hacked, undefined);
  assert.deepEqual(loaded, []);
});

const RENDERED: [string, string][] = [
  ["a\nb\n\nc", "<p>a<br>b</p><p>c</p>"],
  ["# T\ntext", "<p><strong>T</strong></p><p>text</p>"],
  [
    "**b** *i* _i_ ~~d~~",
    "<p><strong>b</strong> <em>i</em> <em>i</em> ~~d~~</p>",
  ],
  [
    "Prices:\n| a | **b** |\n|:--|--:|\n| 1 | x \\| y | 3 |\n| 2 |\nend",
    '<p>Prices:</p><div tabindex="0"><table><thead><tr><th>a</th><th><strong>b</strong></th></tr></thead><tbody><tr><td>1</td><td>x | y</td></tr><tr><td>2</td></tr></tbody></table></div><p>end</p>',
  ],
  [
    "- a\n  b|c\n  -|-\n- d",
    '<ul><li>a<div tabindex="0"><table><thead><tr><th>b</th><th>c</th></tr></thead><tbody></tbody></table></div></li><li>d</li></ul>',
  ],
  ["a | b\nc | d", "<p>a | b<br>c | d</p>"],
  ["***both***", "<p><strong>both</strong></p>"],
  ["*a **b** c*", "<p><em>a <strong>b</strong> c</em></p>"],
  ["2 * 3 * 4 and snake_case_name", "<p>2 * 3 * 4 and snake_case_name</p>"],
  ["**open *marks", "<p>**open *marks</p>"],
  ["`a **b**` ``x`y``", "<p><code>a **b**</code> <code>x`y</code></p>"],
  ["```js\n<b>\n```\nend", "<pre><code>&lt;b&gt;\n</code></pre><p>end</p>"],
  [
    "- a\n- b\n  - c\n- d",
    "<ul><li>a</li><li>b<ul><li>c</li></ul></li><li>d</li></ul>",
  ],
  ["3. a\n4. b\n\ntext", '<ol start="3"><li>a</li><li>b</li></ol><p>text</p>'],
  ["- a\n1. b", '<ul><li>a</li></ul><ol start="1"><li>b</li></ol>'],
  ["> q\n> r\n\n---", "<p>q<br>r</p><p>---</p>"],
  ["\\*no\\* [1] [x", "<p>*no* [1] [x</p>"],
  ["[a](javascript:x)", "<p>[a](javascript:x)</p>"],
  [
    "请看 https://a.test/b。好",
    '<p>请看 <a href="https://a.test/b" target="_blank" rel="noreferrer">https://a.test/b</a>。好</p>',
  ],
  [
    "(https://a.test/x).",
    '<p>(<a href="https://a.test/x" target="_blank" rel="noreferrer">https://a.test/x</a>).</p>',
  ],
  [
    "[**w**](https://a.test/w_(x))",
    '<p><a href="https://a.test/w_(x)" target="_blank" rel="noreferrer"><strong>w</strong></a></p>',
  ],
  [
    "[**https://good.test**](https://a.test)",
    '<p><a href="https://a.test" target="_blank" rel="noreferrer"><strong>https://good.test</strong></a></p>',
  ],
  [
    "[https://good.test](https://a.test)",
    '<p><a href="https://a.test" target="_blank" rel="noreferrer">https://good.test</a></p>',
  ],
];

Deno.test("renderMarkdown builds the right nodes, in linear time", async () => {
  const script = await bundle();
  await using stack = new AsyncDisposableStack();
  const browser = await openBrowser();
  stack.defer(() => browser.close());
  const page = await browser.newPage();
  await page.evaluate(script + ";window.markdown = markdown");
  const html = await page.evaluate((sources) => {
    const { markdown } = globalThis as unknown as Harness;
    return sources.map((source) => {
      const box = document.createElement("div");
      box.append(markdown.renderMarkdown(source, document));
      return box.innerHTML;
    });
  }, RENDERED.map(([source]) => source));
  assert.deepEqual(html, RENDERED.map(([, expected]) => expected));

  const slowest_ms = await page.evaluate(() => {
    const { markdown } = globalThis as unknown as Harness;
    const seeds = [
      "*",
      "**a ",
      "_a",
      "`",
      "` `` ",
      "[",
      "](",
      "](http://",
      "[a](http://",
      "![",
      "> ",
      "- ",
      "  - ",
      "1. ",
      "#",
      "~~",
      "```\n",
      "http://",
      "http://.",
      "\\",
      "a*b_",
      "[*",
      "]",
      "- - - ",
      "(",
      "\n",
      "\n\n",
      "a\r",
    ];
    return Math.max(...seeds.map((seed) => {
      const text = seed.repeat(100_000 / seed.length);
      const start = performance.now();
      markdown.renderMarkdown(text, document);
      return performance.now() - start;
    }));
  });

  assert.ok(slowest_ms < 3_000, `100 kB took ${slowest_ms} ms`);
});

/** A conversation with these answers, written directly to the store; its page. */
async function transcript(
  { app }: Server,
  { twin_id }: Member,
  answers: string[],
): Promise<string> {
  const now = iso(app.clock.now());
  const session: Session = {
    ...{ id: newId("ses"), twin_id, secret_hash: "h", title: "Q" },
    channel: { kind: "link" },
    ...{ started_at: now, last_active_at: now, expires_at: now },
    ...{ messages: answers.length, unanswered: 0, blocked: false },
  };
  await app.kv.set(keys.session(session.id), session);
  for (const answer of answers) {
    const exchange: Exchange = {
      ...{ id: newId("msg"), question_id: newId("msg"), question: "Q", answer },
      ...{ client_message_id: null, grounded: true, partial: false },
      ...{ is_small_talk: false, asked_at: now, answered_at: now },
      citations: [{
        title: answer.slice(0, 99),
        excerpt: answer.slice(0, 400),
      }],
    };
    await app.kv.set(keys.message(session.id, exchange.id), exchange);
  }
  return `/dashboard/conversations/${session.id}?twin=${twin_id}`;
}

Deno.test("transcripts: the server renders the same nodes", async () => {
  // A page cannot contain NUL or half a character, and has one kind of line break.
  const answers = [...RENDERED.map(([source]) => source), ...PAYLOADS]
    .filter((text) => text.isWellFormed() && !/[\0\r]/.test(text));
  await using server = await startServer();
  const owner = await signUp(server);
  const path = await transcript(server, owner, answers);
  const script = await bundle();
  await using stack = new AsyncDisposableStack();
  const browser = await openBrowser();
  stack.defer(() => browser.close());
  const context = await browser.newContext({
    extraHTTPHeaders: { cookie: owner.cookie },
  });
  const page = await context.newPage();
  const other: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(server.base)) other.push(request.url());
  });
  page.on("dialog", (dialog) => other.push(dialog.message()));
  await page.goto(server.base + path);
  const shown = await page.evaluate(() =>
    [...document.querySelectorAll(".prose-chat")].map((node) => node.innerHTML)
  );
  const blank = await browser.newPage();
  await blank.evaluate(script + ";window.markdown = markdown");
  const built = await blank.evaluate((sources) => {
    const { markdown } = globalThis as unknown as Harness;
    return sources.map((source) => {
      const box = document.createElement("div");
      box.append(markdown.renderMarkdown(source, document));
      return box.innerHTML;
    });
  }, answers.flatMap((answer) => [answer, answer.slice(0, 400)]));
  assert.deepEqual(shown, built);
  assert.deepEqual(other, []);
});

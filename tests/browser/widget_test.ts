// The widget on other people's pages, against the real app.
import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { type Server, shareTwin, signUp, startServer } from "../harness.ts";
import { launchBrowser } from "./launch.ts";
import { servePage, type Site } from "./site.ts";

type Scene = AsyncDisposable & {
  server: Server;
  site: Site;
  browser: Browser;
  twin_id: string;
  key_id: string;
  send(method: string, path: string, body?: unknown): Promise<unknown>;
};

/** A twin with content, and a site whose page embeds its widget. */
async function setScene(env: Record<string, string> = {}): Promise<Scene> {
  const server = await startServer({ env });
  const owner = await signUp(server);
  await shareTwin(owner);
  await owner.json("POST", `/twins/${owner.twin_id}/content`, {
    title: "Links",
    body:
      "My **cakes** are on [my shop](https://shop.example/cakes). <img src=x onerror=alert(1)>",
    visibility: "public",
  }, 201);
  const site = servePage();
  const { id, key } = await owner.json("POST", "/api-keys", {
    twin_id: owner.twin_id,
    name: "Site",
    allowed_domains: [site.origin],
  }, 201);
  site.html =
    `<h1>My site</h1><script async src="${server.base}/widget.js" data-twin-id="${owner.twin_id}" data-api-key="${key}"></script>`;
  const browser = await launchBrowser();
  return {
    server,
    site,
    browser,
    twin_id: owner.twin_id,
    key_id: id,
    send: (method, path, body) => owner.send(method, path, body),
    async [Symbol.asyncDispose]() {
      await browser.close();
      await site[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

async function open({ browser, site }: Scene, html_lang = ""): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(10_000);
  if (html_lang) {
    site.html +=
      `<script>document.documentElement.lang="${html_lang}"</script>`;
  }
  await page.goto(site.origin);
  await page.locator("button[aria-expanded]").first().click();
  return page;
}

async function say(page: Page, text: string) {
  await page.getByRole("textbox").fill(text);
  await page.keyboard.press("Enter");
}

Deno.test("widget: fetches nothing but itself and stores nothing until it is opened", async () => {
  await using scene = await setScene();
  const page = await (await scene.browser.newContext()).newPage();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(scene.site.origin);
  await page.getByRole("button", { name: "Open chat" }).waitFor();
  const ours = requests.filter((url) => url.startsWith(scene.server.base));
  assert.deepEqual(ours, [`${scene.server.base}/widget.js`]);
  assert.equal(
    await page.evaluate(
      "sessionStorage.length + localStorage.length + document.cookie.length",
    ),
    0,
  );
});

Deno.test("widget: answers under the page's own strict CSP, with Trusted Types enforced", async () => {
  await using scene = await setScene();
  scene.site.headers["content-security-policy"] =
    `default-src 'none'; script-src ${scene.server.base}; connect-src ${scene.server.base}; require-trusted-types-for 'script'; trusted-types 'none'`;
  const page = await open(scene);
  const problems: string[] = [];
  page.on("console", (m) => m.type() === "error" && problems.push(m.text()));
  await say(page, "When do you drink oolong tea?");
  await page.getByText("every morning at seven").first().waitFor();
  assert.deepEqual(problems, []);
});

Deno.test("widget: keeps the conversation for the tab, and starts again on request", async () => {
  await using scene = await setScene();
  const page = await open(scene);
  await say(page, "When do you drink oolong tea?");
  await page.getByText("every morning at seven").first().waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Open chat" }).click();
  await page.getByText("When do you drink oolong tea?").waitFor();
  await page.getByRole("button", { name: "Start again" }).click();
  await page.getByText("When do you drink oolong tea?")
    .waitFor({ state: "detached" });
});

Deno.test("widget: Markdown becomes nodes: links of http only, no HTML, no pictures", async () => {
  await using scene = await setScene();
  const page = await open(scene);
  const foreign: string[] = [];
  page.on("request", (r) => {
    if (
      ![scene.server.base, scene.site.origin].includes(new URL(r.url()).origin)
    ) {
      foreign.push(r.url());
    }
  });
  page.on("dialog", () => foreign.push("a dialog"));
  await say(page, "Where are your cakes?");
  await page.getByText("cakes", { exact: false }).last().waitFor();
  await page.getByRole("button", { name: "Copy" }).waitFor().catch(() => {});
  assert.deepEqual(foreign, []);
  assert.equal(await page.locator("img[src=x]").count(), 0);
});

Deno.test("widget: a limit is said in words, and what was typed is kept", async () => {
  await using scene = await setScene({ TWINCAST_LIMIT_SESSION: "1/60s" });
  const page = await open(scene);
  await say(page, "When do you drink oolong tea?");
  await page.getByText("every morning at seven").first().waitFor();
  await say(page, "And which teapot?");
  await page.getByText("Too many messages. Go on at").first().waitFor();
  assert.equal(
    await page.getByRole("textbox").inputValue(),
    "And which teapot?",
  );
});

Deno.test("widget: a key revoked in the middle of a conversation is said kindly", async () => {
  await using scene = await setScene();
  const page = await open(scene);
  await say(page, "When do you drink oolong tea?");
  await page.getByText("every morning at seven").first().waitFor();
  await scene.send("DELETE", `/api-keys/${scene.key_id}`);
  await say(page, "And which teapot?");
  await page.getByText("This chat has ended.").first().waitFor();
});

Deno.test("widget: speaks the page's language, from right to left where that is so", async () => {
  await using scene = await setScene();
  const page = await open(scene, "ar");
  await page.getByRole("textbox").waitFor();
  await page.getByText("ذكاء اصطناعي").first().waitFor();
  const direction = await page.getByRole("textbox").evaluate((node) =>
    getComputedStyle(node.parentElement ?? node).direction
  );
  assert.equal(direction, "rtl");
});

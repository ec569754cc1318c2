// A twin with a key, and another site whose pages embed its widget, in a visitor's browser.
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import {
  type Member,
  type Server,
  shareTwin,
  signUp,
  startServer,
} from "../harness.ts";
import { ModelServer } from "../model_server.ts";
import { openBrowser } from "./launch.ts";
import { servePage, type Site } from "./site.ts";

export type Scene = AsyncDisposable & {
  server: Server;
  owner: Member;
  /** Answers for the twin if the scene was set with a model. */
  model: ModelServer | null;
  site: Site;
  browser: Browser;
  twin_id: string;
  key: string;
  key_id: string;
  /** The script element, with extra attributes. */
  script(attributes?: string): string;
};

type SceneOptions = { env?: Record<string, string>; has_model?: boolean };

/** Sets a scene; the site's page has the script unless a test changes it. */
export async function setScene(
  { env = {}, has_model = false }: SceneOptions = {},
): Promise<Scene> {
  // A later failure disposes of what was started, so that one browser that does not start is one failed test.
  await using stack = new AsyncDisposableStack();
  const model = has_model ? stack.use(new ModelServer()) : null;
  const server = stack.use(
    await startServer({ env: { ...model?.env, ...env } }),
  );
  const owner = await signUp(server);
  await shareTwin(owner);
  const { twin_id } = owner;
  const site = stack.use(servePage());
  const { id, key } = await owner.json("POST", "/api-keys", {
    twin_id,
    name: "Site",
    allowed_domains: [site.origin],
  }, 201);
  const script = (attributes = "") =>
    `<script async src="${server.base}/widget.js" data-twin-id="${twin_id}" data-api-key="${key}" ${attributes}></script>`;
  site.html = `<h1>My site</h1>${script()}`;
  const browser = stack.use(await openBrowser());
  const kept = stack.move();
  return {
    ...{ server, owner, model, site, browser, twin_id, key, key_id: id },
    script,
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

/** A new visitor on the site. */
export async function visit(
  { browser, site }: Scene,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(site.origin);
  return page;
}

/** A new visitor who has opened the panel; the composer is ready. */
export async function open(
  scene: Scene,
  options?: BrowserContextOptions,
): Promise<Page> {
  const page = await visit(scene, options);
  await page.locator("button[aria-expanded]").first().click();
  await page.getByRole("textbox").waitFor();
  return page;
}

/** Writes a message and sends it with Enter. */
export async function say(page: Page, text: string): Promise<void> {
  await page.locator("textarea").fill(text);
  await page.locator("textarea").press("Enter");
}

export const QUESTION = "When do you drink oolong tea?";
export const ANSWER = "every morning at seven";

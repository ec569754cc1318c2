// A potter's site, and a browser with a trial twin of it.
import assert from "node:assert/strict";
import { drawnPng } from "./pictures.ts";
import type { Json, Server } from "./harness.ts";

const PAGES: Record<string, string> = {
  "/": `<p>I throw pots in Lisbon, and I teach others to do the same. My studio
    is a former bakery, so it is warm in winter. Everything that I sell is made
    by hand, of clay from the Alentejo, and fired in a wood kiln twice a month.</p>`,
  "/about":
    `<p>I am Mara Clay. I learned to throw in Kyoto, where I stayed for seven
    years, and came to Lisbon in 2011.</p>`,
  "/prices":
    `<p>A course of six evenings costs 240 euros. A single evening costs 45
    euros. The clay and the firing are included.</p>`,
  "/faq":
    `<h2>Do I need to bring anything?</h2><p>Bring clothes that may get dirty,
    and a towel. Aprons are here.</p><h2>Can children come?</h2><p>Children from
    eight years on can come with a grown-up on Saturdays.</p>`,
  "/contact": `<p>You find the studio at Rua do Forno 12 in Lisbon. Write to
    mara@clay.example.</p>`,
};

const HEAD = `<meta charset="utf-8"><title>Home | Clay Studio</title>
  <meta property="og:site_name" content="Clay Studio">
  <meta name="description" content="Pots and courses by Mara Clay in Lisbon">
  <meta name="theme-color" content="#b4532a">
  <link rel="apple-touch-icon" href="/icon.png">`;

const MENU = `<nav><a href="/about">About me</a> <a href="/faq">Questions</a>
  <a href="/prices">Prices</a> <a href="/contact">Contact</a>
  <a href="/login">Log in</a></nav>`;

/** The site's answer; undefined if it has no such page. */
export function answerAsPotter(request: Request): Response {
  const { pathname } = new URL(request.url);
  if (pathname === "/icon.png") {
    return new Response(drawnPng(180), {
      headers: { "content-type": "image/png" },
    });
  }
  const text = PAGES[pathname];
  if (!text) return new Response("Nothing here", { status: 404 });
  return html(`<h1>${pathname}</h1>${text}`);
}

export function html(body: string, head = HEAD): Response {
  return new Response(
    `<!doctype html><html lang="en"><head>${head}</head><body>${MENU}<main>${body}</main></body></html>`,
    { headers: { "content-type": "text/html; charset=utf-8" } },
  );
}

/** A browser by its one cookie. */
export class Visitor {
  constructor(private server: Server, public cookie = "") {}

  async send(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: Json; headers: Headers }> {
    const response = await this.server.fetch(path, {
      method,
      headers: {
        accept: "application/json",
        ...this.cookie ? { cookie: this.cookie } : {},
        ...body === undefined ? {} : { "content-type": "application/json" },
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const [set] = response.headers.getSetCookie();
    if (set?.startsWith("twincast_trial=")) this.cookie = set.split(";")[0];
    const text = await response.text();
    const is_json = /json/.test(response.headers.get("content-type") ?? "");
    return {
      status: response.status,
      headers: response.headers,
      body: is_json && text ? JSON.parse(text) : text,
    };
  }

  /** Starts a trial of an address, and waits until its reading has ended. */
  async try(url: string): Promise<Json> {
    const { status, body } = await this.send("POST", "/trial", { url });
    assert.equal(status, 202, JSON.stringify(body));
    await this.server.app.jobs.idle();
    return (await this.send("GET", "/trial")).body;
  }

  async ask(message: string): Promise<Json> {
    const { status, body } = await this.send("POST", "/trial/chat", {
      message,
    });
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  }

  /** Signs up without scripts, with this browser's cookie. */
  async signUp(email: string, twin_name: string): Promise<Response> {
    return await this.server.fetch("/signup", {
      method: "POST",
      headers: { cookie: this.cookie },
      body: new URLSearchParams({
        ...{ name: "Mara", email, twin_name },
        password: "correct horse battery staple",
      }),
    });
  }
}

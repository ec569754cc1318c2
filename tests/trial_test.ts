// A trial twin without an account: made from a site, visible to its own browser only, taken over by a sign-up.
import assert from "node:assert/strict";
import { sweep } from "../lib/sweep.ts";
import { listFigures } from "../lib/figures/figures.ts";
import { keys } from "../lib/store/keys.ts";
import { member, type Server, startServer, statusOf } from "./harness.ts";
import { pictureSize } from "../lib/twins/picture_size.ts";
import { drawnPng } from "./pictures.ts";
import { localSite } from "./local_site.ts";
import { entryText } from "./stores.ts";
import { answerAsPotter, html, Visitor } from "./trial_world.ts";

const HOUR = 3_600_000;

/** Everything in the store, as one text. */
async function stored({ app }: Server): Promise<string> {
  const entries = await Array.fromAsync(app.kv.list({ prefix: [] }));
  return entries.map(entryText).join("\n");
}

Deno.test("trial: an address becomes a twin that answers, in the site's own look, and a sign-up takes it over", async () => {
  await using site = localSite(answerAsPotter);
  await using server = await startServer({ trial_hosts: [site.host] });
  const visitor = new Visitor(server);
  const made = await visitor.try(`http://${site.host}`);
  assert.equal(made.status, "ready", JSON.stringify(made));
  assert.equal(made.twin.name, "Clay Studio");
  assert.equal(made.twin.bio, "Pots and courses by Mara Clay in Lisbon");
  assert.equal(made.twin.accent_color, "#b4532a");
  assert.equal(made.pages.length, 5);
  const [starter] = made.twin.suggested_questions;
  assert.equal(starter, "Do I need to bring anything?");
  assert.ok(made.twin.suggested_questions.includes("How much does it cost?"));
  assert.ok(!site.seen.includes("/login"));
  const picture = new URL(made.twin.avatar_url).pathname;
  assert.equal((await visitor.send("GET", picture)).status, 200);
  const { answer, confidence } = await visitor.ask("What does a course cost?");
  assert.match(answer, /240 euros/);
  assert.equal(confidence, "sure");

  const response = await visitor.signUp("mara@clay.example", "Mara Clay");
  const mara = await member(server, response, "mara@clay.example");
  assert.ok(
    response.headers.getSetCookie().some((one) =>
      one.startsWith("twincast_trial=;")
    ),
  );
  assert.equal(mara.twin_id, made.twin.id);
  const twin = await mara.json("GET", `/twins/${mara.twin_id}`);
  assert.equal(twin.name, "Mara Clay");
  assert.equal(twin.greeting, "Hi, I’m Mara Clay. Ask me anything.");
  assert.equal(twin.accent_color, "#b4532a");
  assert.equal(
    await statusOf(server.fetch(new URL(twin.avatar_url).pathname)),
    200,
  );
  const { items } = await mara.json("GET", `/twins/${twin.id}/content`);
  assert.ok(items.length >= 5);
  assert.ok(
    items.every((item: { visibility: string }) => item.visibility === "public"),
  );
  const talks = await mara.json("GET", `/twins/${twin.id}/conversations`);
  assert.equal(talks.items[0].title, "What does a course cost?");
  // Its widget is likely wanted on the site it came from: one press gives the code.
  const studio = await (await server.fetch(
    `/dashboard/embed?twin=${twin.id}`,
    { headers: { cookie: mara.cookie } },
  )).text();
  assert.match(studio, new RegExp(`value="http://${site.host}"`));
  assert.doesNotMatch(studio, /YOUR_KEY/);
  // Its new owner asked that; no visitor did.
  const now = server.clock.now();
  assert.deepEqual(await listFigures(server.app.kv, twin.id, 30, now), []);
  // A trial taken over no longer exists, whatever the cookie.
  for (
    const [method, path] of [["GET", "/trial"], ["POST", "/trial/chat"], [
      "GET",
      picture,
    ], ["GET", "/try"]]
  ) {
    const body = method === "POST" ? { message: "Hello?" } : undefined;
    assert.equal((await visitor.send(method, path, body)).status, 404, path);
  }
  // Nor does its expiry affect what now belongs to somebody.
  server.clock.advance(30 * HOUR);
  await sweep(server.app);
  const { value } = await server.app.kv.get(keys.twin(mara.twin_id));
  assert.ok(value);
});

Deno.test("trial: any other browser sees it as not found", async () => {
  await using site = localSite(answerAsPotter);
  await using server = await startServer({ trial_hosts: [site.host] });
  const visitor = new Visitor(server);
  const { twin } = await visitor.try(`http://${site.host}`);
  const picture = new URL(twin.avatar_url).pathname;
  const [, , version] = picture.split("/").slice(1);
  const told = async (other: Visitor, path: string, body?: unknown) => {
    const { status, body: said } = await other.send(
      body ? "POST" : "GET",
      path,
      body,
    );
    assert.equal(status, 404, path);
    const { request_id: _, ...problem } = said;
    return problem;
  };
  const nobody = new Visitor(server);
  const expected = await told(nobody, "/trial");
  for (const value of ["undefined", "null", "x".repeat(43), "..%2f", ""]) {
    const other = new Visitor(server, `twincast_trial=${value}`);
    assert.deepEqual(await told(other, "/trial"), expected);
    assert.deepEqual(await told(other, picture), expected);
    assert.deepEqual(
      await told(other, "/trial/chat", { message: "Hi" }),
      expected,
    );
    await told(other, "/try");
  }
  await told(nobody, `/avatars/${twin.id}/${version}`);
  // Only the hash of its cookie is stored.
  assert.ok(
    !(await stored(server)).includes(visitor.cookie.split("=")[1]),
  );
});

Deno.test("trial: gone after 24 hours with everything made from it", async () => {
  await using site = localSite(answerAsPotter);
  await using server = await startServer({ trial_hosts: [site.host] });
  const visitor = new Visitor(server);
  await visitor.try(`http://${site.host}`);
  const { session_id } = await visitor.ask("Can children come?");
  server.clock.advance(24 * HOUR);
  assert.equal((await visitor.send("GET", "/trial")).status, 404);
  const session = await server.fetch("/public/session", {
    headers: { "x-session-id": session_id },
  });
  assert.equal(await statusOf(session), 404);
  const response = await visitor.signUp("late@clay.example", "Late");
  const late = await member(server, response, "late@clay.example");
  const [told] = response.headers.getSetCookie().flatMap((one) =>
    /^twincast_flash=([^;]+)/.exec(one)?.[1] ?? []
  );
  assert.match(
    new TextDecoder().decode(
      Uint8Array.fromBase64(told, { alphabet: "base64url" }),
    ),
    /the twin you tried could not come along/,
  );
  const { items } = await late.json("GET", `/twins/${late.twin_id}/content`);
  assert.deepEqual(items, []);
  server.clock.advance(2 * HOUR);
  await sweep(server.app);
  const left = await stored(server);
  for (const said of ["euros", "Clay Studio", "Can children", "trials"]) {
    assert.ok(!left.includes(said), said);
  }
});

/** Hostile sites by path, and the result of a trial of each. */
const ENEMIES: Record<string, (request: Request) => Response> = {
  "/to-metadata": () => Response.redirect("http://169.254.169.254/latest/"),
  "/to-localhost": () => Response.redirect("http://localhost:1/"),
  "/large": () => html("<p>word </p>".repeat(500_000)),
  "/endless": () =>
    new Response(
      new ReadableStream({
        pull: (stream) => stream.enqueue(new Uint8Array(65_536).fill(65)),
      }),
      { headers: { "content-type": "text/html" } },
    ),
  "/empty": () => html(""),
  "/program": () =>
    new Response("MZ", { headers: { "content-type": "application/zip" } }),
  "/deep": () => html("<div>".repeat(100_000)),
  "/gone": () => new Response("", { status: 500 }),
};

Deno.test("trial: a hostile or empty site fails with an explanation, and three sentences are enough to continue", async () => {
  await using site = localSite((request) =>
    ENEMIES[new URL(request.url).pathname]?.(request) ??
      new Response("", { status: 404 })
  );
  const env = {
    TWINCAST_LIMIT_TRIAL: "100/60s",
    // Sites open to members are not open to strangers.
    TWINCAST_LOCAL_HOSTS: "localhost:1",
  };
  await using server = await startServer({ env, trial_hosts: [site.host] });
  const visitor = new Visitor(server);
  for (const path of Object.keys(ENEMIES)) {
    const made = await visitor.try(`http://${site.host}${path}`);
    assert.equal(made.status, "failed", path);
    assert.match(made.problem, /^\S.{20,}\.$/, path);
    assert.equal(made.twin, undefined);
    const asked = await visitor.send("POST", "/trial/chat", { message: "Hi" });
    assert.equal(asked.status, 409);
  }
  const page = await (await server.fetch("/try", {
    headers: { cookie: visitor.cookie, accept: "text/html" },
  })).text();
  assert.match(page, /three sentences/);
  const short = { action: "write", name: "Mara", text: "Too short, kept" };
  const again = await postAs(server, visitor, short);
  assert.equal(again.status, 422);
  assert.match(await again.text(), /Too short, kept/);
  const text =
    "I throw pots in Lisbon. A course of six evenings costs 240 euros.";
  const told = await postAs(server, visitor, { ...short, text });
  assert.equal(await statusOf(told), 303);
  const { answer } = await visitor.ask("What does a course cost?");
  assert.match(answer, /240 euros/);
});

function postAs(
  server: Server,
  { cookie }: Visitor,
  fields: Record<string, string>,
): Promise<Response> {
  return server.fetch("/try", {
    method: "POST",
    headers: { cookie, accept: "text/html" },
    body: new URLSearchParams(fields),
  });
}

Deno.test("trial: private addresses are never requested, whatever the operator allows for members", async () => {
  await using canary = localSite(answerAsPotter);
  const env = {
    TWINCAST_LIMIT_TRIAL: "100/60s",
    TWINCAST_LOCAL_HOSTS: `localhost:${canary.port},127.0.0.1:${canary.port}`,
  };
  await using server = await startServer({ env });
  const visitor = new Visitor(server);
  for (
    const host of ["localhost", "127.0.0.1", "2130706433", "[::ffff:127.0.0.1]"]
  ) {
    const made = await visitor.try(`http://${host}:${canary.port}/`);
    assert.equal(made.status, "failed", host);
  }
  assert.deepEqual(canary.seen, []);
  for (
    const url of [
      "",
      "clay",
      "ftp://clay.example",
      "http://a:b@clay.example",
      "javascript:alert(1)",
      "x".repeat(3_000),
    ]
  ) {
    const { status } = await visitor.send("POST", "/trial", { url });
    assert.equal(status, 422, url);
  }
});

Deno.test("trial: gives up on a hanging site in time, with what was read until then", async () => {
  const held: PromiseWithResolvers<Response>[] = [];
  await using site = localSite((request) => {
    if (/\/(about|prices)$/.test(request.url)) {
      held.push(Promise.withResolvers<Response>());
      return held[held.length - 1].promise;
    }
    return answerAsPotter(request);
  });
  const trial_hosts = [site.host];
  await using server = await startServer({ trial_hosts, trial_ms: 6_000 });
  const visitor = new Visitor(server);
  const began = performance.now();
  const made = await visitor.try(`http://${site.host}`);
  for (const { resolve } of held) resolve(new Response());
  assert.equal(made.status, "ready");
  assert.ok(performance.now() - began < 20_000);
  const states = made.pages.map(({ state }: { state: string }) => state);
  assert.equal(
    states.filter((state: string) => state === "left_out").length,
    2,
  );
  const { answer } = await visitor.ask("What do I have to bring?");
  assert.match(answer, /towel/);
});

Deno.test("trial: text in a site's head stays text, and its pictures are pictures", async () => {
  const evil = `"><script>alert(1)</script>`;
  await using site = localSite((request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/svg.png") {
      return new Response(
        `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`,
        {
          headers: { "content-type": "image/png" },
        },
      );
    }
    if (pathname === "/large.png") {
      return new Response(drawnPng(500, { height: 300, is_noise: true }));
    }
    if (pathname !== "/") return new Response("", { status: 404 });
    const text = `${evil.replaceAll("<", "&lt;")} I make pots of clay. `.repeat(
      12,
    );
    return html(
      `<p>${text}</p>`,
      `<title>${evil}</title>
      <meta property="og:site_name" content='${evil.replaceAll("'", "")}'>
      <meta name="description" content='${evil}'>
      <meta name="theme-color" content="red;} body{display:none">
      <link rel="apple-touch-icon" href="/svg.png">
      <meta property="og:image" content="/large.png">`,
    );
  });
  await using server = await startServer({ trial_hosts: [site.host] });
  const visitor = new Visitor(server);
  const { twin, status } = await visitor.try(`http://${site.host}`);
  assert.equal(status, "ready");
  assert.match(twin.accent_color, /^#[0-9a-f]{6}$/);
  const page = await (await server.fetch("/try", {
    headers: { cookie: visitor.cookie, accept: "text/html" },
  })).text();
  assert.ok(!page.includes("<script>alert"));
  // The SVG was skipped; the large picture was cropped to its centre and reduced.
  const picture = await server.fetch(new URL(twin.avatar_url).pathname, {
    headers: { cookie: visitor.cookie },
  });
  assert.equal(picture.headers.get("content-type"), "image/png");
  const bytes = await picture.bytes();
  assert.ok(bytes.length <= 60 * 1024);
  const size = pictureSize("image/png", bytes);
  assert.ok(size && size.width === size.height && size.width >= 96);
});

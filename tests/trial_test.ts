// A twin that is tried without an account: made of a site, seen by its own browser alone, taken over by a sign-up.
import assert from "node:assert/strict";
import { sweep } from "../lib/sweep.ts";
import { keys } from "../lib/store/keys.ts";
import { member, type Server, startServer, statusOf } from "./harness.ts";
import { localSite } from "./local_site.ts";
import { entryText } from "./stores.ts";
import { answerAsPotter, Visitor } from "./trial_world.ts";

const HOUR = 3_600_000;

/** All that the store holds, as one text. */
async function stored({ app }: Server): Promise<string> {
  const entries = await Array.fromAsync(app.kv.list({ prefix: [] }));
  return entries.map(entryText).join("\n");
}

Deno.test("trial: an address becomes a twin that answers, in the site's own looks, and a sign-up takes it over", async () => {
  await using site = localSite(answerAsPotter);
  await using server = await startServer({ trial_hosts: [site.host] });
  const visitor = new Visitor(server);
  const made = await visitor.try(`http://${site.host}`);
  assert.equal(made.status, "ready", JSON.stringify(made));
  assert.equal(made.twin.name, "Clay Studio");
  assert.equal(made.twin.bio, "Pots and courses by Mara Clay in Lisbon");
  assert.equal(made.twin.accent_color, "#b4532a");
  assert.equal(made.pages.length, 5);
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
  assert.equal(twin.greeting, "Hi, I'm Mara Clay. Ask me anything.");
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
  // What was taken over is a trial no more, whatever cookie is shown.
  for (
    const [method, path] of [["GET", "/trial"], ["POST", "/trial/chat"], [
      "GET",
      picture,
    ], ["GET", "/try"]]
  ) {
    const body = method === "POST" ? { message: "Hello?" } : undefined;
    assert.equal((await visitor.send(method, path, body)).status, 404, path);
  }
  // Nor does its end reach what is somebody's now.
  server.clock.advance(30 * HOUR);
  await sweep(server.app);
  const { value } = await server.app.kv.get(keys.twin(mara.twin_id));
  assert.ok(value);
});

Deno.test("trial: any other browser gets what it gets where there is nothing", async () => {
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
  // Of its cookie the store has the hash alone.
  assert.ok(
    !(await stored(server)).includes(visitor.cookie.split("=")[1]),
  );
});

Deno.test("trial: it is gone after 24 hours with all that was made of it", async () => {
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
  const { items } = await late.json("GET", `/twins/${late.twin_id}/content`);
  assert.deepEqual(items, []);
  server.clock.advance(2 * HOUR);
  await sweep(server.app);
  const left = await stored(server);
  for (const said of ["euros", "Clay Studio", "Can children", "trials"]) {
    assert.ok(!left.includes(said), said);
  }
});

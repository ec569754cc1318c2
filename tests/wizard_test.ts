// The first page of a new team: three steps, each derived from what exists, until somebody can talk to its twin.
import assert from "node:assert/strict";
import { localSite } from "./local_site.ts";
import {
  type Member,
  post,
  type Server,
  signUp,
  startServer,
  statusOf,
} from "./harness.ts";
import { answerAsPotter } from "./trial_world.ts";

async function overview(server: Server, { cookie }: Member): Promise<string> {
  const headers = { cookie, accept: "text/html" };
  return await (await server.fetch("/dashboard", { headers })).text();
}

const stepOf = (page: string) =>
  /aria-current="step"[\s\S]*?<span[^>]*>([A-Z][^<]+)/.exec(page)?.[1];
const ring = (page: string) => /(\d of 3) steps done/.exec(page)?.[1];

Deno.test("wizard: from a site to a live twin, with its own forms, and content made there is public", async () => {
  await using site = localSite(answerAsPotter);
  const env = { TWINCAST_LOCAL_HOSTS: site.host };
  await using server = await startServer({ env });
  const owner = await signUp(server);
  const { twin_id, cookie } = owner;
  let page = await overview(server, owner);
  assert.deepEqual([ring(page), stepOf(page)], [
    "0 of 3",
    "Give it something to know",
  ]);
  const back_to = `/dashboard?twin=${twin_id}`;
  const content = `/dashboard/content?twin=${twin_id}`;
  const shared = { visibility: "public", back_to };
  const sent = await post(server, content, {
    ...{ action: "add_source", kind: "site", every: "never" },
    ...{ url: `http://${site.host}`, ...shared },
  }, cookie);
  assert.equal(await statusOf(sent), 303);
  assert.equal(sent.headers.get("location"), back_to);
  await server.app.jobs.idle();
  const { items } = await owner.json("GET", `/twins/${twin_id}/content`);
  assert.ok(items.length >= 2);
  assert.ok(
    items.every((item: { visibility: string }) => item.visibility === "public"),
  );
  page = await overview(server, owner);
  assert.deepEqual([ring(page), stepOf(page)], ["1 of 3", "Ask it something"]);
  await owner.json("POST", `/twins/${twin_id}/preview`, {
    message: "What does a course cost?",
    as: "public",
  });
  page = await overview(server, owner);
  assert.deepEqual([ring(page), stepOf(page)], ["2 of 3", "Put it somewhere"]);
  const fields = { action: "share", back_to };
  const share = `/dashboard/share?twin=${twin_id}`;
  assert.equal(await statusOf(post(server, share, fields, cookie)), 303);
  page = await overview(server, owner);
  assert.equal(ring(page), undefined);
  assert.match(page, /Your twin is live/);
});

Deno.test("wizard: text written there is public, and it never redirects to another site", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const content = `/dashboard/content?twin=${owner.twin_id}`;
  for (
    const back_to of ["https://evil.example/", "//evil.example", "/\\evil"]
  ) {
    const written = await post(server, content, {
      ...{ action: "create", visibility: "public", back_to },
      ...{ title: `From ${back_to}`, body: "Tea is at eight." },
    }, owner.cookie);
    await written.body?.cancel();
    const to = written.headers.get("location") ?? "";
    assert.ok(to === "" || to.startsWith("/dashboard/content"), to);
  }
  const { items } = await owner.json("GET", `/twins/${owner.twin_id}/content`);
  assert.equal(items[0].visibility, "public");
});

// Answering and correcting questions and setting retention with the dashboard's forms: without scripts, and for owners
// only.
import assert from "node:assert/strict";
import {
  ask,
  invite,
  type Member,
  post,
  type Server,
  shareTwin,
  signUp,
  startServer,
  statusOf,
} from "./harness.ts";

const TALKS = "/dashboard/conversations";

async function openAsked() {
  const server = await startServer();
  const owner = await signUp(server);
  const { chat, token } = await shareTwin(owner);
  const say = async (message: string, session_id?: string) =>
    (await ask(server, chat, { message, session_id })).body;
  const { session_id } = await say("Do you fly helicopters?");
  await ask(server, `/public/leads/${owner.twin_id}/${token}`, {
    session_id,
    email: "fan@example.com",
  });
  await say("Can you fly a helicopter?");
  return { server, owner, say, [Symbol.asyncDispose]: () => dispose(server) };
}

const dispose = (server: Server) => server[Symbol.asyncDispose]();

const send = (
  server: Server,
  { cookie }: Member,
  path: string,
  fields: Record<string, string>,
) => post(server, path, fields, cookie);

async function read(member: Member, path: string): Promise<string> {
  const response = await member.send("GET", path);
  assert.equal(response.status, 200, path);
  return await response.text();
}

/** The target of the first link with this label. */
function linkIn(html: string, label: string): string {
  const link = new RegExp(`href="([^"]+)"[^>]*>\\s*${label}`).exec(html);
  assert.ok(link, label);
  return link[1].replaceAll("&amp;", "&");
}

Deno.test("unanswered page: a dismissed row can be restored with the form", async () => {
  await using world = await openAsked();
  const { server, owner } = world;
  const list = `${TALKS}?show=unanswered`;
  const row = await read(owner, list);
  const message_id = /name="message_id" value="([^"]+)"/.exec(row)?.[1] ?? "";
  const act = async (action: string) => {
    const sent = await send(server, owner, list, { action, message_id });
    assert.equal(sent.status, 303);
    const [told] = sent.headers.getSetCookie();
    const page = await server.fetch(list, {
      headers: { cookie: `${owner.cookie}; ${told.split(";")[0]}` },
    });
    return await page.text();
  };
  const dismissed = await act("dismiss");
  assert.match(dismissed, /Off the list, all 2 of them\./);
  assert.match(dismissed, /name="action" value="restore"/);
  assert.match(dismissed, /Undo/);
  assert.doesNotMatch(dismissed, /Asked 2 times/);
  const back = await act("restore");
  assert.match(back, /All 2 are back on the list\./);
  assert.match(back, /Asked 2 times/);
});

Deno.test("answer page: from the row to the answer; a refusal keeps the input", async () => {
  await using world = await openAsked();
  const { server, owner, say } = world;
  const list = `${TALKS}?show=unanswered`;
  const row = await read(owner, list);
  assert.match(row, /Asked 2 times/);
  assert.match(row, /fan@example\.com/);
  const path = linkIn(row, "Answer and open mail");
  const form = await read(owner, path);
  assert.match(form, /data-mailto="fan@example\.com"/);
  assert.match(form, /value="Can you fly a helicopter\?"/);
  assert.match(form, /Do you fly helicopters\?/);
  const fields = { action: "answer", question: "Do you fly <b>?", answer: " " };
  const refused = await send(server, owner, path, fields);
  assert.equal(refused.status, 422);
  const html = await refused.text();
  assert.match(html, /Write the answer/);
  assert.match(
    html,
    /value="Do you fly &lt;b>\?"|value="Do you fly &lt;b&gt;\?"/,
  );
  const viewer = await invite(server, owner, "viewer");
  assert.equal(await statusOf(send(server, viewer, path, fields)), 403);
  assert.match(await read(viewer, path), /only owners and editors/);
  const saved = await send(server, owner, path, {
    ...fields,
    question: "Do you fly helicopters?",
    answer: "Only small ones.",
  });
  assert.equal(saved.status, 303);
  await saved.body?.cancel();
  assert.equal(
    new URL(saved.headers.get("location") ?? "", server.base).searchParams
      .get("show"),
    "unanswered",
  );
  assert.match(await read(owner, list), /No open questions/);
  assert.match(await read(owner, `${TALKS}?show=emails`), /Answered/);
  const { answer, citations } = await say("can you fly a helicopter?");
  assert.equal(answer, "Only small ones.");
  assert.equal(citations[0].title, "Do you fly helicopters?");
});

Deno.test("answer page: a wrong answer is corrected from its transcript, and leads back there", async () => {
  await using world = await openAsked();
  const { server, owner, say } = world;
  const { answer: wrong } = await say("When do you drink oolong tea?");
  const list = await read(owner, TALKS);
  const talk = linkIn(list, "When do you drink oolong tea\\?");
  const path = linkIn(await read(owner, talk), "Correct this answer");
  const form = await read(owner, path);
  assert.ok(form.includes("Correct this answer") && form.includes(wrong));
  const saved = await send(server, owner, path, {
    action: "answer",
    question: "When do you drink oolong tea?",
    answer: "At eight since May.",
  });
  assert.equal(saved.headers.get("location"), talk);
  await saved.body?.cancel();
  const again = await say("When do you drink oolong tea?");
  assert.equal(again.answer, "At eight since May.");
});

Deno.test("answer page: reached from a lead, which is marked as answered and unmarked", async () => {
  await using world = await openAsked();
  const { server, owner } = world;
  const emails = `${TALKS}?show=emails`;
  const before = await read(owner, emails);
  const path = linkIn(before, "Answer and open mail");
  assert.match(await read(owner, path), /Wants a reply/);
  const lead_id = new URL(path, server.base).searchParams.get("lead") ?? "";
  for (const [action, shows] of [["answered", true], ["waiting", false]]) {
    const marked = await send(server, owner, emails, {
      action: String(action),
      lead_id,
    });
    assert.equal(await statusOf(marked), 303);
    assert.equal(/Put back/.test(await read(owner, emails)), shows);
  }
  const stranger = await signUp(server);
  const foreign = `/twins/${owner.twin_id}/leads/${lead_id}`;
  const body = { answered: true };
  assert.equal(await statusOf(stranger.send("PATCH", foreign, body)), 404);
});

Deno.test("settings: days to keep conversations; an invalid number changes nothing", async () => {
  await using world = await openAsked();
  const { server, owner } = world;
  const path = "/dashboard/settings";
  const days = async () =>
    (await owner.json("GET", `/twins/${owner.twin_id}`)).retention_days;
  for (const retention_days of ["", "-1", "366", "1.5", "1e2", "many"]) {
    const fields = { action: "retention", retention_days };
    const refused = await send(server, owner, path, fields);
    assert.equal(refused.status, 422, retention_days);
    const html = await refused.text();
    assert.ok(html.includes('id="retention_days-error"'));
  }
  assert.equal(await days(), 90);
  const fields = { action: "retention", retention_days: "0" };
  assert.equal(await statusOf(send(server, owner, path, fields)), 303);
  assert.equal(await days(), 0);
  assert.match(await read(owner, TALKS), /Conversations are not stored/);
});

Deno.test("answer page: shows a weak answer beside the field for a better one", async () => {
  await using world = await openAsked();
  const { owner, say } = world;
  const { answer, confidence } = await say("Who made the oolong harvest?");
  assert.equal(confidence, "near", answer);
  const list = await read(owner, `${TALKS}?show=weak`);
  const form = await read(owner, linkIn(list, "Answer this now"));
  assert.match(form, /What it offered instead/);
  assert.ok(form.includes("every morning at seven"), answer);
});

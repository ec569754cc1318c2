// Stopped addresses: the built app, and a provider that works like Postmark.
import assert from "node:assert/strict";
import { MINUTE } from "../lib/clock.ts";
import {
  invite,
  type Member,
  post,
  type Server,
  signUp,
  startServer,
  statusOf,
} from "./harness.ts";

const PASSWORD = "a-password-of-postmark";
const GONE = "gone@example.com";

type Opened = AsyncDisposable & {
  server: Server;
  owner: Member;
  /** The recipients since the last call. */
  sentTo(): Promise<string[]>;
  /** Reports as the provider what became of a letter. */
  tell(email: string, more?: object, password?: string): Promise<number>;
};

async function open(): Promise<Opened> {
  await using stack = new AsyncDisposableStack();
  let sent: string[] = [];
  const provider = stack.use(Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (req) => {
      const { To } = await req.json();
      if (To === GONE) {
        return Response.json({ ErrorCode: 406 }, { status: 422 });
      }
      sent.push(To);
      return Response.json({ ErrorCode: 0 });
    },
  ));
  const server = stack.use(
    await startServer({
      env: {
        TWINCAST_MAIL_URL: `postmark://TOKEN@127.0.0.1:${provider.addr.port}`,
        TWINCAST_MAIL_FROM: "Twincast <hello@example.com>",
        TWINCAST_MAIL_EVENTS_SECRET: PASSWORD,
        TWINCAST_SECRET: "0123456789abcdef0123456789abcdef",
      },
    }),
  );
  const owner = await signUp(server);
  const kept = stack.move();
  return {
    ...{ server, owner },
    async sentTo() {
      await server.app.jobs.idle();
      const since = sent;
      sent = [];
      return since.sort();
    },
    tell: (email, more = {}, password = PASSWORD) =>
      statusOf(server.fetch("/hooks/mail", {
        method: "POST",
        headers: {
          authorization: `Basic ${btoa(`twincast:${password}`)}`,
          "content-type": "application/json",
        },
        body: JSON.stringify({
          RecordType: "Bounce",
          Type: "HardBounce",
          Email: email,
          From: "hello@example.com",
          BouncedAt: new Date(server.clock.now()).toISOString(),
          Details: "550 no such <b>user</b>",
          Inactive: true,
          ...more,
        }),
      })),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

const forgotten = (server: Server, email: string) =>
  statusOf(post(server, "/forgot", { email }));

async function pageOf(member: Member, path: string): Promise<string> {
  return await (await member.send("GET", path)).text();
}

const STOPPED = /We send (this member|you) no mail any more/;

Deno.test("stopped mail: a bounce stops it, its owner sees why, and takes it off the list", async () => {
  await using opened = await open();
  const { server, owner, sentTo, tell } = opened;
  const editor = await invite(server, owner, "editor");
  const { email } = editor;
  await sentTo();
  assert.equal(await tell(email, {}, "a-password-of-another"), 401);
  await forgotten(server, email);
  assert.deepEqual(await sentTo(), [email]);
  assert.equal(await tell(email.toUpperCase()), 200);
  await forgotten(server, email);
  await forgotten(server, owner.email);
  assert.deepEqual(await sentTo(), [owner.email]);

  const seen = await pageOf(owner, "/dashboard/team");
  assert.match(seen, STOPPED);
  assert.match(seen, /550 no such &lt;b>user/);
  assert.doesNotMatch(await pageOf(editor, "/dashboard/team"), STOPPED);
  assert.match(await pageOf(editor, "/dashboard/account"), STOPPED);
  const resume = { action: "resume_mail", user_id: editor.user_id };
  const by = (member: Member) =>
    statusOf(post(server, "/dashboard/team", resume, member.cookie));
  assert.equal(await by(editor), 403);
  server.clock.advance(MINUTE);
  assert.equal(await by(owner), 303);
  assert.doesNotMatch(await pageOf(owner, "/dashboard/team"), STOPPED);
  const { items } = await owner.json("GET", "/audit-log");
  assert.equal(items[0].action, "user.mail_resumed");
  await forgotten(server, email);
  assert.deepEqual(await sentTo(), [email]);
});

Deno.test("stopped mail: only whoever reported spam can lift it; refusals at sending are shown too", async () => {
  await using opened = await open();
  const { server, owner, sentTo, tell } = opened;
  const viewer = await invite(server, owner, "viewer");
  const complaint = { RecordType: "SpamComplaint", Type: "SpamComplaint" };
  await tell(viewer.email, complaint);
  const resume = { action: "resume_mail", user_id: viewer.user_id };
  const by = (member: Member, path: string) =>
    statusOf(post(server, path, resume, member.cookie));
  server.clock.advance(MINUTE);
  assert.equal(await by(owner, "/dashboard/team"), 403);
  assert.equal(await by(viewer, "/dashboard/account"), 303);
  await sentTo();
  await forgotten(server, viewer.email);
  assert.deepEqual(await sentTo(), [viewer.email]);

  const guest = { email: GONE, role: "viewer" };
  await owner.json("POST", "/users/invite", guest, 201);
  assert.deepEqual(await sentTo(), []);
  const unreachable = /Mail to this address does not arrive/;
  assert.match(await pageOf(owner, "/dashboard/team"), unreachable);
  assert.doesNotMatch(await pageOf(viewer, "/dashboard/team"), unreachable);
});

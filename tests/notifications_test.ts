// Members' notifications by mail: the built app, and a real mail server.
import assert from "node:assert/strict";
import { DAY, HOUR, MINUTE } from "../lib/clock.ts";
import { sendNews } from "../lib/notifications/sending.ts";
import {
  ask,
  invite,
  type Member,
  PASSWORD,
  type Server,
  shareTwin,
  signUp,
  startServer,
  statusOf,
} from "./harness.ts";
import { type MailServer, startMailServer } from "./mail_server.ts";
import { countEntries } from "./stores.ts";

type Opened = AsyncDisposable & {
  server: Server;
  mail: MailServer;
  owner: Member;
  /** A visitor asks, and leaves an e-mail if one is given. */
  say(message: string, email?: string): Promise<string>;
  /** What two concurrent passes sent, by address: subject and text. */
  told(): Promise<{ to: string; subject: string; text: string }[]>;
};

async function open(): Promise<Opened> {
  await using stack = new AsyncDisposableStack();
  const mail = stack.use(
    await startMailServer({ disabledCommands: ["STARTTLS"] }),
  );
  const server = stack.use(
    await startServer({
      env: {
        TWINCAST_MAIL_URL: `smtp://127.0.0.1:${mail.port}`,
        TWINCAST_MAIL_FROM: "Twincast <hello@example.com>",
        TWINCAST_SECRET: "0123456789abcdef0123456789abcdef",
      },
    }),
  );
  const owner = await signUp(server);
  const { chat, token } = await shareTwin(owner);
  const kept = stack.move();
  return {
    ...{ server, mail, owner },
    async say(message, email) {
      const { body } = await ask(server, chat, { message });
      const { session_id } = body;
      if (email) {
        const leads = `/public/leads/${owner.twin_id}/${token}`;
        await ask(server, leads, { session_id, email });
      }
      return session_id;
    },
    async told() {
      await server.app.jobs.idle();
      const before = mail.letters.length;
      await Promise.all([sendNews(server.app), sendNews(server.app)]);
      await server.app.jobs.idle();
      return mail.letters.slice(before).map(({ to, subject, text }) => ({
        to: [to].flat()[0]?.text ?? "",
        subject: subject ?? "",
        text: text ?? "",
      }));
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

Deno.test("notifications: each kind as often as the member chose, once, and only what is new", async () => {
  await using opened = await open();
  const { server: { clock, app }, owner, say, told } = opened;
  assert.deepEqual(await owner.json("GET", "/me/notifications"), {
    unanswered: "daily",
    leads: "at_once",
    weak: "weekly",
  });
  assert.deepEqual(await told(), []);

  await say("Do you fly helicopters?", "guest@example.com");
  const [first, ...more] = await told();
  assert.deepEqual(more, []);
  assert.equal(first.to, owner.email);
  assert.match(first.subject, /^1 question without an answer, 1 e-mail left/);
  assert.match(first.text, /• Do you fly helicopters\?/);
  assert.match(first.text, /• guest@example\.com: Do you fly helicopters\?/);
  assert.deepEqual(await told(), []);

  // E-mails at once but ten minutes apart; questions the day after.
  clock.advance(MINUTE);
  await say("Do you steer submarines?", "second@example.com");
  assert.deepEqual(await told(), []);
  clock.advance(10 * MINUTE);
  const [second] = await told();
  assert.match(second.subject, /^1 e-mail left/);
  assert.doesNotMatch(second.text, /guest@|• Do you steer/);
  clock.advance(DAY);
  const [third] = await told();
  assert.match(third.text, /• Do you steer submarines\?/);
  assert.doesNotMatch(third.text, /helicopters/);

  // A member who was told everything leaves no entry.
  assert.deepEqual(await told(), []);
  assert.equal(await countEntries(app.kv, ["news"]), 0);
});

Deno.test("notifications: in the language of the member's last login", async () => {
  await using opened = await open();
  const { server, owner, say, told } = opened;
  const response = await server.fetch("/login", {
    method: "POST",
    redirect: "manual",
    headers: { "accept-language": "fr-CA, fr;q=0.9" },
    body: new URLSearchParams({ email: owner.email, password: PASSWORD }),
  });
  assert.equal(response.status, 303);
  await response.body?.cancel();
  await say("Do you fly helicopters?", "guest@example.com");
  const [letter] = await told();
  assert.match(letter.subject, /1 question sans réponse, 1 personne attend/);
  assert.match(letter.text, /n’a pas su répondre/);
  assert.match(letter.text, /Se désabonner de tous ces e-mails:\nhttp/);
});

Deno.test("notifications: never means never, turning on starts now, and a viewer is asked first", async () => {
  await using opened = await open();
  const { server, owner, say, told } = opened;
  const viewer = await invite(server, owner, "viewer");
  const never = { unanswered: "never", leads: "never", weak: "never" };
  assert.deepEqual(await viewer.json("GET", "/me/notifications"), never);
  await owner.json("PATCH", "/me/notifications", never);
  await say("Do you fly helicopters?", "guest@example.com");
  assert.deepEqual(await told(), []);

  server.clock.advance(HOUR);
  await viewer.json("PATCH", "/me/notifications", { unanswered: "at_once" });
  assert.deepEqual(await told(), []);
  server.clock.advance(MINUTE);
  await say("Do you steer submarines?");
  const [letter, ...more] = await told();
  assert.deepEqual(more, []);
  assert.equal(letter.to, viewer.email);
  assert.doesNotMatch(letter.text, /helicopters/);
  await owner.json("PATCH", "/me/notifications", { weak: "hourly" }, 422);

  // Former members are told nothing.
  server.clock.advance(HOUR);
  await say("Do you drive trains?");
  await owner.json("DELETE", `/users/${viewer.user_id}`, undefined, 204);
  assert.deepEqual(await told(), []);
});

Deno.test("notifications: one click ends them without signing in; opening the link does not", async () => {
  await using opened = await open();
  const { server, mail, owner, say, told } = opened;
  await say("Do you fly helicopters?\r\nBcc: all@example.com");
  await told();
  const [letter] = mail.letters;
  assert.doesNotMatch(letter.subject ?? "", /Bcc/);
  const header = (name: string) =>
    letter.headerLines.find(({ key }) => key === name)?.line ?? "";
  assert.match(header("list-unsubscribe-post"), /List-Unsubscribe=One-Click$/);
  const [, path = ""] = new RegExp(`<${server.base}(/\\S+)>`).exec(
    header("list-unsubscribe").replace(/\r\n\s+/g, ""),
  ) ?? [];
  const opened_link = await server.fetch(path);
  assert.equal(opened_link.status, 200);
  assert.match(await opened_link.text(), /Unsubscribe<\/button>/);
  const { unanswered } = await owner.json("GET", "/me/notifications");
  assert.equal(unanswered, "daily");

  const one_click = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
  const post = (path: string) =>
    statusOf(server.fetch(path, { method: "POST", body: one_click }));
  // Another member's link, derived from one's own.
  const forged = path.replace(
    /.(?=:[^:]+$)/,
    (sign) => sign === "A" ? "B" : "A",
  );
  assert.equal(await post(forged), 404);
  assert.equal(await post(path), 200);
  const after = await owner.json("GET", "/me/notifications");
  assert.deepEqual(after, {
    unanswered: "never",
    leads: "never",
    weak: "never",
  });
});

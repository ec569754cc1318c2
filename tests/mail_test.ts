// Mail as people receive it: the built app, and a real mail server.
import assert from "node:assert/strict";
import { MINUTE } from "../lib/clock.ts";
import {
  ask,
  PASSWORD,
  post,
  type Server,
  shareTwin,
  signUp,
  startServer,
} from "./harness.ts";
import { type MailServer, startMailServer } from "./mail_server.ts";

async function open(env: Record<string, string> = {}): Promise<
  AsyncDisposable & { server: Server; mail: MailServer }
> {
  const mail = await startMailServer({ disabledCommands: ["STARTTLS"] });
  const server = await startServer({
    env: {
      TWINCAST_MAIL_URL: `smtp://127.0.0.1:${mail.port}`,
      TWINCAST_MAIL_FROM: "Twincast <hello@example.com>",
      TWINCAST_SECRET: "0123456789abcdef0123456789abcdef",
      ...env,
    },
  });
  return {
    server,
    mail,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await mail[Symbol.asyncDispose]();
    },
  };
}

/** The link to this server in a letter. */
function linkIn({ letters }: MailServer, { base }: Server): string {
  const text = letters.at(-1)?.text ?? "";
  const [, path = ""] = new RegExp(`${base}(/\\S+)`).exec(text) ?? [];
  assert.ok(path, text);
  return path;
}

/** Everything in the store, as text. */
async function storeText({ app }: Server): Promise<string> {
  const entries = await Array.fromAsync(app.kv.list({ prefix: [] }));
  return entries.map(({ key, value }) => Deno.inspect([key, value])).join("\n");
}

Deno.test("mail: an invitation is mailed; until it is sent nothing readable of it is stored", async () => {
  await using opened = await open();
  const { server, mail } = opened;
  const owner = await signUp(server);
  const { invite_url } = await owner.json("POST", "/users/invite", {
    email: "bob@example.com",
    role: "editor",
  }, 201);
  const token = invite_url.split("/").at(-1);
  assert.ok(!(await storeText(server)).includes(token));
  await server.app.jobs.idle();
  assert.equal(mail.letters.length, 1);
  const [letter] = mail.letters;
  assert.match(letter.subject ?? "", /^Person \d+ invites you to /);
  assert.match(letter.text ?? "", /as an editor/);
  assert.equal(server.base + linkIn(mail, server), invite_url);
  const opening = await server.fetch(linkIn(mail, server));
  assert.equal(opening.status, 200);
  await opening.body?.cancel();
  const left = await Array.fromAsync(
    server.app.kv.list({ prefix: ["letters"] }),
  );
  assert.equal(left.length, 0, "a sent letter is not kept");
});

Deno.test("mail: an invitation is in the invitee's language, or in its sender's", async () => {
  await using opened = await open();
  const { server, mail } = opened;
  const owner = await signUp(server);
  const guest = await signUp(server);
  const logIn = async (email: string, languages: string) => {
    const response = await server.fetch("/login", {
      method: "POST",
      redirect: "manual",
      headers: { "accept-language": languages },
      body: new URLSearchParams({ email, password: PASSWORD }),
    });
    assert.equal(response.status, 303);
    await response.body?.cancel();
  };
  const invited = async (email: string) => {
    const input = { email, role: "viewer" };
    await owner.json("POST", "/users/invite", input, 201);
    await server.app.jobs.idle();
    const { subject, html, text } = mail.letters.at(-1) ?? {};
    const [, lang] = /<html lang="(\w+)">/.exec(String(html)) ?? [];
    return { subject: String(subject), lang, text: String(text) };
  };
  assert.equal((await invited("new@example.com")).lang, "en");
  await logIn(owner.email, "de-CH, en;q=0.5");
  const german = await invited("other@example.com");
  assert.equal(german.lang, "de");
  assert.match(german.subject, /lädt Sie zu .* ein/);
  await logIn(guest.email, "pt-BR");
  const own = await invited(guest.email);
  assert.equal(own.lang, "pt");
  assert.match(own.text, /Entrar na equipe:\nhttp/);
  // A browser language that letters do not have.
  await logIn(guest.email, "tlh");
  assert.equal((await invited(guest.email)).lang, "en");
});

Deno.test("mail: invitations flood nobody's inbox, and a team's are limited per day", async () => {
  await using opened = await open({
    TWINCAST_LIMIT_TEAM_MAIL: "4/86400s",
    TWINCAST_LIMIT_MAILED: "5/86400s",
  });
  const { server, mail } = opened;
  const owner = await signUp(server);
  const invite = (email: string, by = owner) =>
    by.send("POST", "/users/invite", { email, role: "viewer" });
  const statuses = async (calls: Promise<Response>[]) => {
    const all = await Promise.all(calls);
    for (const { body } of all) await body?.cancel();
    return all.map(({ status }) => status).toSorted();
  };
  const names = ["a", "b", "c", "d", "e", "f"];
  assert.deepEqual(
    await statuses(names.map((name) => invite(`${name}@example.com`))),
    [201, 201, 201, 201, 429, 429],
  );
  // One e-mail, invited by many teams.
  const found = await Promise.all(names.map(() => signUp(server)));
  assert.deepEqual(
    await statuses(found.map((other) => invite("victim@example.com", other))),
    [201, 201, 201, 201, 201, 429],
  );
  // A new link is a letter too.
  const pending = await owner.json("GET", "/users/invitations");
  const again = await owner.send(
    "POST",
    `/users/invitations/${pending.items[0].id}/resend`,
  );
  assert.equal(again.status, 429);
  assert.equal((await again.json()).policy, "team_mail");
  await server.app.jobs.idle();
  assert.equal(mail.letters.length, 9);
});

Deno.test("mail: a busy server is retried, and the letter arrives once", async () => {
  await using opened = await open();
  const { server, mail } = opened;
  const owner = await signUp(server);
  mail.refusals.push(451, 421);
  const invited = { email: "bob@example.com", role: "viewer" };
  await owner.json("POST", "/users/invite", invited, 201);
  await server.app.jobs.idle();
  assert.equal(mail.letters.length, 0);
  for (const minutes of [2, 6]) {
    server.clock.advance(minutes * MINUTE);
    await server.app.jobs.idle();
  }
  assert.equal(mail.letters.length, 1);
  server.clock.advance(600 * MINUTE);
  await server.app.jobs.idle();
  assert.equal(mail.letters.length, 1);
});

Deno.test("forgot: every e-mail gets the same answer; an account gets a link that sets a password once", async () => {
  await using opened = await open();
  const { server, mail } = opened;
  const { email } = await signUp(server);
  const ask = async (address: string) => {
    const response = await server.fetch("/forgot", {
      method: "POST",
      headers: { "accept-language": "fr-CH, en;q=0.8" },
      body: new URLSearchParams({ email: address }),
    });
    await response.body?.cancel();
    return [response.status, response.headers.get("location")];
  };
  assert.deepEqual(await ask("nobody@example.com"), [303, "/forgot?sent=yes"]);
  assert.deepEqual(await ask(email.toUpperCase()), [303, "/forgot?sent=yes"]);
  assert.ok(!(await storeText(server)).includes("nobody@example.com"));
  await server.app.jobs.idle();
  assert.deepEqual(
    mail.letters.map(({ to }) => [to].flat()[0]?.text),
    [email],
  );
  const { subject } = mail.letters[0];
  assert.equal(subject, "Choisir un nouveau mot de passe");
  const path = linkIn(mail, server);
  const set = () => post(server, path, { password: "four random words here" });
  const first = await set();
  assert.equal(first.headers.get("location"), "/login?reset=done");
  assert.equal((await set()).status, 410);
  const login = (password: string) =>
    post(server, "/login", { email, password });
  assert.equal((await login(PASSWORD)).status, 401);
  assert.equal((await login("four random words here")).status, 303);
});

Deno.test("forgot: a link expires after an hour, and nobody's inbox is flooded", async () => {
  await using opened = await open();
  const { server, mail } = opened;
  const { email } = await signUp(server);
  const limited = [];
  for (let n = 0; n < 7; n++) {
    const { status } = await post(server, "/forgot", { email });
    limited.push(status);
  }
  assert.deepEqual(limited, [303, 303, 303, 303, 303, 429, 429]);
  await server.app.jobs.idle();
  assert.equal(mail.letters.length, 5);
  server.clock.advance(61 * MINUTE);
  const late = await post(server, linkIn(mail, server), { password: PASSWORD });
  assert.equal(late.status, 410);
});

Deno.test("forgot: without mail the page names the other ways, and promises nothing", async () => {
  await using server = await startServer();
  const page = await (await server.fetch("/forgot")).text();
  assert.match(page, /This server sends no mail/);
  assert.match(page, /deno task reset-password/);
  const { status } = await post(server, "/forgot", { email: "a@example.com" });
  assert.equal(status, 409);
});

Deno.test("mail: a lead is sent the answer when its owner says so, once", async () => {
  await using opened = await open();
  const { server, mail } = opened;
  const owner = await signUp(server);
  const { twin_id } = owner;
  const { chat } = await shareTwin(owner);
  const leads = chat.replace("/chat/", "/leads/");
  for (
    const [email, language] of [
      ["vera@example.com", "fi, de-AT;q=0.8, en;q=0.5"],
      ["walt@example.com", "fi"],
    ]
  ) {
    const { body } = await ask(server, chat, {
      message: "Do you sell gift vouchers?",
    });
    const left = { session_id: body.session_id, email };
    await server.fetch(leads, {
      method: "POST",
      headers: {
        "accept-language": language,
        "content-type": "application/json",
      },
      body: JSON.stringify(left),
    }).then((response) => {
      assert.equal(response.status, 201);
      return response.body?.cancel();
    });
  }
  const { items } = await owner.json("GET", `/twins/${twin_id}/leads`);
  const answer = {
    question: "Do you sell gift vouchers?",
    answer: "Yes, from 20 €.\n\nWrite to me & <ask>.",
    lead_id: items[0].id,
  };
  await owner.json("POST", `/twins/${twin_id}/answers`, {
    ...answer,
    mail: true,
  }, 201);
  await server.app.jobs.idle();
  assert.deepEqual(
    mail.letters.map(({ to }) => [to].flat()[0]?.text).sort(),
    ["vera@example.com", "walt@example.com"],
  );
  // Each in the language the reader's browser asked for.
  assert.deepEqual(
    mail.letters.map(({ subject, html }) => [
      subject?.replace(/^.* (?=answers|beantwortet)/, ""),
      /<html lang="(\w+)"/.exec(String(html))?.[1],
    ]).sort(),
    [["answers your question", "en"], ["beantwortet Ihre Frage", "de"]],
  );
  const [{ text, html }] = mail.letters;
  assert.match(text ?? "", /Yes, from 20 €/);
  assert.match(String(html), /Write to me &amp; &lt;ask&gt;\./);
  // After another answer nobody is waiting any more.
  await owner.json("POST", `/twins/${twin_id}/answers`, {
    ...answer,
    mail: true,
  }, 201);
  await server.app.jobs.idle();
  assert.equal(mail.letters.length, 2);
});

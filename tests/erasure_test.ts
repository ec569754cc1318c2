// Somebody leaves a word of theirs in every field a visitor can fill, on every channel. Once they are erased, no key or
// value of the store contains it, no sealed letter, and no log line.
import assert from "node:assert/strict";
import { DAY, HOUR } from "../lib/clock.ts";
import { unseal } from "../lib/crypto/sealing.ts";
import { channelKinds } from "./channel_kinds.ts";
import {
  ask,
  makeKey,
  type Member,
  ROOMY,
  type Server,
  shareTwin,
  signUp,
  startServer,
} from "./harness.ts";
import { receiveHooks } from "./hook_receiver.ts";
import { sendNews } from "../lib/notifications/sending.ts";
import { startMailServer } from "./mail_server.ts";
import { servePlatforms } from "./platform_server.ts";
import { countEntries, entryText } from "./stores.ts";

const SECRET = "0123456789abcdef0123456789abcdef";
const EMAIL = "kestrel-mail@example.com";

/** The keys of entries that contain it, with sealed letters opened. */
async function placesOf({ app }: Server, word: RegExp): Promise<string[]> {
  const places: string[] = [];
  for await (const entry of app.kv.list<unknown>({ prefix: [] })) {
    const [noun, id] = entry.key;
    const letter = noun === "letters"
      ? unseal(SECRET, String(id), String(entry.value))
      : null;
    if (word.test(`${entryText(entry)} ${letter}`)) {
      places.push(entry.key.slice(0, noun === "expiries" ? 4 : 1).join(" "));
    }
  }
  return [...new Set(places)].toSorted();
}

async function open() {
  const receiver = receiveHooks();
  const mail = await startMailServer({
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _, callback) {
      callback(
        address === EMAIL
          ? Object.assign(new Error(`5.1.1 <${address}> does not exist`), {
            responseCode: 550,
          })
          : null,
      );
    },
  });
  const { kinds: [telegram], platform } = await channelKinds(servePlatforms);
  const server = await startServer({
    env: {
      ...ROOMY,
      TWINCAST_SECRET: SECRET,
      TWINCAST_LOCAL_HOSTS: receiver.host,
      TWINCAST_MAIL_URL: `smtp://127.0.0.1:${mail.port}`,
      TWINCAST_MAIL_FROM: "Twincast <hello@example.com>",
    },
    platforms: platform.platforms,
  });
  const owner = await signUp(server);
  const { chat, token } = await shareTwin(owner);
  const hook = await owner.json("POST", "/webhooks", {
    twin_id: owner.twin_id,
    url: receiver.url,
    events: ["message.created", "question.unanswered", "lead.created"],
  }, 201);
  receiver.secret = hook.secret;
  receiver.now = () => server.clock.now();
  // Such a server repeats what it receives.
  receiver.answer = ({ data }) => Response.json(data, { status: 400 });
  return {
    ...{ server, owner, chat, token, mail, telegram, platform, receiver },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      for (const one of [receiver, mail, platform]) {
        await one[Symbol.asyncDispose]();
      }
    },
  };
}

type World = Awaited<ReturnType<typeof open>>;

/** Says something with the word by the link, with every field a page may send. */
async function byLink(
  { server, owner, chat, token }: World,
  email = EMAIL,
) {
  const opened = await server.fetch(`/share/${owner.twin_id}/${token}`, {
    headers: {
      referer: "https://blog.example/kestrel-path?q=kestrel",
      "user-agent": "Mozilla/5.0 kestrel",
    },
  });
  await opened.body?.cancel();
  const { body } = await ask(server, chat, {
    message: "Do you fly kestrel helicopters?",
    client_message_id: "c0ffee00-0000-4000-8000-00000000cafe",
  }, { "accept-language": "kestrel", "user-agent": "Mozilla/5.0 kestrel" });
  const { session_id, message_id } = body;
  const place = `${owner.twin_id}/${token}`;
  const rated = await ask(server, `/public/ratings/${place}`, {
    ...{ session_id, message_id, rating: "down", comment: "A kestrel's word" },
  });
  assert.equal(rated.status, 200);
  const left = await ask(server, `/public/leads/${place}`, {
    ...{ session_id, email, message: "Call my kestrel" },
  }, { "idempotency-key": "kestrel-key" });
  assert.ok(left.status < 300, JSON.stringify(left.body));
  return { session_id, message_id };
}

/** … with a page's key that is refused, and with one that is allowed. */
async function byKey({ server, owner }: World) {
  const { key } = await makeKey(owner, {
    ...{ type: "publishable", allowed_domains: ["shop.example"] },
  });
  const headers = { authorization: `Bearer ${key}` };
  const path = `/chat-widget/${owner.twin_id}`;
  const message = { message: "Does a kestrel buy?" };
  const refused = await ask(server, path, message, {
    ...{ ...headers, origin: "https://evil.example" },
    referer: "https://evil.example/kestrel",
  });
  assert.equal(refused.status, 403);
  const { body } = await ask(server, path, message, {
    ...{ ...headers, origin: "https://shop.example" },
    accept: "application/json",
  });
  const { session_id } = body;
  const left = await ask(
    server,
    `${path}/leads`,
    { session_id, email: EMAIL },
    {
      ...{ ...headers, origin: "https://shop.example" },
    },
  );
  assert.ok(left.status < 300, JSON.stringify(left.body));
}

/** … by a channel, even after it can no longer be answered. */
async function byChannel({ server, owner, telegram, platform }: World) {
  const channel = await owner.json("POST", "/channels", {
    ...{ kind: "telegram", twin_id: owner.twin_id, name: "Tea" },
    ...telegram.given,
  }, 201);
  const say = async (id: number, text: string) => {
    const update = telegram.says({ id, text });
    Object.assign(update, { from_kestrel: true });
    const { body, headers } = await telegram.sign(update, server.clock.now());
    const answer = await server.fetch(`/hooks/telegram/${channel.id}`, {
      ...{ method: "POST", body },
      headers: { "content-type": "application/json", ...headers },
    });
    assert.equal(answer.status, 200);
    await answer.body?.cancel();
  };
  await say(1, "Do kestrel birds drink tea?");
  await server.app.jobs.idle();
  platform.answer = () =>
    Response.json(
      { ok: false, error_code: 400, description: "chat not found" },
      { status: 400 },
    );
  await say(2, "Another kestrel?");
  await server.app.jobs.idle();
}

function answerByMail(owner: Member, lead_id: string) {
  return owner.json("POST", `/twins/${owner.twin_id}/answers`, {
    ...{ lead_id, mail: true },
    ...{ question: "Do you fly?", answer: "I do not fly." },
  }, 201);
}

/** The owner's actions on it: reading, search, export, reply by mail, dismissal. */
async function handle({ server, owner }: World) {
  const twin = `/twins/${owner.twin_id}`;
  await owner.json("PATCH", "/me/notifications", { leads: "at_once" });
  await owner.json("GET", `${twin}/conversations?q=kestrel`);
  await owner.json("POST", "/visitors/export", { email: EMAIL });
  for (const what of ["conversations", "leads"]) {
    const file = await owner.send("GET", `${twin}/${what}/export`);
    assert.match(await file.text(), /kestrel/);
  }
  const { items: leads } = await owner.json("GET", `${twin}/leads`);
  await answerByMail(owner, leads[0].id);
  await server.app.jobs.idle();
  const { items: open } = await owner.json("GET", `${twin}/unanswered`);
  for (const { id } of open) {
    await owner.json("DELETE", `${twin}/unanswered/${id}`, undefined, 204);
  }
}

const WORD = /kestrel/i;

Deno.test("erasure: a word in every field a visitor can fill leaves nothing, in no key, value or log line", async () => {
  await using world = await open();
  const { server, owner } = world;
  await byLink(world);
  await byKey(world);
  await byChannel(world);
  await handle(world);
  await writeAll(server);
  const before = await placesOf(server, WORD);
  assert.deepEqual(before, [
    ...["answered_leads", "leads", "messages", "sessions"],
    "webhook_deliveries",
  ]);
  const by_email = { conversations: 2, messages: 2, leads: 2 };
  assert.deepEqual(await erase(owner, { email: EMAIL }), by_email);
  const path = `/twins/${owner.twin_id}/conversations`;
  const { items } = await owner.json("GET", path);
  for (const { id } of items) await erase(owner, { conversation_id: id });
  await writeAll(server);
  assert.deepEqual(await placesOf(server, WORD), []);
  assert.deepEqual(server.log.filter((line) => WORD.test(line)), []);
});

Deno.test("erasure: a letter waiting for the mail server is erased too, and not sent", async () => {
  await using world = await open();
  const { server, owner, mail } = world;
  const { session_id } = await byLink(world, "kestrel-other@example.com");
  // A provider that rate-limits for a while.
  mail.refusals.push(451);
  const { items: [lead] } = await owner.json(
    "GET",
    `/twins/${owner.twin_id}/leads`,
  );
  await answerByMail(owner, lead.id);
  await server.app.jobs.idle();
  assert.deepEqual((await placesOf(server, WORD)).includes("letters"), true);
  const ended = await server.fetch("/public/session", {
    method: "DELETE",
    headers: { "x-session-id": session_id },
  });
  assert.equal(ended.status, 204);
  assert.deepEqual(await placesOf(server, WORD), []);
  server.clock.advance(DAY);
  await server.app.jobs.idle();
  assert.deepEqual(mail.letters, []);
});

Deno.test("erasure: only the text of a waiting mail to members is erased; it still says how much is new", async () => {
  await using world = await open();
  const { server, owner, mail } = world;
  const choice = { unanswered: "at_once", leads: "at_once", weak: "at_once" };
  await owner.json("PATCH", "/me/notifications", choice);
  await byLink(world, "kestrel-other@example.com");
  await byLink(world, "kestrel-more@example.com");
  mail.refusals.push(451);
  await sendNews(server.app);
  await server.app.jobs.idle();
  assert.deepEqual(mail.letters, []);
  assert.ok((await placesOf(server, WORD)).includes("letters"));
  const path = `/twins/${owner.twin_id}/conversations`;
  const { items: [first, second] } = await owner.json("GET", path);
  await erase(owner, { conversation_id: first.id });
  // The other conversation's word is in its own entries only.
  assert.ok(!(await placesOf(server, WORD)).includes("letters"));
  assert.equal(await countEntries(server.app.kv, ["letters"]), 1);
  await erase(owner, { conversation_id: second.id });
  server.clock.advance(HOUR);
  await server.app.jobs.idle();
  assert.equal(mail.letters.length, 1);
  const { subject, text } = mail.letters[0];
  assert.match(`${subject}`, /2 e-mails left/);
  assert.doesNotMatch(`${subject} ${text}`, WORD);
});

/** Flushes gathered writes and runs what is due. */
async function writeAll({ app }: Server) {
  await app.jobs.idle();
  for (const one of [app.opens, app.key_uses, app.refusals]) await one.flush();
  await app.refusal_codes.flush();
}

async function erase(owner: Member, whom: object) {
  const { erased_at: _, ...erased } = await owner.json(
    "POST",
    "/visitors/erase",
    whom,
  );
  return erased;
}

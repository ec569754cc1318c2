// Telegram and WhatsApp as other libraries implement them, to find errors our own stand-ins share with our code.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { Bot, webhookCallback } from "grammy";
import { WhatsAppAPI } from "whatsapp-api-js";
import { Text } from "whatsapp-api-js/messages";
import { PLATFORMS } from "../lib/channels/platform.ts";
import { channelKinds, type Kind } from "./channel_kinds.ts";
import { ROOMY, shareTwin, signUp, startServer } from "./harness.ts";
import { servePlatforms } from "./platform_server.ts";

const QUESTION = "When do you drink oolong tea?";
const { kinds, platform } = await channelKinds(servePlatforms);

async function open(name: Kind["name"]) {
  const kind = kinds.find((one) => one.name === name);
  assert.ok(kind);
  const server = await startServer({
    env: { ...ROOMY, TWINCAST_SECRET: "0123456789abcdef0123456789abcdef" },
    platforms: platform.platforms,
  });
  const owner = await signUp(server);
  await shareTwin(owner);
  const { id } = await owner.json("POST", "/channels", {
    ...{ kind: name, twin_id: owner.twin_id, name: "Tea" },
    ...kind.given,
  }, 201);
  return {
    ...{ server, kind, path: `/hooks/${name}/${id}` },
    /** Whether a call is accepted. */
    async takes(body: BodyInit, headers: Record<string, string>) {
      const response = await server.fetch(`/hooks/${name}/${id}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body,
      });
      await response.body?.cancel();
      return response.ok;
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

Deno.test("other clients: grammY receives what we receive, authenticates Telegram by the same secret, and sends as we do", async () => {
  await using opened = await open("telegram");
  const { server, kind, takes } = opened;
  const set = platform.calls.findLast(({ path }) =>
    path.endsWith("/setWebhook")
  );
  assert.ok(set);
  const { secret_token, url, ...settings } = set.body;
  const bot = new Bot(kind.given.bot_token, {
    client: { apiRoot: platform.platforms.telegram },
  });
  const heard: string[] = [];
  bot.on("message:text", ({ msg }) => void heard.push(msg.text));
  await bot.init();
  const theirs = webhookCallback(bot, "std/http", {
    secretToken: secret_token,
  });
  const body = JSON.stringify(kind.says({ id: 1, text: QUESTION }));
  for (const sent of [secret_token, `${secret_token}0`, "", null]) {
    const headers: Record<string, string> = sent === null
      ? {}
      : { "x-telegram-bot-api-secret-token": sent };
    const request = new Request(url, { method: "POST", headers, body });
    assert.equal((await theirs(request)).ok, sent === secret_token);
    assert.equal(await takes(body, headers), sent === secret_token);
  }
  assert.deepEqual(heard, [QUESTION]);
  await server.app.jobs.idle();
  const [answer] = platform.messages();
  const { chat_id, text, ...rest } = answer.body;
  await bot.api.sendMessage(chat_id, text, rest);
  assert.deepEqual(platform.calls.at(-1), answer);
  await bot.api.setWebhook(url, { secret_token, ...settings });
  assert.deepEqual(platform.calls.at(-1), set);
});

Deno.test("other clients: whatsapp-api-js accepts the calls we accept, and writes as we do, also to people without a number", async () => {
  await using opened = await open("whatsapp");
  const { server, kind, takes, path } = opened;
  const { access_token, app_secret, verify_token } = kind.given;
  const theirs = new WhatsAppAPI({
    ...{ token: access_token, appSecret: app_secret, v: "v25.0" },
    webhookVerifyToken: verify_token,
    ponyfill: {
      fetch: (url: unknown, init?: RequestInit) =>
        fetch(
          String(url).replace(PLATFORMS.whatsapp, platform.platforms.whatsapp),
          init,
        ),
    },
  });
  const heard: string[] = [];
  theirs.on.message = ({ message }) => {
    if (message.type === "text") heard.push(message.text.body);
  };
  const signed = (text: string) =>
    `sha256=${createHmac("sha256", app_secret).update(text).digest("hex")}`;
  const says = (id: number, text: string) =>
    JSON.stringify(kind.says({ id, text }));
  const escaped = (text: string) =>
    text.replace("é", "\\u00e9").replace("🫖", "\\ud83e\\uded6");
  const thé = says(2, "Le thé 🫖?");
  const calls: [is_good: boolean, body: string, signature: string][] = [
    [true, says(1, QUESTION), signed(says(1, QUESTION))],
    [true, escaped(thé), signed(escaped(thé))],
    // The escaped form is signed, however it is sent.
    [true, thé, signed(escaped(thé))],
    [false, thé, signed(says(2, "Le café?"))],
    [false, thé, "sha256="],
  ];
  for (const [is_good, body, signature] of calls) {
    const hears = theirs.post(JSON.parse(body), body, signature)
      .then(() => true, () => false);
    assert.equal(await hears, is_good, body);
    const headers = { "x-hub-signature-256": signature };
    assert.equal(await takes(body, headers), is_good, body);
  }
  assert.deepEqual(heard, [QUESTION, "Le thé 🫖?", "Le thé 🫖?"]);
  const handshake = {
    "hub.mode": "subscribe" as const,
    "hub.verify_token": verify_token,
    "hub.challenge": "4711",
  };
  const shaken = await server.fetch(
    `${path}?${new URLSearchParams(handshake)}`,
  );
  assert.equal(await shaken.text(), theirs.get(handshake));

  const nameless = says(3, QUESTION).replace(
    `"from":"4930"`,
    `"from_user_id":"DE.4711"`,
  );
  const headers = { "x-hub-signature-256": signed(nameless) };
  assert.ok(await takes(nameless, headers));
  await server.app.jobs.idle();
  for (const id of ["4930", "DE.4711"]) {
    const answer = platform.messages().findLast(({ body }) =>
      [body.to, body.recipient].includes(id)
    );
    assert.ok(answer, "nobody answered");
    const { text, context } = answer.body;
    assert.equal(text.preview_url, false);
    delete text.preview_url;
    const said = [new Text(text.body), context.message_id] as const;
    if (id === "4930") await theirs.sendMessage("12345", id, ...said);
    else await theirs.sendMessage("12345", { bsuid: id }, ...said);
    assert.deepEqual(platform.calls.at(-1), answer);
  }
});

// Slack and Resend as rebuilt by another project, to find errors our own stand-ins share with our code.
import assert from "node:assert/strict";
import { createEmulator } from "emulate";
import { readMail } from "../lib/config/mail.ts";
import { layOut } from "../lib/mail/letter.ts";
import { send } from "../lib/mail/transport.ts";
import { channelKinds } from "./channel_kinds.ts";
import { ROOMY, shareTwin, signUp, startServer } from "./harness.ts";
import { servePlatforms } from "./platform_server.ts";

const SECRET = "0123456789abcdef0123456789abcdef";

Deno.test("emulated: another implementation of Slack recognises the bot and accepts its answer, in the question's thread", async () => {
  const { kinds, platform } = await channelKinds(servePlatforms);
  await using _ = platform;
  const [, slack] = kinds;
  const { bot_token } = slack.given;
  const emulator = await createEmulator({
    service: "slack",
    port: 0,
    seed: {
      slack: {
        users: [{ name: "tea" }],
        tokens: [{ token: bot_token, user: "tea" }],
        channels: [{ name: "clay" }],
      },
    },
  });
  const ask = async (method: string, body: object) => {
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${bot_token}`,
        "content-type": "application/json",
      },
      body: JSON.stringify(body),
    });
    return await response.json();
  };
  try {
    const { channels } = await ask("conversations.list", {});
    const [{ id: place }] = channels.filter(
      ({ name }: { name: string }) => name === "clay",
    );
    await ask("conversations.join", { channel: place });
    const question = await ask("chat.postMessage", {
      ...{ channel: place, text: "When do you drink oolong tea?" },
    });
    await using server = await startServer({
      env: { ...ROOMY, TWINCAST_SECRET: SECRET },
      platforms: { ...platform.platforms, slack: `${emulator.url}/api` },
    });
    const owner = await signUp(server);
    await shareTwin(owner);
    const channel = await owner.json("POST", "/channels", {
      ...{ kind: "slack", twin_id: owner.twin_id, name: "Tea" },
      ...slack.given,
    }, 201);
    const { user_id } = await ask("auth.test", {});
    const event = {
      ...{ type: "event_callback", event_id: "Ev1" },
      event: {
        ...{ type: "app_mention", user: "U000000001", channel: place },
        ...{ text: `<@${user_id}> When do you drink oolong tea?` },
        ts: question.ts,
      },
    };
    const call = await slack.sign(event, server.clock.now());
    const { status } = await server.fetch(`/hooks/slack/${channel.id}`, {
      method: "POST",
      headers: call.headers,
      body: call.body,
    });
    assert.equal(status, 200);
    await server.app.jobs.idle();
    const { messages } = await ask("conversations.replies", {
      ...{ channel: place, ts: question.ts },
    });
    const answers = messages.filter(
      ({ thread_ts, ts }: { thread_ts?: string; ts: string }) =>
        thread_ts === question.ts && ts !== question.ts,
    );
    assert.equal(answers.length, 1);
    assert.match(answers[0].text, /every morning at seven/);
    const [{ last_error }] = (await owner.json("GET", "/channels")).items;
    assert.equal(last_error, null);
  } finally {
    await emulator.close();
  }
});

Deno.test("emulated: another implementation of Resend accepts a letter, once per id", async () => {
  const emulator = await createEmulator({
    service: "resend",
    port: 0,
  });
  try {
    const { host } = new URL(emulator.url);
    const config = readMail({
      TWINCAST_MAIL_URL: `resend://re_KEY@${
        host.replace("localhost", "127.0.0.1")
      }`,
      TWINCAST_MAIL_FROM: "Twincast <hello@example.com>",
      TWINCAST_SECRET: SECRET,
    });
    assert.ok(config);
    const letter = layOut({
      ...{ to: "mira@example.com", subject: "Ünder 🫖", lines: ["Tea & <b>"] },
      why: "Because.",
    });
    const { signal } = new AbortController();
    await send(config, letter, "ltr_1", signal);
    await send(config, letter, "ltr_1", signal);
    await send(config, letter, "ltr_2", signal);
    const response = await fetch(`${emulator.url}/emails`, {
      headers: { authorization: "Bearer re_KEY" },
    });
    const { data } = await response.json();
    assert.equal(data.length, 2);
    assert.equal(data[0].subject, "Ünder 🫖");
    assert.deepEqual(data[0].to, ["mira@example.com"]);
  } finally {
    await emulator.close();
  }
});

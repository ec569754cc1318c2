import assert from "node:assert/strict";
import { Webhook } from "standardwebhooks";
import { DAY, MINUTE } from "../clock.ts";
import { readMail } from "../config/mail.ts";
import type { Context } from "../context.ts";
import { isAppError } from "../errors.ts";
import { type ProviderCall, receiveMailEvent } from "./events.ts";
import { getMailStops, resumeMailTo, stopMail } from "./stops.ts";

const WHSEC = `whsec_${btoa("a secret of twenty-four b")}`;
const PASSWORD = "a-password-of-postmark";
const NOW = Date.parse("2026-11-26T12:00:00Z");
const FROM = "Twincast <Hello@example.com>";

async function open(url: string, events_secret: string | undefined) {
  const kv = await Deno.openKv(":memory:");
  const mail = readMail({
    TWINCAST_MAIL_URL: url,
    TWINCAST_MAIL_FROM: FROM,
    TWINCAST_SECRET: "0123456789abcdef0123456789abcdef",
    ...events_secret && { TWINCAST_MAIL_EVENTS_SECRET: events_secret },
  });
  const app = { kv, config: { mail }, clock: { now: () => NOW } } as Context;
  return {
    app,
    stops: (email: string) =>
      getMailStops(app, [email]).then((stops) => stops.get(email) ?? null),
    [Symbol.dispose]: () => kv.close(),
  };
}

function bounced(to: string, more: object = {}) {
  return {
    type: "email.bounced",
    created_at: "2026-11-26T11:59:00.000Z",
    data: {
      email_id: "56761188-7520-42d8-8898-ff6fc54ce618",
      from: FROM,
      to: [to],
      subject: "You are invited",
      bounce: {
        type: "Permanent",
        subType: "General",
        message: "550 5.1.1\r\nno such user",
      },
      ...more,
    },
  };
}

/** As Svix sends it, signed by another library. */
function svix(event: unknown, { secret = WHSEC, at = NOW } = {}): ProviderCall {
  const body = typeof event === "string" ? event : JSON.stringify(event);
  const signature = new Webhook(secret).sign("msg_1", new Date(at), body);
  const headers: Record<string, string> = {
    "svix-id": "msg_1",
    "svix-timestamp": String(Math.floor(at / 1000)),
    "svix-signature": `v1,${btoa("of another secret")} ${signature}`,
  };
  return {
    header: (name) => headers[name] ?? null,
    body: new TextEncoder().encode(body),
  };
}

function postmark(event: object, password = PASSWORD): ProviderCall {
  const authorization = `Basic ${btoa(`twincast:${password}`)}`;
  return {
    header: (name) => name === "authorization" ? authorization : null,
    body: new TextEncoder().encode(JSON.stringify(event)),
  };
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(() => null, (error) => error);
  return isAppError(error) ? error.code : String(error);
}

Deno.test("receiveMailEvent: Resend's bounces and complaints stop an address, other events do not", async () => {
  using world = await open("resend://re_KEY", WHSEC);
  const { app, stops } = world;
  const take = (event: unknown) => receiveMailEvent(app, svix(event));
  await take(bounced("Ada <Ada@Example.com>"));
  assert.deepEqual(await stops("ada@example.com"), {
    reason: "bounce",
    at: "2026-11-26T11:59:00.000Z",
    said: "550 5.1.1 no such user",
  });
  await take({ ...bounced("bob@example.com"), type: "email.complained" });
  assert.equal((await stops("bob@example.com"))?.reason, "complaint");
  const none = "none@example.com";
  const transient = { bounce: { type: "Transient", message: "full" } };
  for (
    const event of [
      bounced(none, transient),
      bounced(none, { from: "Shop <shop@example.com>" }),
      bounced(none, { to: Array(51).fill(none) }),
      { ...bounced(none), type: "email.delivered" },
      { ...bounced(none), created_at: "yesterday" },
      { type: "contact.created", data: { email: none } },
      [],
      null,
    ]
  ) await take(event);
  await take(bounced(`x@${"long".repeat(100)}.example`));
  assert.equal(await stops(none), null);
  const all = await Array.fromAsync(app.kv.list({ prefix: ["mail_stops"] }));
  assert.equal(all.length, 2);
});

Deno.test("receiveMailEvent: accepts only what Resend signed, unchanged and recently", async () => {
  using world = await open("resend://re_KEY", WHSEC);
  const { app, stops } = world;
  const event = bounced("ada@example.com");
  const good = svix(event);
  const other = `whsec_${btoa("another secret of its own")}`;
  for (
    const call of [
      svix(event, { secret: other }),
      svix(event, { at: NOW - 6 * MINUTE }),
      svix(event, { at: NOW + 6 * MINUTE }),
      { ...good, body: new TextEncoder().encode(JSON.stringify([event])) },
      { ...good, header: () => null },
      {
        ...good,
        header: (name: string) =>
          name === "svix-id" ? "msg_2" : good.header(name),
      },
    ]
  ) {
    assert.equal(await codeOf(receiveMailEvent(app, call)), "unauthorized");
  }
  assert.equal(await stops("ada@example.com"), null);
  assert.equal(await codeOf(receiveMailEvent(app, svix("{"))), "bad_request");
  await receiveMailEvent(app, svix(event, { at: NOW - 4 * MINUTE }));
  assert.ok(await stops("ada@example.com"));
});

Deno.test("receiveMailEvent: Postmark authenticates by password, and stops addresses it has deactivated", async () => {
  using world = await open("postmark://TOKEN", PASSWORD);
  const { app, stops } = world;
  const event = (Email: string, more: object = {}) => ({
    RecordType: "Bounce",
    Type: "HardBounce",
    TypeCode: 1,
    Email,
    From: "hello@example.com",
    BouncedAt: "2026-11-26T06:59:00.0000000-05:00",
    Details: "smtp;550 no such user",
    Inactive: true,
    ...more,
  });
  await receiveMailEvent(app, postmark(event("ada@example.com")));
  assert.deepEqual(await stops("ada@example.com"), {
    reason: "bounce",
    at: "2026-11-26T11:59:00.000Z",
    said: "smtp;550 no such user",
  });
  const complaint = { RecordType: "SpamComplaint", Type: "SpamComplaint" };
  await receiveMailEvent(app, postmark(event("bob@example.com", complaint)));
  assert.equal((await stops("bob@example.com"))?.reason, "complaint");
  const soft = { Type: "SoftBounce", Inactive: false };
  await receiveMailEvent(app, postmark(event("cy@example.com", soft)));
  assert.equal(await stops("cy@example.com"), null);
  for (const wrong of ["", "a-password-of-postmarc", `${PASSWORD}x`]) {
    const call = postmark(event("cy@example.com"), wrong);
    assert.equal(await codeOf(receiveMailEvent(app, call)), "unauthorized");
  }
  assert.equal(await stops("cy@example.com"), null);
});

Deno.test("receiveMailEvent: without a secret nobody is trusted", async () => {
  const calls = {
    "resend://re_KEY": svix(bounced("ada@example.com")),
    "postmark://TOKEN": postmark({}, ""),
    "smtp://localhost": postmark({}, ""),
  };
  for (const [url, call] of Object.entries(calls)) {
    using world = await open(url, undefined);
    const { app } = world;
    assert.equal(await codeOf(receiveMailEvent(app, call)), "unauthorized");
  }
});

Deno.test("stopMail: concurrent reports count once; reports older than the removal from the list do not count", async () => {
  using world = await open("resend://re_KEY", WHSEC);
  const { app, stops } = world;
  const email = "ada@example.com";
  const bounce = {
    reason: "bounce",
    at: new Date(NOW - DAY).toISOString(),
    said: "",
  } as const;
  const complaint = { ...bounce, reason: "complaint" } as const;
  await Promise.all(
    [complaint, bounce, complaint, bounce].map((stop) =>
      stopMail(app, email, stop)
    ),
  );
  assert.equal((await stops(email))?.reason, "complaint");
  await stopMail(app, email, bounce);
  assert.equal((await stops(email))?.reason, "complaint");
  const op = app.kv.atomic();
  assert.equal((await resumeMailTo(app, op, email))?.reason, "complaint");
  await op.commit();
  assert.equal(await stops(email), null);
  // The provider repeats it, since its first call got no answer.
  await stopMail(app, email, complaint);
  assert.equal(await stops(email), null);
  const again = new Date(NOW + DAY).toISOString();
  await stopMail(app, email, { ...bounce, at: again });
  assert.equal((await stops(email))?.reason, "bounce");
});

import assert from "node:assert/strict";
import { startMailServer } from "../../tests/mail_server.ts";
import { readMail } from "../config/mail.ts";
import { layOut } from "./letter.ts";
import { AddressRefused, LetterRefused } from "./refused.ts";
import { send } from "./transport.ts";

const FROM = "Twincast <hello@example.com>";
const never = new AbortController().signal;

function configOf(url: string) {
  const config = readMail({
    TWINCAST_MAIL_URL: url,
    TWINCAST_MAIL_FROM: FROM,
    TWINCAST_SECRET: "0123456789abcdef0123456789abcdef",
  });
  assert.ok(config);
  return config;
}

const HOSTILE = layOut({
  to: "ada@example.com",
  subject: "Grüße 🌿\r\nBcc: eve@example.com\u2028X: y",
  lines: ["Hello <b>Ada</b>\r\n.\r\nMAIL FROM:<eve@example.com>", "שלום"],
  button: { label: `"><script>`, url: `https://example.com/?a="&b=<c>` },
  why: "Because.",
});

for (
  const [name, scheme, query, options] of [
    ["plain SMTP", "smtp", "", { disabledCommands: ["STARTTLS"] }],
    ["STARTTLS", "smtp", "?tls.rejectUnauthorized=false", {}],
    ["TLS", "smtps", "?tls.rejectUnauthorized=false", { secure: true }],
  ] as const
) {
  Deno.test(`mail: ${name}: a letter arrives unchanged, and nothing in it adds a header or a recipient`, async () => {
    await using server = await startMailServer({
      ...options,
      disabledCommands: [
        ...("disabledCommands" in options ? options.disabledCommands : []),
      ],
      onAuth: ({ username, password }, _, done) =>
        username === "me" && password === "p@ss"
          ? done(null, { user: "me" })
          : done(new Error("no")),
    });
    const config = configOf(
      `${scheme}://me:p%40ss@127.0.0.1:${server.port}${query}`,
    );
    await send(config, HOSTILE, "ltr_1", never);
    const [letter] = server.letters;
    assert.equal(server.letters.length, 1);
    assert.equal(letter.subject, "Grüße 🌿 Bcc: eve@example.com X: y");
    assert.equal(letter.headers.has("bcc"), false);
    assert.equal(letter.headers.has("x"), false);
    assert.deepEqual(
      [letter.to].flat().map((to) => to?.text),
      ["ada@example.com"],
    );
    assert.equal(letter.from?.text, FROM.replace(/^(.*) </, '"$1" <'));
    assert.equal(letter.messageId, "<ltr_1@example.com>");
    assert.match(letter.text ?? "", /^Hello <b>Ada<\/b>/);
    const html = String(letter.html);
    assert.match(html, /Hello &lt;b&gt;Ada&lt;\/b&gt;/);
    assert.doesNotMatch(html, /<script|<img|<b>/);
  });
}

Deno.test("mail: a permanent refusal is not retried, anything else may be", async () => {
  await using server = await startMailServer({
    onAuth: (_, __, done) => done(new Error("no")),
    authOptional: true,
  });
  const url = `127.0.0.1:${server.port}?tls.rejectUnauthorized=false`;
  const refusing = configOf(`smtp://${url}`);
  server.refusals.push(550, 451);
  await assert.rejects(send(refusing, HOSTILE, "ltr_1", never), LetterRefused);
  const later = await send(refusing, HOSTILE, "ltr_1", never).catch((e) => e);
  assert.ok(later instanceof Error && !(later instanceof LetterRefused));
  // A wrong password may be corrected.
  const wrong = await send(configOf(`smtp://me:no@${url}`), HOSTILE, "l", never)
    .catch((error) => error);
  assert.ok(wrong instanceof Error && !(wrong instanceof LetterRefused));
  assert.equal(server.letters.length, 0);
});

Deno.test("mail: a refused address is distinguished from a refused letter", async () => {
  const replies = [
    "550 5.1.1 No such user",
    "550 5.7.1 We do not like you",
    "550 No",
  ];
  await using server = await startMailServer({
    disabledCommands: ["STARTTLS"],
    onRcptTo(_, __, done) {
      const text = replies.shift() ?? "";
      const responseCode = Number(text.slice(0, 3));
      done(Object.assign(new Error(text.slice(4)), { responseCode }));
    },
  });
  const config = configOf(`smtp://127.0.0.1:${server.port}`);
  const is_address = [];
  for (let n = 0; n < 3; n++) {
    const error = await send(config, HOSTILE, "l", never).catch((e) => e);
    assert.ok(error instanceof LetterRefused);
    is_address.push(error instanceof AddressRefused);
  }
  assert.deepEqual(is_address, [true, false, false]);

  const codes = [406, 300];
  await using postmark = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    () => Response.json({ ErrorCode: codes.shift() }, { status: 422 }),
  );
  const at = configOf(`postmark://TOKEN@127.0.0.1:${postmark.addr.port}`);
  const inactive = await send(at, HOSTILE, "l", never).catch((e) => e);
  assert.ok(inactive instanceof AddressRefused);
  const other = await send(at, HOSTILE, "l", never).catch((e) => e);
  assert.ok(other instanceof LetterRefused);
  assert.ok(!(other instanceof AddressRefused));
});

Deno.test("mail: Resend and Postmark get their own format, and their answers decide about a retry", async () => {
  const calls: { path: string; headers: Headers; body: unknown }[] = [];
  const answers = [200, 422, 429, 500, 401];
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (req) => {
      const path = new URL(req.url).pathname;
      calls.push({ path, headers: req.headers, body: await req.json() });
      return Response.json({}, { status: answers[calls.length - 1] ?? 200 });
    },
  );
  const at = `127.0.0.1:${server.addr.port}`;
  const resend = configOf(`resend://re_KEY@${at}`);
  await send(resend, HOSTILE, "ltr_1", never);
  const { to, subject, text, html } = HOSTILE;
  assert.equal(calls[0].path, "/emails");
  assert.equal(calls[0].headers.get("authorization"), "Bearer re_KEY");
  assert.equal(calls[0].headers.get("idempotency-key"), "ltr_1");
  assert.deepEqual(calls[0].body, {
    from: FROM,
    to: [to],
    subject,
    text,
    html,
  });
  const outcomes = [];
  for (let n = 1; n < answers.length; n++) {
    const error = await send(resend, HOSTILE, "ltr_1", never).catch((e) => e);
    outcomes.push(error instanceof LetterRefused);
    assert.ok(!error.message.includes("re_KEY"));
  }
  assert.deepEqual(outcomes, [true, false, false, false]);
  await send(configOf(`postmark://TOKEN@${at}`), HOSTILE, "ltr_1", never);
  const { path, headers, body } = calls[answers.length];
  assert.equal(path, "/email");
  assert.equal(headers.get("x-postmark-server-token"), "TOKEN");
  assert.deepEqual(body, {
    From: FROM,
    To: to,
    Subject: subject,
    TextBody: text,
    HtmlBody: html,
    MessageStream: "outbound",
  });
});

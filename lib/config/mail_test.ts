import assert from "node:assert/strict";
import { readMail } from "./mail.ts";
import { ConfigError } from "../errors.ts";

const SECRET = "0123456789abcdef0123456789abcdef";
const FROM = "hello@example.com";

Deno.test("readMail: each provider by its URL; none when unset", () => {
  const of = (TWINCAST_MAIL_URL: string) =>
    readMail({
      TWINCAST_MAIL_URL,
      TWINCAST_MAIL_FROM: FROM,
      TWINCAST_SECRET: SECRET,
    });
  assert.equal(of(""), null);
  const smtps = "smtps://me:pass@mail.example.com:465";
  assert.deepEqual(of(smtps), { kind: "smtp", url: smtps, from: FROM });
  assert.deepEqual(of("resend://re_Key_1"), {
    kind: "resend",
    token: "re_Key_1",
    origin: "https://api.resend.com",
    from: FROM,
  });
  assert.deepEqual(of("postmark://abc@relay.example.com"), {
    kind: "postmark",
    token: "abc",
    origin: "https://relay.example.com",
    from: FROM,
  });
});

Deno.test("readMail: errors show no secret", () => {
  const good = {
    TWINCAST_MAIL_URL: "resend://re_KEY",
    TWINCAST_MAIL_FROM: FROM,
    TWINCAST_SECRET: SECRET,
  };
  for (
    const [wrong, name] of [
      [{ TWINCAST_MAIL_URL: "sendgrid://re_KEY" }, /TWINCAST_MAIL_URL/],
      [{ TWINCAST_MAIL_FROM: "" }, /TWINCAST_MAIL_FROM/],
      [{ TWINCAST_MAIL_FROM: "a@b\r\nBcc: c@d" }, /TWINCAST_MAIL_FROM/],
      [{ TWINCAST_MAIL_FROM: "nobody" }, /TWINCAST_MAIL_FROM/],
      [{ TWINCAST_SECRET: "" }, /TWINCAST_SECRET/],
      [{ TWINCAST_MAIL_EVENTS_SECRET: "re_KEY" }, /begins with whsec_/],
      [{
        TWINCAST_MAIL_URL: "postmark://re_KEY",
        TWINCAST_MAIL_EVENTS_SECRET: "re_KEY",
      }, /at least 16/],
      [{
        TWINCAST_MAIL_URL: "smtp://localhost",
        TWINCAST_MAIL_EVENTS_SECRET: "re_KEY",
      }, /TWINCAST_MAIL_URL is SMTP/],
    ] as const
  ) {
    assert.throws(() => readMail({ ...good, ...wrong }), (error) => {
      assert.ok(error instanceof ConfigError);
      assert.match(error.message, name);
      return !error.message.includes("re_KEY");
    });
  }
});

import assert from "node:assert/strict";
import { Webhook } from "standardwebhooks";
import { signed } from "./signature.ts";

Deno.test("signed: the Standard Webhooks library accepts it, and rejects any change", () => {
  const secret = `whsec_${
    crypto.getRandomValues(new Uint8Array(32)).toBase64()
  }`;
  const body = '{"type":"test"}';
  const headers = signed([secret], "dlv_1", body, Date.now());
  const webhook = new Webhook(secret);
  assert.deepEqual(webhook.verify(body, headers), { type: "test" });
  assert.throws(() => webhook.verify(`${body} `, headers));
  assert.throws(() => webhook.verify(body, { ...headers, "webhook-id": "x" }));
  const late = signed([secret], "dlv_1", body, Date.now() - 600_000);
  assert.throws(() => webhook.verify(body, late));
});

Deno.test("signed: with two secrets, either verifies it", () => {
  const [fresh, old, foreign] = [1, 2, 3].map((n) =>
    `whsec_${new Uint8Array(32).fill(n).toBase64()}`
  );
  const headers = signed([fresh, old], "dlv_1", "{}", Date.now());
  assert.deepEqual(new Webhook(fresh).verify("{}", headers), {});
  assert.deepEqual(new Webhook(old).verify("{}", headers), {});
  assert.throws(() => new Webhook(foreign).verify("{}", headers));
});

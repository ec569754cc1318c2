import assert from "node:assert/strict";
import { Webhook } from "standardwebhooks";
import { signed } from "./signature.ts";

Deno.test("signed: the library of Standard Webhooks takes it, and takes nothing that was changed", () => {
  const secret = `whsec_${
    crypto.getRandomValues(new Uint8Array(32)).toBase64()
  }`;
  const body = '{"type":"test"}';
  const headers = signed(secret, "dlv_1", body, Date.now());
  const webhook = new Webhook(secret);
  assert.deepEqual(webhook.verify(body, headers), { type: "test" });
  assert.throws(() => webhook.verify(`${body} `, headers));
  assert.throws(() => webhook.verify(body, { ...headers, "webhook-id": "x" }));
  const old = signed(secret, "dlv_1", body, Date.now() - 600_000);
  assert.throws(() => webhook.verify(body, old));
});

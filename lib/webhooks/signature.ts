import { Webhook as Signer } from "standardwebhooks";

/** The headers of Standard Webhooks 1.0.0: one signature per secret, of which one has to match. */
export function signed(
  secrets: [string, ...string[]],
  id: string,
  body: string,
  at_ms: number,
): Record<string, string> {
  const at = new Date(at_ms);
  return {
    "webhook-id": id,
    "webhook-timestamp": `${Math.floor(at_ms / 1000)}`,
    "webhook-signature": secrets
      .map((secret) => new Signer(secret).sign(id, at, body)).join(" "),
  };
}

import assert from "node:assert/strict";
import { Webhook } from "standardwebhooks";

type Received = {
  id: string;
  type: string;
  data: Record<string, unknown>;
  /** The index of the secret that signed it. */
  signed_by: string[];
};

export type Receiver = AsyncDisposable & {
  url: string;
  host: string;
  /** Correctly signed calls, in order of arrival. */
  received: Received[];
  /** The secret to verify with, once known. */
  secret: string;
  /** A second secret that may sign calls. */
  older: string[];
  /** The sender's time. */
  now: () => number;
  /** Answers a call; 204 by default. */
  answer: (event: Received) => Response | Promise<Response>;
};

/** A server that receives webhooks and verifies each with the Standard Webhooks library, at a time the test sets. */
export function receiveHooks(): Receiver {
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    async (request) => {
      const body = await request.text();
      const headers = Object.fromEntries(request.headers);
      const id = headers["webhook-id"];
      const at = new Date(1000 * Number(headers["webhook-timestamp"]));
      const signatures = headers["webhook-signature"].split(" ");
      const signed_by = [receiver.secret, ...receiver.older].filter((secret) =>
        signatures.includes(new Webhook(secret).sign(id, at, body))
      );
      assert.equal(signed_by[0], receiver.secret);
      assert.equal(signed_by.length, signatures.length);
      const age_ms = receiver.now() - at.getTime();
      assert.ok(age_ms >= 0 && age_ms < 5_000, `${age_ms} ms old`);
      const event: Received = { ...JSON.parse(body), id, signed_by };
      receiver.received.push(event);
      return await receiver.answer(event);
    },
  );
  const host = `localhost:${server.addr.port}`;
  const receiver: Receiver = {
    ...{
      host,
      url: `http://${host}/hook`,
      received: [],
      secret: "",
      older: [],
      now: Date.now,
    },
    answer: () => new Response(null, { status: 204 }),
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
  return receiver;
}

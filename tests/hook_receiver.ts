import assert from "node:assert/strict";
import { Webhook } from "standardwebhooks";

type Received = {
  id: string;
  type: string;
  data: Record<string, unknown>;
  /** By which of the secrets that it may be signed with it is. */
  signed_by: string[];
};

export type Receiver = AsyncDisposable & {
  url: string;
  host: string;
  /** What came with a right signature, in the order in which it came. */
  received: Received[];
  /** What verifies it, once it is known. */
  secret: string;
  /** What calls may be signed with beside it. */
  older: string[];
  /** The time of whoever sends. */
  now: () => number;
  /** Answers a call; 204 unless a test says otherwise. */
  answer: (event: Received) => Response | Promise<Response>;
};

/** Somebody's server that takes webhooks, and verifies each by the library of Standard Webhooks, at a time of the test's. */
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

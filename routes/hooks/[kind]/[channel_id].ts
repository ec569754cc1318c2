import { endpoint, type EndpointCall } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import type { Incoming } from "../../../lib/channels/adapter.ts";
import { receive } from "../../../lib/channels/inbox.ts";
import { handler } from "./$[channel_id].ts";

export const handlers = handler({
  GET: endpoint(
    api.verifyHook,
    (call) => answer(call, "GET", new Uint8Array()),
  ),
  POST: endpoint(
    api.receiveHook,
    (call) => answer(call, "POST", call.body as Incoming["body"]),
  ),
});

/** Accepts a platform's call; its content is handled once the platform has its answer. */
async function answer(
  { app, req, params }: Pick<
    EndpointCall<typeof api.receiveHook>,
    "app" | "req" | "params"
  >,
  method: Incoming["method"],
  bytes: Incoming["body"],
): Promise<Response> {
  const { status, body, type } = await receive(
    app,
    params.kind,
    params.channel_id,
    {
      method,
      query: new URL(req.url).searchParams,
      header: (name) => req.headers.get(name),
      body: bytes,
    },
  );
  void app.jobs.wake();
  return new Response(body, { status, headers: { "content-type": type } });
}
